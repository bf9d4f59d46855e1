using System.Net;
using Lyceum.Data.Messages;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Messages;
using NodaTime;

namespace Lyceum.Web.Tests.Today;

public sealed class TodaySchool : SchoolFixture
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await TodayScene.Fill(this, Start + Duration.FromMinutes(8));
    }
}

public sealed class TodayTests(TodaySchool school) : IClassFixture<TodaySchool>
{
    [Fact]
    public async Task A_visitor_is_welcomed()
    {
        using var visitor = school.Visitor();
        Assert.Equal("/welcome", (await visitor.GetAsync("/")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_next_class_leads_with_its_countdown_and_a_way_in()
    {
        var page = await Today(Cast.Hana);
        Assert.Contains("Sampling distributions</h2>", page);
        Assert.Contains("data-left=\"480000\"", page);
        Assert.Matches("/classes/[0-9a-f-]{36}\">Join class</a>", page);
    }

    [Fact]
    public async Task What_is_due_stands_there_with_what_is_left_of_it_and_what_is_done_does_not()
    {
        var due = Section(await Today(Cast.Hana), "due");
        Assert.Contains("Essay outline", due);
        Assert.Contains("4 of 10 answered", due);
        Assert.DoesNotContain("Why averages settle down", due);
    }

    [Fact]
    public async Task What_was_begun_can_be_continued_the_latest_first()
    {
        var begun = Section(await Today(Cast.Hana), "continue");
        Assert.True(begun.IndexOf("Problem set 8", StringComparison.Ordinal) < begun.IndexOf("A claim is a promise", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_sees_only_their_own_courses()
    {
        Assert.DoesNotContain("Sampling distributions", await Today(Cast.Leo));
        Assert.DoesNotContain("Sampling distributions", await Today(Cast.Zofia));
        Assert.Contains("You are in no course yet", await Today(Cast.Zofia));
    }

    [Fact]
    public async Task A_class_stands_in_the_calendar_at_the_hour_of_the_reader()
    {
        var noah = await (await school.SignIn(Cast.Noah)).GetStringAsync("/calendar");
        Assert.Contains("12:08", noah);
        Assert.Contains("18:08", await (await school.SignIn(Cast.Jonas)).GetStringAsync("/calendar?week=2026-11-29"));
    }

    [Fact]
    public async Task A_week_that_is_no_date_is_this_week()
    {
        var page = await (await school.SignIn(Cast.Jonas)).GetStringAsync("/calendar?week=soon");
        Assert.Contains("Sampling distributions", page);
    }

    [Fact]
    public async Task Opening_a_message_marks_it_read_and_leads_to_its_cause()
    {
        var mine = Notification.New(school.People[Cast.Samir], "{0} wrote in {1}", ["Mei", "Week 9"], "/courses/statistics", SchoolFixture.Start);
        await school.Write(db => { db.Notifications.Add(mine); });
        var samir = await school.SignIn(Cast.Samir);
        Assert.Contains("has-new", await samir.GetStringAsync("/messages"));
        Assert.Equal("/courses/statistics", (await samir.GetAsync($"/messages/{mine.Id}")).Headers.Location?.ToString());
        Assert.DoesNotContain("has-new", await samir.GetStringAsync("/messages"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.SignIn(Cast.Jonas)).GetAsync($"/messages/{mine.Id}")).StatusCode);
    }

    [Fact]
    public async Task All_are_read_at_once_and_only_ones_own()
    {
        await school.Write(db => { db.Notifications.AddRange(For(Cast.Noah), For(Cast.Noah), For(Cast.Arjun)); });
        await (await school.SignIn(Cast.Noah)).PostForm("/messages", []);
        Assert.Equal(0, await Unread(Cast.Noah));
        Assert.Equal(1, await Unread(Cast.Arjun));
    }

    [Fact]
    public async Task Older_messages_are_a_page_away()
    {
        await school.Write(db => db.Notifications.AddRange(Enumerable.Range(0, 50).Select(number => For(Cast.Lucia, Duration.FromMinutes(number), $"item {number}"))));
        var lucia = await school.SignIn(Cast.Lucia);
        var first = await lucia.GetStringAsync("/messages");
        Assert.DoesNotContain("item 45", first);
        var older = WebUtility.HtmlDecode(first.Split("href=\"").Single(part => part.StartsWith("/messages?before", StringComparison.Ordinal)).Split('"')[0]);
        Assert.Contains("item 45", await lucia.GetStringAsync(older));
    }

    private async Task<string> Today(string who) => WebUtility.HtmlDecode(await (await school.SignIn(who)).GetStringAsync("/"));

    private static string Section(string page, string id) => page.Split($"aria-labelledby=\"{id}\"")[1].Split("</section>")[0];

    private Notification For(string who, Duration ago = default, string text = "just so") =>
        Notification.New(school.People[who], text, [], "/", SchoolFixture.Start - ago);

    private async Task<int> Unread(string who) => (await school.Read(db =>
        db.LatestNews(new Viewer(school.People[who], false), onlyUnread: true, before: null, 100, CancellationToken.None))).Count;
}
