using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>What an instructor sets of one class; local times are in the zone of the course. Without a start it is a lesson.</summary>
public sealed record ClassPreparation(
    string Title, LocalDateTime? Starts, int Minutes, int LobbyMinutes, LocalDateTime? CountsUntil, CreditRule Rule, decimal? Points,
    IReadOnlyList<PlanSegment> Segments, IReadOnlyList<PreparePoll> Polls, bool IsPublished);

/// <summary>Gives a class its hours, its plan, its slides, its polls and what earns its credit.</summary>
public sealed class PrepareClass(SchoolStore store, IClock clock)
{
    /// <param name="viewer">Who asks.</param>
    /// <param name="slug">The course.</param>
    /// <param name="activityId">The class.</param>
    /// <param name="preparation">What was typed.</param>
    /// <param name="deck">A PDF that was uploaded; null leaves the slides as they are.</param>
    /// <param name="ct">Ends it.</param>
    public Task<Outcome<Done>> Run(Viewer viewer, string slug, Guid activityId, ClassPreparation preparation, StoredFile? deck, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            if (await db.ActivityIn(course, activityId, token) is not { Kind: ActivityKind.ClassSession } activity) return Refusal.NotFound;
            var described = activity.Describe(preparation.Title, preparation.Minutes, preparation.Points);
            if (described.IsRefused) return described;
            var session = await Place(db, course, activity, preparation, token);
            if (session.IsRefused) return session.Refusal;
            if (deck is not null) db.Files.Add(deck);
            var prepared = session.Value.Prepare(deck is null ? session.Value.Deck : new(deck.Id, deck.Name), preparation.Polls, preparation.Segments);
            if (prepared.IsRefused) return prepared;
            var due = InZone(course, preparation.CountsUntil);
            var asked = (session.Value.Credit, session.Value.IsLesson ? activity.Due : session.Value.ReplayCountsUntil);
            session.Value.CountBy(preparation.Rule, session.Value.IsLesson ? null : due);
            if (session.Value.IsLesson && activity.Schedule(activity.Window with { Due = due }) is { IsRefused: true } unscheduled) return unscheduled;
            if (session.Value.EndedAt is not null && asked != (preparation.Rule, due)) db.PlanCredit(activityId, due, clock.GetCurrentInstant());
            if (preparation.IsPublished) activity.Publish();
            else activity.Unpublish();
            course.Touch();
            return new Done();
        }, ct);

    // What has begun keeps its hours; everything else of it can still be set.
    private async Task<Outcome<ClassSession>> Place(SchoolDb db, Course course, Activity activity, ClassPreparation preparation, CancellationToken ct)
    {
        var lobby = Duration.FromMinutes(preparation.LobbyMinutes);
        var session = await db.ClassSessions.AsTracking().SingleOrDefaultAsync(s => s.ActivityId == activity.Id, ct);
        if (session is { IsLesson: true }) return session;
        if (InZone(course, preparation.Starts) is not { } starts)
        {
            if (session is not null) return Refusal.Invalid("Give the day and time at which it starts.", "Form.Starts");
            var lesson = ClassSession.Lesson(activity, null, clock.GetCurrentInstant());
            db.ClassSessions.Add(lesson);
            return lesson;
        }
        if (session is null)
        {
            var made = ClassSession.New(activity, starts, starts + Duration.FromMinutes(preparation.Minutes), lobby);
            if (!made.IsRefused) db.ClassSessions.Add(made.Value);
            return made;
        }
        if (session.StartedAt is not null) return session;
        var placed = session.Reschedule(starts, starts + Duration.FromMinutes(preparation.Minutes), lobby);
        return placed.IsRefused ? placed.Refusal : session;
    }

    private static Instant? InZone(Course course, LocalDateTime? local) =>
        local is { } time ? Domain.Schedule.LocalTimes.Resolve(time, DateTimeZoneProviders.Tzdb[course.TimeZone]).Instant : null;
}
