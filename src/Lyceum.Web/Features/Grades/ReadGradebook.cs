using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Data.Courses;
using Lyceum.Data.Grades;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Grades;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Grades;

/// <summary>The gradebook of a course for those who grade there, in a fixed number of queries whatever its size.</summary>
public sealed class ReadGradebook(SchoolDb db, CourseDoor door, IClock clock)
{
    public sealed record Found(CourseAccess In, Gradebook Book, GradePlan? Plan, IReadOnlyDictionary<Guid, string> Emails, IReadOnlyList<Section> Sections);

    public sealed record Own(CourseAccess In, IReadOnlyList<GradeColumn> Columns, GradeLine Line, IReadOnlyDictionary<Guid, Assignment> LateRules);

    public async Task<Found?> OfCourse(string slug, Viewer viewer, CancellationToken ct)
    {
        if (await door.Open(slug, viewer, ct) is not { CanGrade: true } access) return null;
        var courseId = access.Course.Id;
        var students = await (from enrollment in db.Enrollments
                              join person in db.People on enrollment.PersonId equals person.Id
                              join granted in db.Accommodations on new { enrollment.CourseId, enrollment.PersonId } equals new { granted.CourseId, granted.PersonId } into grants
                              from grant in grants.DefaultIfEmpty()
                              join part in db.Sections on enrollment.SectionId equals part.Id into parts
                              from section in parts.DefaultIfEmpty()
                              where enrollment.CourseId == courseId && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active
                              orderby person.Name
                              select new { person.Id, person.Name, person.Email, DueLater = grant == null ? (Duration?)null : grant.DueLater, Section = section }).ToListAsync(ct);
        var columns = await ColumnsOf(courseId, ct);
        var plan = await PlanOf(viewer, courseId, ct);
        var grades = await db.GradesVisibleTo(viewer).InCourse(db, courseId).ToListAsync(ct);
        var sections = students.Where(student => student.Section is not null).Select(student => student.Section!).DistinctBy(section => section.Id).OrderBy(section => section.Name).ToList();
        var graded = students.Select(student => new GradedStudent(student.Id, student.Name, student.Section?.Id, student.DueLater ?? Duration.Zero));
        var book = Gradebook.Of(columns, graded, grades, clock.GetCurrentInstant(), plan);
        return new Found(access, book, plan, students.ToDictionary(student => student.Id, student => student.Email), sections);
    }

    /// <summary>One's own line: only what has been released counts and shows.</summary>
    public async Task<Own?> OfOneself(string slug, Viewer viewer, CancellationToken ct)
    {
        if (viewer.PersonId is not { } me || await door.Open(slug, viewer, ct) is not { } access) return null;
        var courseId = access.Course.Id;
        var columns = (await ColumnsOf(db.ActivitiesVisibleTo(viewer), courseId, ct)).ConvertAll(column => column.For(access.DueLater));
        var plan = await PlanOf(viewer, courseId, ct);
        var grades = await db.GradesVisibleTo(viewer).Where(grade => grade.CourseId == courseId && grade.PersonId == me).ToListAsync(ct);
        var late = await LateRulesIn(viewer, courseId, ct);
        var now = clock.GetCurrentInstant();
        var cells = columns.Select(column => Shown(column, grades.Find(grade => grade.ActivityId == column.ActivityId), now)).ToList();
        return new Own(access, columns, new GradeLine(me, "", null, cells, TermGrade.Of(columns, cells, plan)), late);
    }

    public Task<GradePlan?> PlanOf(Viewer viewer, Guid courseId, CancellationToken ct) =>
        db.GradePlansVisibleTo(viewer).SingleOrDefaultAsync(plan => plan.CourseId == courseId, ct);

    public Task<Dictionary<Guid, Assignment>> LateRulesIn(Viewer viewer, Guid courseId, CancellationToken ct) =>
        db.AssignmentsVisibleTo(viewer).Where(assignment => assignment.CourseId == courseId).ToDictionaryAsync(assignment => assignment.ActivityId, ct);

    public Task<List<GradeColumn>> ColumnsOf(Guid courseId, CancellationToken ct) => ColumnsOf(db.Activities, courseId, ct);

    private Task<List<GradeColumn>> ColumnsOf(IQueryable<Activity> activities, Guid courseId, CancellationToken ct) =>
        (from activity in activities
         join module in db.Modules on activity.ModuleId equals module.Id
         where activity.CourseId == courseId && activity.IsPublished && activity.Points != null
         orderby module.Position, activity.Position
         select new GradeColumn(activity.Id, activity.Kind, activity.Title, activity.Points!.Value, activity.Due)).ToListAsync(ct);

    private static GradeCell Shown(GradeColumn column, Grade? grade, Instant now) =>
        grade is null || grade.IsReleased || grade.State == GradeState.Missing
            ? Gradebook.CellOf(column, grade, now)
            : new GradeCell(CellState.ToGrade, null, grade.IsLate, false, false, null);
}
