using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Lectures;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Lectures;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Lectures;

/// <summary>Keeps what somebody watched, and marks the lecture done when it is enough.</summary>
public sealed class WatchLecture(SchoolStore store, IClock clock)
{
    public Task<Outcome<WatchedSoFar>> Run(Viewer viewer, Guid activityId, PlayReport report, CancellationToken ct) =>
        store.Write<WatchedSoFar>(async (db, token) =>
        {
            var activity = await db.ActivitiesVisibleTo(viewer).SingleOrDefaultAsync(one => one.Id == activityId, token);
            var lecture = await db.LecturesVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId, token);
            if (activity is null || lecture is null) return Refusal.NotFound;
            if (!await db.StudiesIn(activity.CourseId, viewer, token)) return new WatchedSoFar(0, false);
            var now = clock.GetCurrentInstant();
            lecture.LearnDuration(report.Duration);
            var watch = await WatchOf(db, activityId, viewer.PersonId!.Value, now, token);
            watch.Report(report.Played!, report.Position, lecture.Duration, now);
            var fraction = watch.FractionOf(lecture.Duration);
            var progress = await db.ProgressOf(activity, viewer.PersonId!.Value, now, token);
            progress.Advance(fraction, now, (int)(watch.WatchedMs / 1000), (int)lecture.Duration);
            if (fraction >= LectureWatch.Enough) progress.Finish(now);
            await db.SaveChangesAsync(token);
            return new WatchedSoFar(fraction, progress.DoneAt is not null);
        }, ct);

    private static async Task<LectureWatch> WatchOf(SchoolDb db, Guid activityId, Guid personId, Instant now, CancellationToken ct)
    {
        var watch = await db.LectureWatches.AsTracking().SingleOrDefaultAsync(row => row.ActivityId == activityId && row.PersonId == personId, ct);
        if (watch is null) db.LectureWatches.Add(watch = LectureWatch.Begin(activityId, personId, now));
        return watch;
    }
}
