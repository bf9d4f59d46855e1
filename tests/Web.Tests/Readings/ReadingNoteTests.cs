using System.Net;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Readings;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Tests.Readings;

public sealed class ReadingNoteTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string Text = "The mean is that sum divided by $n$.\n\nVariances of *independent things* add; standard deviations do not.\n\n- One\n- Two";

    private async Task<(string Url, Guid Id)> Add(string markdown = Text)
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "Why averages settle down");
        var reading = Reading.For(activity);
        reading.Write(RichText.Markdown(markdown));
        await school.Write(db => { db.Readings.Add(reading); });
        return ($"/courses/statistics/readings/{activity.Id}", activity.Id);
    }

    private static Dictionary<string, string> At(string quote, string text = "", string before = "", string after = "") =>
        new() { ["Quote"] = quote, ["Before"] = before, ["After"] = after, ["Start"] = "0", ["Text"] = text };

    [Fact]
    public async Task A_note_stands_beside_the_text_that_it_marks_for_nobody_else()
    {
        var (url, _) = await Add();
        var mei = await school.SignIn(Cast.Mei);
        var kept = await mei.PostForm(url, At("Variances of independent things add", "Like a <random> walk."), url + "?handler=Note");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var page = await mei.GetStringAsync(url);
        Assert.Contains("Like a &lt;random&gt; walk.", page);
        Assert.Contains(">independent things</mark></em>", page);
        foreach (var other in new[] { Cast.Jonas, Cast.Amara, Cast.Ruth })
        {
            var seen = await (await school.SignIn(other)).GetStringAsync(url);
            Assert.DoesNotContain("random", seen);
            Assert.DoesNotContain("<mark", seen);
        }
    }

    [Fact]
    public async Task A_formula_is_marked_as_a_whole_and_a_list_keeps_its_shape()
    {
        var (url, _) = await Add();
        var mei = await school.SignIn(Cast.Mei);
        await mei.PostForm(url, At("divided by n. Variances"), url + "?handler=Note");
        await mei.PostForm(url, At("One Two"), url + "?handler=Note");
        var page = await mei.GetStringAsync(url);
        Assert.Contains("<span class=\"math\">\\(n\\)</span></mark>", page);
        Assert.Matches("<ul>\\s*<li><mark [^>]*>One</mark></li>\\s*<li><mark [^>]*>Two</mark></li>\\s*</ul>", page);
    }

    [Fact]
    public async Task A_note_survives_an_edit_of_the_text_and_says_so_when_its_place_is_gone()
    {
        var (url, id) = await Add();
        var mei = await school.SignIn(Cast.Mei);
        await mei.PostForm(url, At("standard deviations do not"), url + "?handler=Note");
        await Rewrite(id, "A new beginning.\n\n" + Text);
        Assert.Contains(">standard deviations do not</mark>", await mei.GetStringAsync(url));
        await Rewrite(id, "Something else.");
        var page = await mei.GetStringAsync(url);
        Assert.DoesNotContain("<mark", page);
        Assert.Contains("The text has changed; this stood at:", page);
    }

    [Fact]
    public async Task A_question_is_a_thread_at_its_place_and_its_answer_stands_beside_the_text_of_everybody()
    {
        var (url, id) = await Add();
        var jonas = await school.SignIn(Cast.Jonas);
        await jonas.PostForm(url, At("standard deviations do not", "Why n² here? I thought we divide once."), url + "?handler=Ask");
        var thread = await school.Read(db => db.Threads.SingleAsync(one => one.ActivityId == id));
        Assert.Equal("standard deviations do not", thread.Passage!.Quote);

        var amara = await school.SignIn(Cast.Amara);
        var threadUrl = $"/courses/statistics/threads/{thread.Id}";
        Assert.Contains("standard deviations do not", await amara.GetStringAsync(threadUrl));
        await amara.PostForm(threadUrl, new() { ["Body"] = "Variance is in squared minutes." }, threadUrl + "?handler=Reply");

        var seen = await (await school.SignIn(Cast.Mei)).GetStringAsync(url);
        Assert.Contains(">standard deviations do not</mark><a class=\"place-number\"", seen);
        Assert.Contains("Variance is in squared minutes.", seen);
        Assert.Contains("Why n", await jonas.GetStringAsync("/courses/statistics/discussions"));
        Assert.False(await school.Read(db => db.Progress.AnyAsync(row => row.ActivityId == id && row.DoneAt != null)), "asking is not reading to the end");
    }

    [Fact]
    public async Task A_note_is_rewritten_and_forgotten_by_who_wrote_it()
    {
        var (url, id) = await Add();
        var mei = await school.SignIn(Cast.Mei);
        await mei.PostForm(url, At("sum", "First."), url + "?handler=Note");
        var note = await school.Read(db => db.ReadingNotes.SingleAsync(one => one.ActivityId == id));
        await mei.PostForm(url, new() { ["note"] = note.Id.ToString(), ["Text"] = "Second." }, url + "?handler=Rewrite");
        Assert.Contains("Second.", await mei.GetStringAsync(url));
        await mei.PostForm(url, new() { ["note"] = note.Id.ToString() }, url + "?handler=Forget");
        Assert.DoesNotContain("Second.", await mei.GetStringAsync(url));
    }

    [Fact]
    public async Task Nothing_selected_keeps_what_was_written_and_says_why()
    {
        var (url, _) = await Add();
        var mei = await school.SignIn(Cast.Mei);
        var answer = await mei.PostForm(url, At(" ", "A long thought."), url + "?handler=Note");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Select some words of the text first.", page);
        Assert.Contains("A long thought.", page);
    }

    private Task Rewrite(Guid id, string markdown) =>
        school.Write(async db => { (await db.Readings.AsTracking().SingleAsync(one => one.ActivityId == id)).Write(RichText.Markdown(markdown)); });
}
