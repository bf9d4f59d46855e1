using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;

namespace Lyceum.Data.Grades;

public static class GradeVisibility
{
    /// <summary>One's own (the page shows a score only once it is released), everybody's where one grades, all for staff.</summary>
    public static IQueryable<Grade> GradesVisibleTo(this SchoolDb db, Viewer viewer) =>
        viewer.IsStaff
            ? db.Grades
            : db.Grades.Where(grade => db.Enrollments.Any(enrollment =>
                enrollment.CourseId == grade.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                && (grade.PersonId == viewer.PersonId || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)));

    /// <summary>Everybody's in a course, but for activities that were taken out. Found through its activities, which the primary key begins with: an index by course would be one more that every hand-in has to write.</summary>
    public static IQueryable<Grade> InCourse(this IQueryable<Grade> grades, SchoolDb db, Guid courseId)
    {
        var activities = db.Activities.Where(activity => activity.CourseId == courseId).Select(activity => activity.Id);
        return grades.Where(grade => activities.Contains(grade.ActivityId));
    }

    /// <summary>How the total comes about is for everybody in the course to know.</summary>
    public static IQueryable<GradePlan> GradePlansVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.GradePlans.Where(plan => db.CoursesOpenTo(viewer).Any(course => course.Id == plan.CourseId));
}
