using Lyceum.Data;
using Lyceum.Data.Grades;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Grades;

/// <summary>The gradebook of a course for those who grade there, in four queries whatever its size.</summary>
public sealed class ReadGradebook(SchoolDb db, CourseDoor door, IClock clock)
{
    public sealed record Found(CourseAccess In, Gradebook Book, IReadOnlyDictionary<Guid, string> Emails, IReadOnlyList<Section> Sections);

    public async Task<Found?> OfCourse(string slug, Viewer viewer, CancellationToken ct)
    {
        if (await door.Open(slug, viewer, ct) is not { CanGrade: true } access) return null;
        var courseId = access.Course.Id;
        var students = await (from enrollment in db.Enrollments
                              join person in db.People on enrollment.PersonId equals person.Id
                              where enrollment.CourseId == courseId && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active
                              orderby person.Name
                              select new { person.Id, person.Name, person.Email, enrollment.SectionId }).ToListAsync(ct);
        var columns = await ColumnsOf(courseId, ct);
        var grades = await db.GradesVisibleTo(viewer).Where(grade => grade.CourseId == courseId).ToListAsync(ct);
        var sections = await db.Sections.Where(section => section.CourseId == courseId).OrderBy(section => section.Name).ToListAsync(ct);
        var book = Gradebook.Of(columns, students.Select(student => (student.Id, student.Name, student.SectionId)), grades, clock.GetCurrentInstant());
        return new Found(access, book, students.ToDictionary(student => student.Id, student => student.Email), sections);
    }

    /// <summary>One's own line: only what has been released counts and shows.</summary>
    public async Task<(CourseAccess In, IReadOnlyList<GradeColumn> Columns, GradeLine Line)?> OfOneself(string slug, Viewer viewer, CancellationToken ct)
    {
        if (viewer.PersonId is not { } me || await door.Open(slug, viewer, ct) is not { } access) return null;
        var columns = await ColumnsOf(access.Course.Id, ct);
        var grades = await db.GradesVisibleTo(viewer).Where(grade => grade.CourseId == access.Course.Id && grade.PersonId == me).ToListAsync(ct);
        var now = clock.GetCurrentInstant();
        var cells = columns.Select(column => Shown(column, grades.Find(grade => grade.ActivityId == column.ActivityId), now)).ToList();
        return (access, columns, new GradeLine(me, "", null, cells, Gradebook.PercentOf(columns, cells)));
    }

    private static GradeCell Shown(GradeColumn column, Grade? grade, Instant now) =>
        grade is null || grade.IsReleased || grade.State == GradeState.Missing
            ? Gradebook.CellOf(column, grade, now)
            : new GradeCell(CellState.ToGrade, null, grade.IsLate, false, false, null);

    private Task<List<GradeColumn>> ColumnsOf(Guid courseId, CancellationToken ct) =>
        (from activity in db.Activities
         join module in db.Modules on activity.ModuleId equals module.Id
         where activity.CourseId == courseId && activity.IsPublished && activity.Points != null
         orderby module.Position, activity.Position
         select new GradeColumn(activity.Id, activity.Kind, activity.Title, activity.Points!.Value, activity.Due)).ToListAsync(ct);
}
