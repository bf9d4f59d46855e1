using Lyceum.Data;
using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>What this viewer may do inside this course.</summary>
public sealed record CourseAccess(Course Course, CourseRole? Role, Guid? SectionId, bool IsStaff)
{
    /// <summary>How much later everything is due and closes for this viewer, who was granted it.</summary>
    public Duration DueLater { get; init; }
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
    // A join by hand: for "the first enrollment" the database would number all enrollments of the school. Compiled, because every page asks it.
    private static readonly CompiledQuery<Func<SchoolDb, string, Guid?, Task<Row?>>> Find = new(() => EF.CompileAsyncQuery((SchoolDb db, string slug, Guid? personId) =>
        (from course in db.Courses.AsNoTracking()
         join enrollment in db.Enrollments.Where(one => one.PersonId == personId && one.State == EnrollmentState.Active) on course.Id equals enrollment.CourseId into places
         from place in places.DefaultIfEmpty()
         join accommodation in db.Accommodations.Where(one => one.PersonId == personId) on course.Id equals accommodation.CourseId into granted
         from grant in granted.DefaultIfEmpty()
         where course.Slug == slug
         select new Row(course, place == null ? null : place.Role, place == null ? null : place.SectionId, grant == null ? null : grant.DueLater)).SingleOrDefault()));

    /// <summary>Null = not found for this viewer: no such course, no member, removed, or not published yet.</summary>
    public async Task<CourseAccess?> Open(string slug, Viewer viewer, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        if (await Find.On(db)(db, slug, viewer.PersonId) is not { } row) return null;
        var access = new CourseAccess(row.Course, row.Role, row.SectionId, viewer.IsStaff) { DueLater = row.DueLater ?? Duration.Zero };
        return access.IsMember && (row.Course.IsPublished || access.CanGrade) ? access : null;
    }

    private sealed record Row(Course Course, CourseRole? Role, Guid? SectionId, Duration? DueLater);
}
