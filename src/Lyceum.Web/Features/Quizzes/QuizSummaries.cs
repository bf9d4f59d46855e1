using Lyceum.Data;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>How much a quiz asks and, for those who teach, how far the class is with it.</summary>
public sealed record QuizSummary(int Questions, decimal Points, int Students, int HandedIn, int NeedsHand);

public sealed class QuizSummaries(SchoolDb db)
{
    /// <summary>Takes a quiz that its viewer was let into; what it counts about others is read only for those who grade.</summary>
    public async Task<QuizSummary> Of(QuizAccess quiz, CancellationToken ct)
    {
        var id = quiz.Activity.Id;
        var points = await db.Questions.Where(question => question.QuizId == id).Select(question => question.Points).ToListAsync(ct);
        if (!quiz.Access.CanGrade) return new QuizSummary(points.Count, points.Sum(), 0, 0, 0);
        var students = await db.Enrollments.CountAsync(enrollment =>
            enrollment.CourseId == quiz.Course.Id && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active, ct);
        var handedIn = await db.Attempts.Where(attempt => attempt.QuizId == id && attempt.HandedInAt != null).Select(attempt => attempt.PersonId).Distinct().CountAsync(ct);
        var needsHand = await db.Grades.CountAsync(grade => grade.ActivityId == id && grade.NeedsGrading, ct);
        return new QuizSummary(points.Count, points.Sum(), students, handedIn, needsHand);
    }
}
