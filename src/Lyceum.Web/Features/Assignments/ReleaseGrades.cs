using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Grades;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Messages;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Assignments;

/// <summary>Gives back all grades of one assignment that are ready and were held back; each student is told once.</summary>
public sealed class ReleaseGrades(SchoolStore store, IClock clock)
{
    public Task<Outcome<int>> Run(Viewer viewer, Guid activityId, CancellationToken ct) =>
        store.Write<int>(async (db, token) =>
        {
            var activity = await db.ActivitiesGradedBy(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Assignment, token);
            if (activity is null) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            var held = await db.GradesVisibleTo(viewer).AsTracking().Where(grade => grade.ActivityId == activityId && grade.ReleasedAt == null
                && !grade.NeedsGrading && (grade.Score != null || grade.State == GradeState.Excused)).ToListAsync(token);
            await Release(db, activity, held, viewer, now, token);
            db.Audit.Add(AuditEntry.New("GradesReleased", viewer.PersonId, null, activity.CourseId, $"{activity.Title}: {held.Count} grades", now));
            await db.SaveChangesAsync(token);
            return held.Count;
        }, ct);

    internal static async Task Release(SchoolDb db, Activity activity, IReadOnlyList<Grade> grades, Viewer viewer, Instant now, CancellationToken ct)
    {
        var slug = await db.Courses.Where(course => course.Id == activity.CourseId).Select(course => course.Slug).SingleAsync(ct);
        foreach (var grade in grades.Where(grade => !grade.IsReleased))
        {
            grade.Release(now);
            var (text, arguments) = grade.Score is { } score
                ? ("{0} is back: {1} of {2}", new[] { activity.Title, $"{score:0.##}", $"{activity.Points:0.##}" })
                : ("{0} is back", new[] { activity.Title });
            db.Notifications.Add(Notification.New(grade.PersonId, text, arguments, ActivityLinks.Of(slug, activity.Kind, activity.Id), now, activity.CourseId, viewer.PersonId));
        }
    }
}
