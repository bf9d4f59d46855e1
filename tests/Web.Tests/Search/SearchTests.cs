using System.Net;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Domain.Readings;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Tests.Search;

public sealed class SearchTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private async Task<string> Find(string? who, string words) =>
        WebUtility.HtmlDecode(await (who is null ? school.Visitor() : await school.SignIn(who)).GetStringAsync("/search?q=" + Uri.EscapeDataString(words)));

    [Fact]
    public async Task Members_find_titles_texts_posts_and_files_of_their_course_and_nobody_else_does()
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "Why averages settle down");
        var reading = Reading.For(activity);
        reading.Write(RichText.Markdown("Each box shows the **Zwölf-Minuten** waiting times, 100 % of them.\n\n\"Quoted\"."));
        var thread = Thread.Open(school.Statistics.Id, null, school.People[Cast.Jonas], "A zebra crossing", SchoolFixture.Start).Value;
        var post = thread.Reply(school.People[Cast.Jonas], "Does the Quagga count?", null, SchoolFixture.Start).Value;
        var file = StoredFile.New(new string('a', 64), "okapi-tails.ipynb", "application/json", 10, school.Statistics.Id, school.People[Cast.Amara], false, SchoolFixture.Start);
        await school.Write(db => { db.Readings.Add(reading); db.Threads.Add(thread); db.Posts.Add(post); db.Files.Add(file); });

        foreach (var (words, shown) in new[] { ("AVERAGES settle", "Why averages settle down"), ("zwölf-minuten", "<mark>Zwölf-Minuten</mark>"), ("100 % of", "100 % of"), ("zebra", "A zebra crossing"), ("quagga", "<mark>Quagga</mark>"), ("okapi", "okapi-tails.ipynb") })
        {
            Assert.Contains(shown, await Find(Cast.Mei, words));
            foreach (var other in new[] { Cast.Leo, Cast.Zofia, null }) Assert.Contains("Nothing found", await Find(other, words));
        }
    }

    [Fact]
    public async Task Drafts_are_found_by_who_teaches_alone()
    {
        var draft = Activity.New(school.Week9, ActivityKind.Reading, "Unfinished wombats", 9).Value;
        await school.Write(db => { db.Activities.Add(draft); });
        Assert.Contains("Unfinished wombats", await Find(Cast.Amara, "wombats"));
        Assert.Contains("Nothing found", await Find(Cast.Mei, "wombats"));
    }

    [Fact]
    public async Task A_visitor_finds_published_courses_and_signs_of_a_pattern_are_only_letters()
    {
        Assert.Contains("Introduction to Statistics", await Find(null, "statis"));
        Assert.Contains("Nothing found", await Find(Cast.Mei, "a_e%g"));
        Assert.Contains("Two letters at least", await Find(Cast.Mei, "a"));
    }
}
