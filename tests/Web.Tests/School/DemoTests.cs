using System.Net;
using System.Text.RegularExpressions;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.School.Demo;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Tests.School;

/// <summary>What holds wherever and whenever the demo is filled.</summary>
public abstract class DemoPromises(DemoFixture school)
{
    protected DemoFixture School => school;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_filling_is_refused_and_changes_nothing()
    {
        var before = await Counts();
        Assert.Same(DemoSchool.NotEmpty, (await school.Fill()).Refusal);
        Assert.Equal(before, await Counts());
    }

    [Fact]
    public async Task This_week_is_the_ninth_of_statistics()
    {
        var modules = await school.Read(db => db.Modules.Where(m => db.Courses.Any(c => c.Id == m.CourseId && c.Slug == "statistics")).OrderBy(m => m.Position).ToListAsync(Token));
        Assert.Equal(["Data", "Centre", "Spread", "Shape", "Chance", "Rules", "Variables", "Variance", "Sampling", "Intervals", "Tests", "Review"], modules.Select(m => m.Title));
        var today = SchoolFixture.Start.InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).Date;
        Assert.True(modules[8].StartsOn <= today && today <= modules[8].EndsOn);
    }

    [Fact]
    public async Task A_class_starts_in_five_minutes_and_its_doors_are_open()
    {
        var now = school.Clock.GetCurrentInstant();
        var next = await school.Read(db => db.ClassSessions.Where(s => s.Starts > now).OrderBy(s => s.Starts).FirstAsync(Token));
        Assert.InRange(next.Starts - now, Duration.FromMinutes(5), Duration.FromMinutes(6));
        Assert.True(next.AreDoorsOpenAt(now));
        Assert.NotNull(next.Deck);
        Assert.Equal(2, next.Polls.Length);
    }

    [Fact]
    public async Task The_long_class_is_the_last_that_is_over_and_replays_to_the_end()
    {
        var now = school.Clock.GetCurrentInstant();
        var last = await school.Read(db => db.ClassSessions.Where(s => s.EndedAt != null && s.Ends < now).OrderByDescending(s => s.Starts).FirstAsync(Token));
        var log = await school.Read(db => db.ClassEvents.Where(e => e.ClassId == last.ActivityId).OrderBy(e => e.Sequence).ToListAsync(Token));
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(e => (int)e.Sequence));
        var state = log.Aggregate(ClassState.Empty, (current, logged) => current.Apply(logged.ToLogged()));
        Assert.Equal("Sampling distributions", state.Title);
        Assert.Equal(ClassPhase.Ended, state.Phase);
        Assert.InRange(state.OffsetAt(state.EndedAt!.Value), 35 * 60_000, 45 * 60_000);
        Assert.Equal([12, 17], state.Polls.Select(poll => poll.Answers.Values.Count(answer => !answer.IsLate && answer.Choices.SequenceEqual(poll.Correct))));
        Assert.All(state.Polls, poll => Assert.Equal(20, poll.AnsweredLive));
        Assert.All(state.Questions.Where(q => !q.IsLate), question => Assert.Equal(QuestionPhase.Answered, question.Phase));
        Assert.Empty(state.Hands);
    }

    [Fact]
    public async Task Nothing_that_people_did_lies_in_the_future()
    {
        var now = school.Clock.GetCurrentInstant();
        Assert.Equal(0, await school.Read(db => db.ClassEvents.CountAsync(e => e.At > now, Token)));
        Assert.Equal(0, await school.Read(db => db.Posts.CountAsync(p => p.CreatedAt > now, Token)));
        Assert.Equal(0, await school.Read(db => db.Submissions.CountAsync(s => s.HandedInAt > now || s.GradedAt > now, Token)));
        Assert.Equal(0, await school.Read(db => db.Attempts.CountAsync(a => a.HandedInAt > now, Token)));
        Assert.Equal(0, await school.Read(db => db.Progress.CountAsync(p => p.LastSeenAt > now || p.DoneAt > now, Token)));
        Assert.Equal(0, await school.Read(db => db.Grades.CountAsync(g => g.ReleasedAt > now, Token)));
    }

    [Fact]
    public async Task The_gradebook_has_work_in_every_state()
    {
        var grades = await school.Read(db => db.Grades.ToListAsync(Token));
        Assert.Contains(grades, g => g.State == Lyceum.Domain.Grades.GradeState.Missing);
        Assert.Contains(grades, g => g.State == Lyceum.Domain.Grades.GradeState.Excused);
        Assert.Contains(grades, g => g.NeedsGrading);
        Assert.Contains(grades, g => g.IsLate);
        Assert.True(grades.Count(g => g.IsReleased && g.Score is not null) > 250);
        Assert.All(grades.Where(g => g.Score is not null), g => Assert.InRange(g.Score!.Value, 0, 25));
    }

    [Fact]
    public async Task Every_activity_has_what_it_holds()
    {
        var activities = await school.Read(db => db.Activities.ToListAsync(Token));
        async Task<HashSet<Guid>> Ids(IQueryable<Guid> query) => [.. await query.ToListAsync(Token)];
        var filled = new Dictionary<ActivityKind, HashSet<Guid>>
        {
            [ActivityKind.Reading] = await school.Read(db => Ids(db.Readings.Select(r => r.ActivityId))),
            [ActivityKind.Lecture] = await school.Read(db => Ids(db.Lectures.Select(l => l.ActivityId))),
            [ActivityKind.ClassSession] = await school.Read(db => Ids(db.ClassSessions.Select(s => s.ActivityId))),
            [ActivityKind.Assignment] = await school.Read(db => Ids(db.Assignments.Select(a => a.ActivityId))),
            [ActivityKind.Quiz] = await school.Read(db => Ids(db.Quizzes.Select(q => q.ActivityId))),
            [ActivityKind.Discussion] = await school.Read(db => Ids(db.Discussions.Select(d => d.ActivityId))),
        };
        Assert.All(activities, activity => Assert.Contains(activity.Id, filled[activity.Kind]));
    }

    private async Task<string> Counts() => string.Join(' ', await school.Read(async db => new[]
    {
        await db.People.CountAsync(), await db.Activities.CountAsync(), await db.Posts.CountAsync(), await db.ClassEvents.CountAsync(), await db.Files.CountAsync(),
    }));
}

public sealed partial class DemoTests(DemoFixture school) : DemoPromises(school), IClassFixture<DemoFixture>
{
    [Fact]
    public async Task Every_link_in_what_was_written_opens_for_a_student_of_both_courses()
    {
        var texts = (await School.Read(db => db.Readings.ToListAsync(Token))).Select(r => r.Body.Text)
            .Concat((await School.Read(db => db.Assignments.ToListAsync(Token))).Select(a => a.Instructions.Text))
            .Concat((await School.Read(db => db.Discussions.ToListAsync(Token))).Select(d => d.Prompt.Text))
            .Concat((await School.Read(db => db.Questions.ToListAsync(Token))).Select(q => q.Content.Prompt.Text))
            .Concat((await School.Read(db => db.Notifications.Where(n => n.PersonId == School.People[Cast.Hana]).ToListAsync(Token))).Select(n => $"]({n.Link})"))
            .Concat((await School.Read(db => db.Lectures.ToListAsync(Token))).Select(l => $"](/files/{l.MediaFileId}/lecture-8.webm) ](/files/{l.CaptionsFileId}/lecture-8.vtt)"));
        var targets = texts.SelectMany(text => Link().Matches(text)).Select(match => match.Groups["target"].Value).Distinct().ToList();
        Assert.True(targets.Count > 15);
        var hana = await School.SignIn(Cast.Hana);
        foreach (var target in targets)
        {
            Assert.Equal((target, HttpStatusCode.OK), (target, (await hana.GetAsync(target, Token)).StatusCode));
        }
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}

public sealed class DemoOnPostgresTests(DemoOnPostgresFixture school) : DemoPromises(school), IClassFixture<DemoOnPostgresFixture>;
