using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Imports;

namespace Lyceum.Data.Imports;

public static class ImportVisibility
{
    /// <summary>Those into courses that one teaches, and those one asked for while they have no course yet; all for staff.</summary>
    public static IQueryable<Import> ImportsVisibleTo(this SchoolDb db, Viewer viewer) =>
        viewer.IsStaff
            ? db.Imports
            : db.Imports.Where(import => import.CourseId == null
                ? import.AskedBy == viewer.PersonId
                : db.CoursesTaughtBy(viewer).Any(course => course.Id == import.CourseId));
}
