using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Courses;

/// <summary>A course among others; <paramref name="Role"/> and <paramref name="Done"/> are the viewer's, null and 0 for one they are not in.</summary>
public sealed record ShelfCourse(CourseOutline Outline, CourseRole? Role, int Done);

/// <summary>The courses that a viewer may see, theirs first: as many queries as there are kinds of things, not as there are courses.</summary>
public sealed class CourseShelf(SchoolDb db, CourseOutlines outlines)
{
    public async Task<IReadOnlyList<ShelfCourse>> All(Viewer viewer, CancellationToken ct)
    {
        var rows = await (from course in db.CoursesVisibleTo(viewer)
                          join enrollment in db.Enrollments.Where(one => one.PersonId == viewer.PersonId && one.State == EnrollmentState.Active)
                              on course.Id equals enrollment.CourseId into places
                          from mine in places.DefaultIfEmpty()
                          select new { course, Role = mine == null ? (CourseRole?)null : mine.Role, SectionId = mine == null ? null : mine.SectionId }).ToListAsync(ct);
        var done = await db.Progress.Where(one => one.PersonId == viewer.PersonId && one.DoneAt != null)
            .GroupBy(one => one.CourseId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, ct);
        var shelf = new List<ShelfCourse>();
        foreach (var row in rows)
        {
            var outline = await outlines.Of(row.course, db, ct);
            shelf.Add(new(row.Role == CourseRole.Student ? outline.ForStudentOf(row.SectionId) : outline, row.Role, done.GetValueOrDefault(row.course.Id)));
        }
        return [.. shelf.OrderBy(one => one.Outline.Course.StartsOn is null).ThenByDescending(one => one.Outline.Course.StartsOn).ThenBy(one => one.Outline.Course.Title)];
    }
}

public static class ShelfSearch
{
    /// <summary>Every word stands somewhere in the title, the subject, the summary or a teacher's name.</summary>
    public static bool Matches(this CourseOutline outline, string? words)
    {
        var text = string.Join(' ', [outline.Course.Title, outline.Course.Subject, outline.Course.Summary, .. outline.Teachers.Select(teacher => teacher.Name)]);
        return (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.CurrentCultureIgnoreCase));
    }
}
