using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Assignments;

/// <summary>What a grader gives. <paramref name="Score"/> counts where there is no rubric; <paramref name="Seen"/> is which hand-in was read.</summary>
public sealed record GivenGrade(decimal? Score, string Feedback, IReadOnlyList<RubricMark> Marks, int Seen, bool Release);

/// <summary>Gives a submission its score and feedback; released at once, or held back until all are.</summary>
public sealed class GradeSubmission(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid activityId, Guid personId, GivenGrade given, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var activity = await db.ActivitiesGradedBy(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Assignment, token);
            var submission = await db.SubmissionsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.ActivityId == activityId && one.PersonId == personId, token);
            if (activity is null || submission is null) return Refusal.NotFound;
            var assignment = await db.Assignments.SingleOrDefaultAsync(one => one.ActivityId == activityId, token) ?? Assignment.For(activity);
            var score = ScoreOf(given, assignment.Rubric, activity.Points);
            if (score.IsRefused) return score.Refusal;
            var now = clock.GetCurrentInstant();
            var graded = submission.GiveFeedback(given.Feedback, assignment.Rubric.Taking(given.Marks), given.Seen, now);
            if (graded.IsRefused) return graded;
            var grade = await db.Grades.AsTracking().SingleOrDefaultAsync(row => row.ActivityId == activityId && row.PersonId == personId, token);
            if (grade is null) db.Grades.Add(grade = Grade.For(activityId, activity.CourseId, personId, now));
            grade.Record(assignment.AfterLateness(score.Value, submission.DaysLate), submission.IsLate, needsGrading: false, now, viewer.PersonId);
            if (given.Release) await ReleaseGrades.Release(db, activity, [grade], viewer, now, token);
            db.Audit.Add(AuditEntry.New("SubmissionGraded", viewer.PersonId, personId, activity.CourseId, $"{activity.Title}: {grade.Score:0.##} of {activity.Points ?? 0:0.##}", now));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);

    private static Outcome<decimal> ScoreOf(GivenGrade given, Rubric rubric, decimal? points)
    {
        if (!rubric.IsEmpty) return rubric.ScoreOf(given.Marks, points ?? rubric.Points);
        if (given.Score is not { } score) return Refusal.Invalid("A score is a number, as 17 or 17.5.", "Score");
        return score < 0 || score > (points ?? 0) ? Refusal.Invalid("A score here is 0 to {0}.", "Score", $"{points ?? 0:0.##}") : score;
    }
}
