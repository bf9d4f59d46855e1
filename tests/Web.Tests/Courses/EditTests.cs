using System.Net;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Lectures;
using Lyceum.Domain.Quizzes;
using Lyceum.Domain.Readings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.Courses;

public sealed class EditTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    private const string Page = "/courses/statistics/edit";

    [Fact]
    public async Task An_instructor_adds_an_activity_describes_it_and_publishes_it()
    {
        var module = await AddModule("Intervals");
        await Post($"Add&module={module.Id}", new() { ["kind"] = "Quiz" });
        var draft = Assert.Single(await In(module));
        Assert.Equal((ActivityKind.Quiz, false), (draft.Kind, draft.IsPublished));
        Assert.Equal(Instant.FromUtc(2026, 12, 6, 22, 59), draft.Due);

        await Post($"Save&activity={draft.Id}&module={module.Id}", new()
        {
            ["Title"] = "Checkpoint 10", ["Effort"] = "25", ["Points"] = "12.5", ["Opens"] = "2026-12-01T08:00", ["Due"] = "2026-12-03T23:59", ["Published"] = "true",
        });

        var saved = Assert.Single(await In(module));
        Assert.Equal(("Checkpoint 10", 25, 12.5m, true), (saved.Title, saved.EffortMinutes, saved.Points, saved.IsPublished));
        Assert.Equal(Instant.FromUtc(2026, 12, 1, 7, 0), saved.Opens);
        Assert.Equal(Instant.FromUtc(2026, 12, 3, 22, 59), saved.Due);
    }

    [Fact]
    public async Task What_is_refused_is_shown_as_it_was_typed_and_changes_nothing()
    {
        var module = await AddModule("Tests");
        await Post($"Add&module={module.Id}", new() { ["kind"] = "Reading" });
        var activity = Assert.Single(await In(module));
        var answer = await Send($"Save&activity={activity.Id}&module={module.Id}", new() { ["Title"] = "Typed", ["Opens"] = "2026-12-05T08:00", ["Due"] = "2026-12-03T23:59" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("It opens before it is due, and is due before it closes.", page);
        Assert.Contains("value=\"Typed\"", page);
        Assert.Contains("2026-12-05T08:00", page);
        Assert.Equal("Untitled reading", Assert.Single(await In(module)).Title);
    }

    [Fact]
    public async Task Moving_to_a_place_twice_is_moving_once()
    {
        var module = await AddModule("Order");
        foreach (var _ in Enumerable.Range(0, 4)) await Post($"Add&module={module.Id}", new() { ["kind"] = "Reading" });
        var ids = (await In(module)).Select(activity => activity.Id).ToList();
        foreach (var _ in Enumerable.Range(0, 2)) await Post("Move", new() { ["item"] = $"{ids[0]}", ["place"] = "2" });
        Assert.Equal([ids[1], ids[2], ids[0], ids[3]], (await In(module)).Select(activity => activity.Id));

        await Post($"Step&activity={ids[3]}", new() { ["by"] = "-1" });
        Assert.Equal([ids[1], ids[2], ids[3], ids[0]], (await In(module)).Select(activity => activity.Id));
    }

    [Fact]
    public async Task An_activity_moves_to_another_module_and_not_into_another_course()
    {
        var (from, to) = (await AddModule("From"), await AddModule("To"));
        await Post($"Add&module={from.Id}", new() { ["kind"] = "Discussion" });
        var activity = Assert.Single(await In(from));
        await Post("Move", new() { ["item"] = $"{activity.Id}", ["place"] = "9999", ["to"] = $"{to.Id}" });
        Assert.Empty(await In(from));
        Assert.Equal(activity.Id, Assert.Single(await In(to)).Id);

        var elsewhere = Module.New(school.Writing.Id, 0, "Elsewhere").Value;
        await school.Write(db => { db.Modules.Add(elsewhere); });
        var answer = await Send("Move", new() { ["item"] = $"{activity.Id}", ["place"] = "0", ["to"] = $"{elsewhere.Id}" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Modules_change_places_and_keep_their_activities()
    {
        var (first, second) = (await AddModule("First"), await AddModule("Second"));
        await Post("MoveModule", new() { ["item"] = $"{second.Id}", ["place"] = "0" });
        var order = await school.Read(db => db.Modules.Where(module => module.CourseId == school.Statistics.Id).OrderBy(module => module.Position).Select(module => module.Id).ToListAsync());
        Assert.Equal(second.Id, order[0]);
        Assert.True(order.IndexOf(first.Id) > 0);
    }

    [Fact]
    public async Task What_was_taken_out_is_gone_for_students_and_comes_back_with_undo()
    {
        var activity = await school.AddActivity(ActivityKind.Reading, "Here and gone");
        var mei = await school.SignIn(Cast.Mei);
        Assert.Contains("Here and gone", await mei.GetStringAsync("/courses/statistics"));

        var answer = await Send($"Remove&activity={activity.Id}&module={school.Week9.Id}", []);
        Assert.Contains($"removedActivity={activity.Id}", answer.Headers.Location!.ToString());
        Assert.DoesNotContain("Here and gone", await mei.GetStringAsync("/courses/statistics"));
        Assert.Contains("Taken out.", await (await school.SignIn(Cast.Amara)).GetStringAsync(answer.Headers.Location));

        await Post($"PutBack&module={school.Week9.Id}", new() { ["item"] = $"{activity.Id}" });
        Assert.Contains("Here and gone", await mei.GetStringAsync("/courses/statistics"));
    }

    [Fact]
    public async Task A_module_that_comes_back_brings_what_went_with_it_and_no_more()
    {
        var module = await AddModule("Comes back");
        foreach (var _ in Enumerable.Range(0, 2)) await Post($"Add&module={module.Id}", new() { ["kind"] = "Reading" });
        var ids = (await In(module)).Select(activity => activity.Id).ToList();
        await Post($"Remove&activity={ids[0]}&module={module.Id}", []);
        school.Clock.AdvanceMinutes(1);
        await Post($"RemoveModule&module={module.Id}", []);
        Assert.Empty(await In(module));
        await Post("PutBackModule", new() { ["item"] = $"{module.Id}" });
        Assert.Equal([ids[1]], (await In(module)).Select(activity => activity.Id));
    }

    [Fact]
    public async Task A_copy_has_the_content_and_is_a_draft_below_the_original()
    {
        var original = await school.AddActivity(ActivityKind.Reading, "Why averages settle down");
        await school.Write(db => { db.Readings.Add(TextOf(original)); });
        await Post($"Duplicate&activity={original.Id}&module={school.Week9.Id}", new() { ["title"] = original.Title });
        var copy = await school.Read(db => db.Activities.SingleAsync(activity => activity.Title == "Copy of Why averages settle down"));
        Assert.False(copy.IsPublished);
        Assert.Equal(original.Position + 1, copy.Position);
        Assert.Equal("Averages settle.", (await school.Read(db => db.Readings.SingleAsync(reading => reading.ActivityId == copy.Id))).Body.Text);
    }

    [Fact]
    public async Task What_students_would_stumble_over_is_listed_with_a_link_to_where_it_is_mended()
    {
        var course = await school.AddCourse("lacking", Cast.Amara);
        var module = Module.New(course.Id, 0, "Lacking", new LocalDate(2026, 11, 30)).Value;
        await school.Write(db => { db.Modules.Add(module); });
        var (reading, lecture, silent) = (await Add(ActivityKind.Reading, "No text"), await Add(ActivityKind.Lecture, "No recording"), await Add(ActivityKind.Lecture, "Silent"));
        var (empty, keyless) = (await Add(ActivityKind.Quiz, "No questions"), await Add(ActivityKind.Quiz, "No key"));
        var ungraded = await Add(ActivityKind.Assignment, "No points");
        var bare = await Add(ActivityKind.ClassSession, "No deck");
        var whole = await Add(ActivityKind.Reading, "Whole");
        await school.Write(db =>
        {
            var recording = Lecture.For(silent);
            recording.Record(Guid.CreateVersion7(), true, 60);
            db.Lectures.Add(recording);
            var text = Reading.For(whole);
            text.Write(Domain.RichText.Markdown("Averages settle."));
            db.Readings.AddRange(text, Reading.For(reading));
            db.Quizzes.Add(Quiz.For(keyless.Id));
            db.Questions.Add(Question.Ask(keyless.Id, 0, 1, new TrueFalse(Domain.RichText.Markdown("True?"), true)).Value);
            var starts = SchoolFixture.Start + Duration.FromDays(9);
            db.ClassSessions.Add(ClassSession.New(bare, starts, starts + Duration.FromHours(1)).Value);
        });
        // What an older version kept: a choice of which nothing is right.
        await school.Write(async db => await db.Questions.Where(question => question.QuizId == keyless.Id).ExecuteUpdateAsync(set => set.SetProperty(
            question => question.Content, new SingleChoice(Domain.RichText.Markdown("Which?"), [new("a", Domain.RichText.Markdown("A"), 0), new("b", Domain.RichText.Markdown("B"), 0)]))));

        var page = WebUtility.HtmlDecode(await (await school.SignIn(Cast.Amara)).GetStringAsync("/courses/lacking/edit"));
        Lists($"/courses/lacking/readings/{reading.Id}/edit", "No text has nothing to read yet");
        Lists($"/courses/lacking/lectures/{lecture.Id}/edit", "No recording has no recording yet");
        Lists($"/courses/lacking/lectures/{silent.Id}/edit", "Silent has no captions");
        Lists($"/courses/lacking/quizzes/{empty.Id}/edit", "No questions has no questions yet");
        Lists($"/courses/lacking/quizzes/{keyless.Id}/edit", "No key: no answer key for 1 question");
        Lists($"/courses/lacking/edit?module={module.Id}&activity={ungraded.Id}", "No points has no points, so it is not graded");
        Lists($"/courses/lacking/classes/{bare.Id}/edit", "No deck has no deck to show");
        Assert.DoesNotContain("Whole has", page);

        void Lists(string address, string reason) => Assert.Contains($"<a href=\"{address}\">{reason}</a>", page);

        Task<Activity> Add(ActivityKind kind, string title) => school.AddActivity(kind, title, null, module);
    }

    [Fact]
    public async Task A_description_is_Markdown_that_runs_nothing_and_is_looked_at_before_it_is_saved()
    {
        const string settings = "/courses/statistics/settings", typed = "## What you will do\n\nDraw *samples*, see $\\sqrt n$. [x](javascript:alert(1)) <b onclick=alert(1)>b</b>";
        var amara = await school.SignIn(Cast.Amara);
        var fields = new Dictionary<string, string>
        {
            ["Title"] = school.Statistics.Title, ["Description"] = typed, ["Hue"] = "blue", ["TimeZone"] = "Europe/Oslo",
            ["StartsOn"] = "2026-09-28", ["EndsOn"] = "2026-12-20", ["Enrollment"] = "Open", ["IsPublished"] = "true",
        };
        var preview = await (await amara.PostForm(settings, fields, settings + "?handler=Preview")).Content.ReadAsStringAsync();
        Assert.Contains("Draw <em>samples</em>", preview);
        Assert.Contains("Not saved yet.", preview);
        Assert.DoesNotContain("What you will do", await school.Visitor().GetStringAsync("/courses/statistics"));

        Assert.Equal(HttpStatusCode.Redirect, (await amara.PostForm(settings, fields)).StatusCode);
        var page = await school.Visitor().GetStringAsync("/courses/statistics");
        Assert.Contains("What you will do</h2>", page);
        Assert.Contains("Draw <em>samples</em>", page);
        Assert.Contains("class=\"math\"", page);
        Assert.DoesNotContain("javascript:", page);
        Assert.DoesNotContain("<b onclick", page);
    }

    private static Reading TextOf(Activity activity)
    {
        var reading = Reading.For(activity);
        reading.Write(Domain.RichText.Markdown("Averages settle."));
        return reading;
    }

    private async Task<Module> AddModule(string title)
    {
        var starts = new LocalDate(2026, 11, 30);
        var module = Module.New(school.Statistics.Id, 50, title, starts, starts.PlusDays(6)).Value;
        await school.Write(db => { db.Modules.Add(module); });
        return module;
    }

    private Task<List<Activity>> In(Module module) => school.Read(db =>
        db.Activities.Where(activity => activity.ModuleId == module.Id).OrderBy(activity => activity.Position).ToListAsync());

    private async Task Post(string handler, Dictionary<string, string> fields) =>
        Assert.Equal(HttpStatusCode.Redirect, (await Send(handler, fields)).StatusCode);

    private async Task<HttpResponseMessage> Send(string handler, Dictionary<string, string> fields) =>
        await (await school.SignIn(Cast.Amara)).PostForm(Page, fields, $"{Page}?handler={handler}");
}
