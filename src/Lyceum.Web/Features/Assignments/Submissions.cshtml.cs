using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Grades;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Assignments;

public sealed record SubmissionRow(Guid PersonId, string Name, Instant? HandedInAt, bool IsLate, bool ToGrade, decimal? Score, bool IsReleased);

public sealed class SubmissionsPage(SchoolDb db, ActivityDoor door) : SchoolPage
{
    public ActivityAccess At { get; private set; } = null!;
    public IReadOnlyList<SubmissionRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Assignment, Viewer, ct) is not { CanGrade: true } at) return NotFound();
        At = at;
        var students = await (from enrollment in db.Enrollments
                              join person in db.People on enrollment.PersonId equals person.Id
                              where enrollment.CourseId == at.Course.Id && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active
                              orderby person.Name
                              select new { person.Id, person.Name }).ToListAsync(ct);
        var work = await db.SubmissionsVisibleTo(Viewer).Where(one => one.ActivityId == id).ToDictionaryAsync(one => one.PersonId, ct);
        var grades = await db.GradesVisibleTo(Viewer).Where(one => one.ActivityId == id).ToDictionaryAsync(one => one.PersonId, ct);
        Rows = [.. students.Select(student =>
        {
            var handed = work.GetValueOrDefault(student.Id);
            var grade = grades.GetValueOrDefault(student.Id);
            return new SubmissionRow(student.Id, student.Name, handed?.HandedInAt, handed?.IsLate == true, grade?.NeedsGrading == true, grade?.Score, grade?.IsReleased == true);
        })];
        return Page();
    }
}
