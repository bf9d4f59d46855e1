using System.Net;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Quizzes;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Quizzes;

/// <summary>What a student's browser sends and gets, over real HTTP.</summary>
public sealed class AttemptTests(SchoolFixture school) : IClassFixture<SchoolFixture>
{
    [Fact]
    public async Task A_burst_is_acknowledged_with_its_sequence_and_an_older_one_changes_nothing()
    {
        var stage = await QuizStage.Open(school);
        await stage.Begin(Cast.Mei);
        var mei = await school.SignIn(Cast.Mei);

        var receipt = await QuizStage.ReceiptOf(await stage.Save(mei, 1, stage.Choose("a", 7), stage.Type("2,3", 8)));
        Assert.Equal((7L, 8L), (receipt.Saved[stage.Box.Id], receipt.Saved[stage.Number.Id]));
        receipt = await QuizStage.ReceiptOf(await stage.Save(mei, 1, stage.Choose("b", 6)));
        Assert.Equal(7L, receipt.Saved[stage.Box.Id]);
        Assert.Equal(new ChoiceAnswer("a"), (await AttemptOf(stage, Cast.Mei)).Sheet[stage.Box.Id]);
    }

    [Fact]
    public async Task Handing_in_twice_at_once_is_handing_in_once()
    {
        var stage = await QuizStage.Open(school);
        await stage.Begin(Cast.Jonas);
        var jonas = await school.SignIn(Cast.Jonas);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stage.HandIn(jonas, 1, stage.Choose("a"), stage.Type("23/10"))));
        var receipts = await Task.WhenAll(answers.Select(QuizStage.ReceiptOf));

        Assert.Single(receipts.Select(receipt => receipt.HandedInAt).Distinct());
        Assert.All(receipts, receipt => Assert.Equal($"{stage.Page}/attempts/1", receipt.Result));
        var grade = await GradeOf(stage, Cast.Jonas);
        Assert.Equal((10m, true, false), (grade!.Score, grade.IsReleased, grade.NeedsGrading));
        var progress = await school.Read(db => db.Progress.SingleAsync(row => row.ActivityId == stage.Id));
        Assert.Equal((1d, 2, true), (progress.FractionDone, progress.UnitsTotal, progress.DoneAt is not null));
    }

    [Fact]
    public async Task Beginning_twice_goes_on_with_the_same_attempt()
    {
        var stage = await QuizStage.Open(school);
        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => stage.Begin(Cast.Lucia)));
        Assert.Single(attempts.Select(attempt => attempt.Id).Distinct());
    }

    [Fact]
    public async Task The_deadline_hands_in_what_the_school_has_and_late_arrivals_still_count_within_the_grace()
    {
        var stage = await QuizStage.Open(school);
        var begun = await stage.Begin(Cast.Samir);
        var samir = await school.SignIn(Cast.Samir);
        await stage.Save(samir, 1, stage.Type("2.3"));
        var keptOnTheDevice = begun.Deadline!.Value - Duration.FromSeconds(20);

        await At(begun.Deadline.Value, async () =>
        {
            await WorkOff();
            var attempt = await AttemptOf(stage, Cast.Samir);
            Assert.Equal((HandedInBy.Deadline, 3m), (attempt.HandedInBy, attempt.Points));
            Assert.False((await GradeOf(stage, Cast.Samir))!.IsReleased);
        });
        await At(begun.Deadline.Value + Duration.FromMinutes(10), async () =>
        {
            Assert.Equal(HttpStatusCode.Gone, (await stage.Save(samir, 1, stage.Choose("b", 9, begun.Deadline.Value + Duration.FromSeconds(1)))).StatusCode);
            await QuizStage.ReceiptOf(await stage.Save(samir, 1, stage.Choose("a", 8, keptOnTheDevice)));
            var attempt = await AttemptOf(stage, Cast.Samir);
            Assert.True(attempt.Sheet.Answers[stage.Box.Id].ArrivedLate);
            Assert.Equal(10m, (await GradeOf(stage, Cast.Samir))!.Score);
        });
        await At(begun.GraceUntil!.Value, async () =>
        {
            await WorkOff();
            Assert.True((await GradeOf(stage, Cast.Samir))!.IsReleased);
            Assert.Equal(HttpStatusCode.Gone, (await stage.Save(samir, 1, stage.Type("9", 99, keptOnTheDevice))).StatusCode);
        });
    }

    [Fact]
    public async Task The_better_of_two_attempts_makes_the_grade()
    {
        var stage = await QuizStage.Open(school, new QuizRules { AttemptsAllowed = 2, GradeBy = GradeBy.Best });
        var noah = await school.SignIn(Cast.Noah);
        await stage.Begin(Cast.Noah);
        await stage.HandIn(noah, 1, stage.Choose("a"));
        await stage.Begin(Cast.Noah);
        await QuizStage.ReceiptOf(await stage.HandIn(noah, 2, stage.Choose("b")));
        Assert.Equal(4m, (await GradeOf(stage, Cast.Noah))!.Score);
    }

    [Fact]
    public async Task A_grade_set_by_hand_is_not_overwritten()
    {
        var stage = await QuizStage.Open(school);
        var arjun = await school.SignIn(Cast.Arjun);
        await stage.Begin(Cast.Arjun);
        await school.Write(db =>
        {
            var grade = Grade.For(stage.Id, school.Statistics.Id, school.People[Cast.Arjun], SchoolFixture.Start);
            grade.Override(9, 10, "Oral exam", school.People[Cast.Amara], SchoolFixture.Start);
            db.Grades.Add(grade);
        });
        await QuizStage.ReceiptOf(await stage.HandIn(arjun, 1, stage.Choose("b")));
        Assert.Equal(9m, (await GradeOf(stage, Cast.Arjun))!.Score);
    }

    [Fact]
    public async Task Time_that_was_granted_moves_the_deadline()
    {
        var stage = await QuizStage.Open(school);
        await school.Write(db =>
        {
            var granted = Accommodation.For(school.Statistics.Id, school.People[Cast.Hana]);
            granted.GrantTime(1.25m);
            db.Accommodations.Add(granted);
        });
        var attempt = await stage.Begin(Cast.Hana);
        Assert.Equal(Duration.FromSeconds(2250), attempt.Deadline - attempt.StartedAt);
    }

    [Fact]
    public async Task Whoever_is_removed_from_the_course_can_save_nothing_more()
    {
        var stage = await QuizStage.Open(school);
        await stage.Begin(Cast.Lucia);
        var lucia = await school.SignIn(Cast.Lucia);
        await SetRemoved(Cast.Lucia, true);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Save(lucia, 1, stage.Choose("a"))).StatusCode);
        await SetRemoved(Cast.Lucia, false);
        Assert.Equal(HttpStatusCode.OK, (await stage.Save(lucia, 1, stage.Choose("a"))).StatusCode);
    }

    [Theory]
    [InlineData("""{"answers":null}""")]
    [InlineData("""{"answers":[{"question":"0198f000-0000-7000-8000-000000000000","answer":null,"sequence":1,"journaledAt":1}]}""")]
    [InlineData("""{"answers":[{"question":"0198f000-0000-7000-8000-000000000000","answer":{"kind":"magic"},"sequence":1,"journaledAt":1}]}""")]
    [InlineData("""{"answers":[{"question":"0198f000-0000-7000-8000-000000000000","answer":{"kind":"choices","choiceIds":null},"sequence":1,"journaledAt":1}]}""")]
    [InlineData("""{"answers":[{"question":"0198f000-0000-7000-8000-000000000000","answer":{"kind":"text","text":"x"},"sequence":1,"journaledAt":-9}]}""")]
    [InlineData("{")]
    public async Task A_broken_burst_is_refused_and_changes_nothing(string body)
    {
        var stage = await QuizStage.Open(school);
        await stage.Begin(Cast.Mei);
        var mei = await school.SignIn(Cast.Mei);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{stage.Page}/attempts/1/answers") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", await mei.TokenOf("/status/404"));
        Assert.Equal(HttpStatusCode.BadRequest, (await mei.SendAsync(request)).StatusCode);
        Assert.Null((await AttemptOf(stage, Cast.Mei)).SavedAt);
    }

    private Task<Attempt> AttemptOf(QuizStage stage, string who) =>
        school.Read(db => db.Attempts.SingleAsync(attempt => attempt.QuizId == stage.Id && attempt.PersonId == school.People[who]));

    private Task<Grade?> GradeOf(QuizStage stage, string who) =>
        school.Read(db => db.Grades.SingleOrDefaultAsync(grade => grade.ActivityId == stage.Id && grade.PersonId == school.People[who]));

    private Task WorkOff() => school.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);

    private async Task At(Instant instant, Func<Task> run)
    {
        var before = school.Clock.GetCurrentInstant();
        school.Clock.Reset(instant);
        await run();
        school.Clock.Reset(before);
    }

    private Task SetRemoved(string who, bool isRemoved) => school.Write(async db =>
    {
        var row = await db.Enrollments.SingleAsync(row => row.CourseId == school.Statistics.Id && row.PersonId == school.People[who]);
        if (isRemoved) row.Remove(SchoolFixture.Start);
        else row.Return(SchoolFixture.Start);
    });
}
