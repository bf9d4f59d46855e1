using Lyceum.Data;
using Lyceum.Data.Quizzes;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Quizzes;

/// <summary>Gives a student more time in every quiz of the course; a factor of 1 takes it back.</summary>
public sealed class GrantTime(SchoolStore store)
{
    public Task<Outcome<Done>> Run(Viewer viewer, Guid quizId, Guid personId, decimal factor, CancellationToken ct) => store.Write<Done>(async (db, token) =>
    {
        var courseId = await db.QuizzesEditableBy(viewer).Where(activity => activity.Id == quizId).Select(activity => (Guid?)activity.CourseId).SingleOrDefaultAsync(token);
        if (courseId is not { } course || !await db.Enrollments.AnyAsync(enrollment =>
                enrollment.CourseId == course && enrollment.PersonId == personId && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active, token))
            return Refusal.NotFound;
        var granted = await db.Accommodations.AsTracking().SingleOrDefaultAsync(granted => granted.CourseId == course && granted.PersonId == personId, token);
        if (granted is null) db.Accommodations.Add(granted = Accommodation.For(course, personId));
        var outcome = granted.Grant(factor);
        if (outcome.IsRefused) return outcome;
        if (factor == 1) db.Accommodations.Remove(granted);
        await db.SaveChangesAsync(token);
        return outcome;
    }, ct);
}
