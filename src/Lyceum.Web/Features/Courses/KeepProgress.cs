using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>Moves one's own progress in one activity. Those who teach have none: what they open leaves no trace.</summary>
public sealed class KeepProgress(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid activityId, Action<ActivityProgress, Instant> change, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var activity = await db.ActivitiesVisibleTo(viewer).SingleOrDefaultAsync(one => one.Id == activityId, token);
            if (activity is null) return Refusal.NotFound;
            if (!await db.StudiesIn(activity.CourseId, viewer, token)) return new Done();
            var now = clock.GetCurrentInstant();
            change(await db.ProgressOf(activity, viewer.PersonId!.Value, now, token), now);
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
}

public static class ProgressRows
{
    /// <summary>Whether the viewer is an active student of the course; only students have progress.</summary>
    public static Task<bool> StudiesIn(this SchoolDb db, Guid courseId, Viewer viewer, CancellationToken ct) =>
        db.Enrollments.AnyAsync(enrollment => enrollment.CourseId == courseId && enrollment.PersonId == viewer.PersonId
            && enrollment.State == EnrollmentState.Active && enrollment.Role == CourseRole.Student, ct);

    /// <summary>The tracked row of this person and activity, begun when it is not there yet.</summary>
    public static async Task<ActivityProgress> ProgressOf(this SchoolDb db, Activity activity, Guid personId, Instant now, CancellationToken ct)
    {
        var progress = await db.Progress.AsTracking().SingleOrDefaultAsync(row => row.ActivityId == activity.Id && row.PersonId == personId, ct);
        if (progress is null) db.Progress.Add(progress = ActivityProgress.Begin(activity, personId, now));
        return progress;
    }
}
