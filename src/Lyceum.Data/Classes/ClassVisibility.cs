using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;

namespace Lyceum.Data.Classes;

public static class ClassVisibility
{
    /// <summary>The class sessions of the activities that one sees.</summary>
    public static IQueryable<ClassSession> ClassSessionsVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.ClassSessions.Where(session => db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == session.ActivityId));

    /// <summary>
    /// The log of the classes that one sees, but for what is for other eyes. What is for named people is left to
    /// <see cref="Audience.Includes(Guid, bool)"/>: call it on what comes back.
    /// </summary>
    public static IQueryable<StoredClassEvent> ClassEventsVisibleTo(this SchoolDb db, Viewer viewer) =>
        from logged in db.ClassEvents
        join session in db.ClassSessions on logged.ClassId equals session.ActivityId
        where db.ActivitiesVisibleTo(viewer).Any(activity => activity.Id == logged.ClassId)
            && ((logged.Audience != AudienceKind.Staff && logged.Audience != AudienceKind.Hosts) || viewer.IsStaff || db.Enrollments.Any(enrollment =>
                enrollment.CourseId == session.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)))
        select logged;

    /// <summary>One's own, and everybody's where one teaches or grades; all for staff.</summary>
    public static IQueryable<ReplayWatch> ReplayWatchesVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.ReplayWatches.Where(watch => viewer.IsStaff || db.ClassSessions.Any(session => session.ActivityId == watch.ClassId && db.Enrollments.Any(enrollment =>
            enrollment.CourseId == session.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
            && (watch.PersonId == viewer.PersonId || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant))));
}
