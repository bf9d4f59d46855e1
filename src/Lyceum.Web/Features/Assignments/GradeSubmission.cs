using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.Messages;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Assignments;

/// <summary>Gives a submission its score and feedback; released at once, or held back until all are.</summary>
public sealed class GradeSubmission(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid activityId, Guid personId, decimal score, string feedback, bool release, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var activity = await db.ActivitiesGradedBy(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Assignment, token);
            var submission = await db.SubmissionsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId && one.PersonId == personId, token);
            if (activity is null || submission is null) return Refusal.NotFound;
            var points = activity.Points ?? 0;
            if (score < 0 || score > points) return Refusal.Invalid("A score here is 0 to {0}.", "Score", $"{points:0.##}");
            var now = clock.GetCurrentInstant();
            var given = submission.GiveFeedback(feedback, now);
            if (given.IsRefused) return given;
            var assignment = await db.Assignments.SingleOrDefaultAsync(one => one.ActivityId == activityId, token) ?? Assignment.For(activity);
            var grade = await db.Grades.AsTracking().SingleOrDefaultAsync(row => row.ActivityId == activityId && row.PersonId == personId, token);
            if (grade is null) db.Grades.Add(grade = Grade.For(activityId, activity.CourseId, personId, now));
            grade.Record(assignment.AfterLateness(score, submission.DaysLate), submission.IsLate, needsGrading: false, now, viewer.PersonId);
            if (release) await Release(db, activity, grade, viewer, now, token);
            db.Audit.Add(AuditEntry.New("SubmissionGraded", viewer.PersonId, personId, activity.CourseId, $"{activity.Title}: {grade.Score:0.##} of {points:0.##}", now));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);

    private static async Task Release(SchoolDb db, Activity activity, Grade grade, Viewer viewer, Instant now, CancellationToken ct)
    {
        if (grade.IsReleased) return;
        grade.Release(now);
        var slug = await db.Courses.Where(course => course.Id == activity.CourseId).Select(course => course.Slug).SingleAsync(ct);
        db.Notifications.Add(Notification.New(grade.PersonId, "{0} is back: {1} of {2}", [activity.Title, $"{grade.Score:0.##}", $"{activity.Points:0.##}"],
            ActivityLinks.Of(slug, activity.Kind, activity.Id), now, activity.CourseId, viewer.PersonId));
    }
}
