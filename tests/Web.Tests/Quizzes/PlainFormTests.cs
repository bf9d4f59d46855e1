using System.Net;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.Quizzes;

/// <summary>The whole quiz in a browser without script.</summary>
public sealed class PlainFormTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task A_student_begins_saves_and_hands_in_with_forms_alone_and_reads_the_feedback()
    {
        var stage = await QuizStage.Open(school);
        var mei = await school.SignIn(Cast.Mei);
        Assert.Equal(stage.AttemptPage, (await mei.PostForm(stage.Page, [])).Headers.Location?.ToString());

        var saved = await mei.PostForm(stage.AttemptPage, new() { [$"{stage.Box.Id}"] = "b" });
        Assert.Equal(stage.AttemptPage, saved.Headers.Location?.ToString());
        Assert.Contains("Saved at the school", await mei.GetStringAsync(stage.AttemptPage));

        var handedIn = await mei.PostForm(stage.AttemptPage, new() { [$"{stage.Box.Id}"] = "b", [$"{stage.Number.Id}"] = "2,3", ["handsIn"] = "true" });
        Assert.Equal($"{stage.Page}/attempts/1", handedIn.Headers.Location?.ToString());
        var result = await mei.GetStringAsync($"{stage.Page}/attempts/1");
        Assert.Contains("3 of 5 points", result);
        Assert.Contains("The other way round.", result);
        Assert.Contains("Begin attempt 2", await mei.GetStringAsync(stage.Page));
    }

    [Fact]
    public async Task What_is_right_is_nowhere_in_the_page_that_asks()
    {
        var stage = await QuizStage.Open(school);
        var jonas = await school.SignIn(Cast.Jonas);
        await stage.Begin(Cast.Jonas);
        var page = await jonas.GetStringAsync(stage.AttemptPage);
        Assert.Contains("A is n = 64, B is n = 16, C is n = 4", page);
        Assert.DoesNotContain("The larger the sample", page);
        Assert.DoesNotContain("credit", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Before_the_due_date_a_result_that_waits_for_it_tells_nothing()
    {
        var due = SchoolFixture.Start + Duration.FromDays(3);
        var stage = await QuizStage.Open(school, new QuizRules { Feedback = FeedbackWhen.AfterDue }, window: new Window(null, due, null));
        var lucia = await school.SignIn(Cast.Lucia);
        await stage.Begin(Cast.Lucia);
        await stage.HandIn(lucia, 1, stage.Choose("b"));

        var early = await lucia.GetStringAsync($"{stage.Page}/attempts/1");
        Assert.Contains("show from Friday 27 November, 18:00", early);
        Assert.DoesNotContain("The other way round.", early);
        Assert.DoesNotContain("0 of 2 points", early);
        Assert.Null((await school.Read(db => db.Grades.SingleAsync(grade => grade.ActivityId == stage.Id))).ReleasedAt);
    }

    [Fact]
    public async Task A_form_left_open_does_not_undo_what_came_from_another_device()
    {
        var stage = await QuizStage.Open(school);
        var samir = await school.SignIn(Cast.Samir);
        await stage.Begin(Cast.Samir);
        await stage.Save(samir, 1, stage.Type("2.3"));
        await samir.PostForm(stage.AttemptPage, new() { [$"{stage.Box.Id}"] = "a", [$"{stage.Number.Id}"] = "2.3" });
        var attempt = await school.Read(db => db.Attempts.SingleAsync(attempt => attempt.QuizId == stage.Id));
        Assert.Equal((1L, new ChoiceAnswer("a")), (attempt.Sheet.Answers[stage.Number.Id].Sequence, attempt.Sheet[stage.Box.Id]));
    }

    [Fact]
    public async Task An_attempt_that_the_deadline_handed_in_can_still_be_opened_for_answers_on_the_device_until_the_grace_is_over()
    {
        var stage = await QuizStage.Open(school);
        var noah = await school.SignIn(Cast.Noah);
        var begun = await stage.Begin(Cast.Noah);
        school.Clock.Reset(begun.Deadline!.Value + Duration.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await noah.GetAsync(stage.AttemptPage)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await noah.PostForm(stage.AttemptPage, new() { ["handsIn"] = "true" })).StatusCode);
        Assert.Equal($"{stage.Page}/attempts/1", (await noah.GetAsync(stage.AttemptPage)).Headers.Location?.ToString());
        school.Clock.Reset(SchoolFixture.Start);
    }
}
