using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Assignments;

/// <summary>Keeps what a grader has chosen and typed so far; the student's grade does not change before it is given.</summary>
public sealed class KeepGrading(SchoolStore store)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid activityId, Guid personId, GradingDraft draft, int seen, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            if (!await db.ActivitiesGradedBy(viewer).AnyAsync(one => one.Id == activityId && one.Kind == ActivityKind.Assignment, token)) return Refusal.NotFound;
            var submission = await db.SubmissionsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId && one.PersonId == personId, token);
            if (submission is null) return Refusal.NotFound;
            var kept = submission.KeepGrading(draft, seen);
            if (!kept.IsRefused) await db.SaveChangesAsync(token);
            return kept;
        }, ct);
}
