using System.Net;
using System.Net.Http.Json;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Classes;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Lyceum.Web.Tests.Classes;

public sealed class ReplayTests(ClassFixture school) : IClassFixture<ClassFixture>
{
    [Fact]
    public async Task The_absent_student_watches_answers_late_and_gets_the_credit_by_itself()
    {
        var (classId, poll) = await HeldClass();
        await Settle();
        Assert.Equal(10, (await GradeOf(classId, Cast.Mei))?.Score);
        Assert.Null(await GradeOf(classId, Cast.Jonas));

        school.Clock.Advance(Duration.FromHours(2));
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        Assert.Equal(ClassPhase.Ended, jonas.State.Phase);
        for (var minute = 0; minute < 75; minute++)
        {
            school.Clock.Advance(Duration.FromMinutes(1));
            Assert.Null(await Watch(jonas, minute * 60_000, (minute + 1) * 60_000));
        }
        Assert.Null(await GradeOf(classId, Cast.Jonas));
        await jonas.Do(new AnswerPoll(poll, [2]), offsetMs: 600_000);
        await Settle();
        Assert.Equal(10, (await GradeOf(classId, Cast.Jonas))?.Score);
        await jonas.Until(() => jonas.State.Polls.Single().Results is { Later: [0, 0, 1] });
        Assert.NotNull((await school.Read(db => db.Progress.SingleAsync(p => p.ActivityId == classId && p.PersonId == jonas.Id))).DoneAt);
    }

    [Fact]
    public async Task A_checkpoint_that_staff_add_afterwards_is_asked_of_whoever_watches_and_what_was_earned_stands()
    {
        var (classId, poll) = await HeldClass();
        await Settle();
        await using var amara = await Participant.Join(school, Cast.Amara, classId);
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        await jonas.Do(new AnswerPoll(poll, [1]), offsetMs: 600_000);
        var checkpoint = await amara.Do(ClassFixture.Poll, offsetMs: 2_000_000);
        await amara.Do(new OpenPoll(checkpoint), offsetMs: 1_800_000);
        for (var minute = 0; minute < 75; minute++)
        {
            school.Clock.Advance(Duration.FromMinutes(1));
            Assert.Null(await Watch(jonas, minute * 60_000, (minute + 1) * 60_000));
        }
        await Settle();
        Assert.Equal((10m, null), ((await GradeOf(classId, Cast.Mei))?.Score, await GradeOf(classId, Cast.Jonas)));
        await jonas.Until(() => jonas.State.Polls.Any(p => p.Id == checkpoint && p.OpenedMs == 1_800_000));
        await jonas.Do(new AnswerPoll(checkpoint, [0]), offsetMs: 1_800_000);
        await Settle();
        Assert.Equal(10, (await GradeOf(classId, Cast.Jonas))?.Score);
        await amara.Do(new OpenPoll(await amara.Do(ClassFixture.Poll)), offsetMs: 60_000);
        var page = await (await school.SignIn(Cast.Jonas)).GetStringAsync($"/courses/statistics/classes/{classId}/replay");
        Assert.Contains("\"isEarned\":true", page);
        Assert.DoesNotContain("\"watchedUntil\":null", page);
    }

    [Fact]
    public async Task Nobody_watches_faster_than_the_clock_allows()
    {
        var (classId, _) = await HeldClass();
        await using var jonas = await Participant.Join(school, Cast.Jonas, classId);
        school.Clock.Advance(Duration.FromSeconds(10));
        Assert.Null(await Watch(jonas, 0, 75 * 60_000));
        Assert.Null(await Watch(jonas, 0, 75 * 60_000));
        var watched = await school.Read(db => db.ReplayWatches.SingleAsync(w => w.ClassId == classId && w.PersonId == jonas.Id));
        Assert.Equal([new(0, 45_000)], watched.Intervals);
        Assert.Equal("Invalid", (await Watch(jonas, -5, 0))?.Kind);
    }

    [Fact]
    public async Task What_was_not_earned_by_the_date_is_missing()
    {
        var (classId, _) = await HeldClass();
        school.Clock.Advance(Duration.FromDays(6));
        await school.Services.GetRequiredService<SettleCredit>().ForClass(classId, default);
        Assert.Equal((10m, (decimal?)null), ((await GradeOf(classId, Cast.Mei))!.Score, (await GradeOf(classId, Cast.Jonas))!.Score));
        Assert.Equal(GradeState.Missing, (await GradeOf(classId, Cast.Jonas))!.State);
    }

    [Fact]
    public async Task A_question_that_nobody_answered_goes_on_as_a_thread_of_the_course()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        school.Clock.Advance(Duration.FromMinutes(12));
        var open = await mei.Do(new AskQuestion("What if the sample is skewed?"));
        var answered = await mei.Do(new AskQuestion("Is n = 30 a rule?"));
        await amara.Do(new AnswerInWriting(answered, "A habit."));
        await amara.Do(new EndClass());
        await Settle();
        await mei.Until(() => mei.State.Questions.Any(q => q.Id == open && q.ThreadId is not null));
        var thread = await school.Read(db => db.Threads.SingleAsync(t => t.ClassActivityId == classId));
        Assert.Equal((mei.State.Questions.Single(q => q.Id == open).ThreadId, "What if the sample is skewed?", mei.Id, 720_000L), (thread.Id, thread.Title, thread.AuthorId, thread.ClassOffsetMs!.Value));
        Assert.Equal(HttpStatusCode.OK, (await (await school.SignIn(Cast.Jonas)).GetAsync($"/courses/statistics/threads/{thread.Id}")).StatusCode);
        Assert.Null(mei.State.Questions.Single(q => q.Id == answered).ThreadId);
    }

    [Fact]
    public async Task The_log_from_its_start_leads_each_to_the_state_that_they_saw_live()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        await mei.Do(new AskQuestion("Why?"));
        await amara.Do(ClassFixture.Poll);
        var last = await amara.Do(new StartChapter("Recap"));
        await mei.SeesThrough(last);
        await amara.SeesThrough(last);
        foreach (var (who, participant) in new[] { (Cast.Mei, mei), (Cast.Amara, amara) })
        {
            var log = await LogOf(who, classId);
            Assert.Equal(participant.Position, log.Through);
            Assert.Equal(Json(participant.State), Json(log.Events.Aggregate(ClassState.Empty, (state, seen) => state.Apply(seen))));
        }
    }

    [Fact]
    public async Task The_log_of_a_class_is_not_found_under_another_course()
    {
        var classId = await school.AddClass();
        var answer = await (await school.SignIn(Cast.Hana)).GetAsync($"/courses/writing/classes/{classId}/log");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    // Mei was there and answered; Jonas was not.
    private async Task<(Guid ClassId, long Poll)> HeldClass()
    {
        var (classId, amara, mei) = await school.StartClass();
        await using var _1 = amara;
        await using var _2 = mei;
        var poll = amara.State.Polls[0].Id;
        school.Clock.Advance(Duration.FromMinutes(10));
        await amara.Do(new OpenPoll(poll));
        await mei.Do(new AnswerPoll(poll, [1]));
        await amara.Do(new ShowPollResults(poll));
        school.Clock.Advance(Duration.FromMinutes(65));
        await amara.Do(new EndClass());
        return (classId, poll);
    }

    private Task Settle() => school.Services.GetRequiredService<JobWorker>().RunDue(default);

    private Task<Grade?> GradeOf(Guid classId, string who) => school.Read(db => db.Grades.SingleOrDefaultAsync(g => g.ActivityId == classId && g.PersonId == school.People[who]));

    private static Task<SentRefusal?> Watch(Participant who, long from, long until) => who.Line.Call<SentRefusal>("Watch", (object)new[] { new WatchedInterval(from, until) });

    private async Task<ReplayLog> LogOf(string who, Guid classId) =>
        (await (await school.SignIn(who)).GetFromJsonAsync<ReplayLog>($"/courses/statistics/classes/{classId}/log", ClassJson.Options))!;

    private static string Json<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, ClassJson.Options);
}
