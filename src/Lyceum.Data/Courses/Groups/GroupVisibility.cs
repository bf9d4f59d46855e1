using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;

namespace Lyceum.Data.Courses;

public static class GroupVisibility
{
    /// <summary>The sets of groups of the courses that one is in, and so their groups and who is in them; all for school staff.</summary>
    public static IQueryable<GroupSet> GroupSetsVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.GroupSets.Where(set => db.CoursesOpenTo(viewer).Any(course => course.Id == set.CourseId));
}
