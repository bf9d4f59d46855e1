using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Messages;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Slots;

/// <summary>What a grader gives a presentation. <paramref name="Score"/> counts where there is no rubric.</summary>
public sealed record SlotScore(IReadOnlyList<RubricMark> Marks, decimal? Score, string? Comment, bool Release);

/// <summary>Gives a presentation its score, and with it each of its presenters the grade of the assignment.</summary>
public sealed class ScoreSlot(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid slotId, SlotScore given, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var slot = await db.PresentationSlotsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.Id == slotId, token);
        if (slot is null || viewer.PersonId is not { } me) return Refusal.NotFound;
        var activity = await db.ActivitiesGradedBy(viewer).SingleOrDefaultAsync(one => one.Id == (slot.AssignmentId ?? slot.ClassId), token);
        if (activity is null) return Refusal.NotFound;
        var rubric = await db.Assignments.Where(one => one.ActivityId == slot.AssignmentId).Select(one => one.Rubric).SingleOrDefaultAsync(token) ?? Rubric.Empty;
        decimal? worth = null;
        if (slot.AssignmentId is not null)
        {
            var score = ScoreOf(given, rubric, activity.Points);
            if (score.IsRefused) return score.Refusal;
            worth = score.Value;
        }
        var kept = slot.Give(rubric.Taking(given.Marks), worth, given.Comment);
        if (kept.IsRefused) return kept;
        var now = clock.GetCurrentInstant();
        if (given.Release && slot.ReleasedAt is null) await Tell(db, slot, activity, worth, me, now, token);
        if (given.Release) slot.Release(now);
        if (worth is { } points) await Record(db, slot, activity, points, me, now, token);
        await db.SaveChangesAsync(token);
        return new Done();
    }, ct);

    private static async Task Tell(SchoolDb db, PresentationSlot slot, Activity activity, decimal? worth, Guid by, Instant now, CancellationToken ct)
    {
        var slug = await db.Courses.Where(course => course.Id == slot.CourseId).Select(course => course.Slug).SingleAsync(ct);
        var (text, arguments) = worth is { } points
            ? ("Your presentation {0} is back: {1} of {2}", new[] { slot.Title, $"{points:0.##}", $"{activity.Points ?? 0:0.##}" })
            : ("What was said of your presentation {0} is there", new[] { slot.Title });
        db.Notifications.AddRange(slot.Presenters.Select(presenter =>
            Notification.New(presenter, text, arguments, $"/courses/{slug}/classes/{slot.ClassId}/presentations", now, slot.CourseId, by)));
    }

    private static async Task Record(SchoolDb db, PresentationSlot slot, Activity activity, decimal score, Guid by, Instant now, CancellationToken ct)
    {
        foreach (var presenter in slot.Presenters)
        {
            var grade = await db.Grades.AsTracking().SingleOrDefaultAsync(row => row.ActivityId == activity.Id && row.PersonId == presenter, ct);
            if (grade is null) db.Grades.Add(grade = Grade.For(activity.Id, activity.CourseId, presenter, now));
            grade.Record(score, isLate: false, needsGrading: false, now, by);
            if (slot.ReleasedAt is not null) grade.Release(now);
            db.Audit.Add(AuditEntry.New("PresentationGraded", by, presenter, activity.CourseId, $"{slot.Title}: {score:0.##} of {activity.Points ?? 0:0.##}", now));
        }
    }

    private static Outcome<decimal> ScoreOf(SlotScore given, Rubric rubric, decimal? points) =>
        !rubric.IsEmpty ? rubric.ScoreOf(given.Marks, points ?? rubric.Points)
        : given.Score is not { } score ? Refusal.Invalid("A score is a number, as 17 or 17.5.", "Score")
        : score < 0 || score > (points ?? 0) ? Refusal.Invalid("A score here is 0 to {0}.", "Score", $"{points ?? 0:0.##}")
        : score;
}
