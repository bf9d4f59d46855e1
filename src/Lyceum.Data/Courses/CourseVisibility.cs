using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;

namespace Lyceum.Data.Courses;

/// <summary>What one may see of courses; every load of their content starts here.</summary>
public static class CourseVisibility
{
    /// <summary>Published courses for everybody; one's own, drafts too, for members who teach; all for staff.</summary>
    public static IQueryable<Course> CoursesVisibleTo(this SchoolDb db, Viewer viewer) =>
        viewer.IsStaff
            ? db.Courses
            : db.Courses.Where(course => course.IsPublished || db.Enrollments.Any(enrollment =>
                enrollment.CourseId == course.Id && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                && enrollment.Role == CourseRole.Instructor));

    /// <summary>Courses whose inside one may see: as an active member, or as staff.</summary>
    public static IQueryable<Course> CoursesOpenTo(this SchoolDb db, Viewer viewer) =>
        viewer.IsStaff
            ? db.Courses
            : db.Courses.Where(course => db.Enrollments.Any(enrollment =>
                enrollment.CourseId == course.Id && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                && (course.IsPublished || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)));

    /// <summary>Courses whose content and people one may change: as an instructor, or as staff.</summary>
    public static IQueryable<Course> CoursesTaughtBy(this SchoolDb db, Viewer viewer) =>
        viewer.IsStaff
            ? db.Courses
            : db.Courses.Where(course => db.Enrollments.Any(enrollment =>
                enrollment.CourseId == course.Id && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                && enrollment.Role == CourseRole.Instructor));

    /// <summary>
    /// Published activities of one's courses, but for the classes of other sections; all of them and drafts too for those who teach there
    /// and for staff. Windows are the domain's to judge.
    /// </summary>
    public static IQueryable<Activity> ActivitiesVisibleTo(this SchoolDb db, Viewer viewer) =>
        viewer.IsStaff
            ? db.Activities
            : from activity in db.Activities
              join course in db.Courses on activity.CourseId equals course.Id
              join enrollment in db.Enrollments on activity.CourseId equals enrollment.CourseId
              where enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                    && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant || (activity.IsPublished && course.IsPublished
                        && (activity.Kind != ActivityKind.ClassSession || !db.ClassSessions.Any(session => session.ActivityId == activity.Id && session.SectionId != null && session.SectionId != enrollment.SectionId))))
              select activity;

    /// <summary>Activities that one may change: where one is an instructor; all for staff.</summary>
    public static IQueryable<Activity> ActivitiesTaughtBy(this SchoolDb db, Viewer viewer) =>
        db.Activities.Where(activity => db.CoursesTaughtBy(viewer).Any(course => course.Id == activity.CourseId));

    /// <summary>Activities whose work one may see and grade: as instructor or assistant; all for staff.</summary>
    public static IQueryable<Activity> ActivitiesGradedBy(this SchoolDb db, Viewer viewer) =>
        viewer.IsStaff
            ? db.Activities
            : db.Activities.Where(activity => db.Enrollments.Any(enrollment =>
                enrollment.CourseId == activity.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)));
}
