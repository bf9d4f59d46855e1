using Lyceum.Domain.Courses;
using Lyceum.Domain.Schedule;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Schedule;

public static class Engagements
{
    /// <summary>The classes to come that the instructors of a course hold anywhere in the school, but for those of one plan.</summary>
    public static async Task<List<Engagement>> EngagementsOfInstructors(this SchoolDb db, Guid courseId, Guid? planId, Instant after, CancellationToken ct)
    {
        var instructors = db.Enrollments.Where(e => e.CourseId == courseId && e.Role == CourseRole.Instructor && e.State == EnrollmentState.Active).Select(e => e.PersonId);
        return await (from session in db.ClassSessions
                      join activity in db.Activities on session.ActivityId equals activity.Id
                      join course in db.Courses on session.CourseId equals course.Id
                      where session.Ends > after && !session.IsLesson && activity.IsPublished && (planId == null || session.PlanId != planId)
                          && db.Enrollments.Any(e => e.CourseId == session.CourseId && e.Role == CourseRole.Instructor && e.State == EnrollmentState.Active && instructors.Contains(e.PersonId))
                      orderby session.Starts
                      select new Engagement(activity.Title, course.Title, session.Starts, session.Ends)).ToListAsync(ct);
    }
}
