using Lyceum.Data;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Courses;

/// <summary>What this viewer may do inside this course.</summary>
public sealed record CourseAccess(Course Course, CourseRole? Role, Guid? SectionId, bool IsStaff)
{
    public bool IsMember => Role is not null || IsStaff;
    public bool IsStudent => Role == CourseRole.Student;
    /// <summary>Edits content, plans and leads classes, manages people.</summary>
    public bool CanTeach => IsStaff || Role == CourseRole.Instructor;
    /// <summary>Sees everybody's work, grades it, moderates.</summary>
    public bool CanGrade => CanTeach || Role == CourseRole.Assistant;
}

/// <summary>The way into everything inside a course.</summary>
public sealed class CourseDoor(SchoolDb db)
{
    /// <summary>Null = not found for this viewer: no such course, no member, removed, or not published yet.</summary>
    public async Task<CourseAccess?> Open(string slug, Viewer viewer, CancellationToken ct = default)
    {
        var row = await (from course in db.Courses
                         where course.Slug == slug
                         select new
                         {
                             course,
                             enrollment = db.Enrollments.FirstOrDefault(enrollment =>
                                 enrollment.CourseId == course.Id && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active),
                         }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var access = new CourseAccess(row.course, row.enrollment?.Role, row.enrollment?.SectionId, viewer.IsStaff);
        return access.IsMember && (row.course.IsPublished || access.CanGrade) ? access : null;
    }
}
