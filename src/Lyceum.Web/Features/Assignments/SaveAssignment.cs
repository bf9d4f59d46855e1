using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Assignments;

public sealed record AssignmentFields(RichText Instructions, bool TakesText, bool TakesFiles, LateRule Late, int LatePercentADay, Rubric Rubric);

/// <summary>Changes what an assignment asks, what it is graded by and how it takes late work.</summary>
public sealed class SaveAssignment(SchoolStore store)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid activityId, AssignmentFields fields, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var activity = await db.ActivitiesTaughtBy(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Assignment, token);
            if (activity is null) return Refusal.NotFound;
            var assignment = await db.Assignments.AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId, token);
            if (assignment is null) db.Assignments.Add(assignment = Assignment.For(activity));
            var described = assignment.Describe(fields.Instructions, fields.TakesText, fields.TakesFiles, fields.Late, fields.LatePercentADay);
            assignment.GradeBy(fields.Rubric);
            if (!described.IsRefused) await db.SaveChangesAsync(token);
            return described;
        }, ct);
}
