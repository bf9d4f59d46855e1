using System.Collections.Immutable;
using Lyceum.Data.Classes;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Today;

/// <summary>A course that one is in, and as what.</summary>
public sealed record OwnCourse(Course Course, CourseRole Role, Guid? SectionId)
{
    public Duration DueLater { get; init; }
    public bool Teaches => Role is CourseRole.Instructor or CourseRole.Assistant;
}

/// <summary>A class of one's week or of later: its hours (UTC) and how its time is parted.</summary>
public sealed record OwnClass(Guid ActivityId, Instant Starts, Instant Ends, Instant LobbyOpens, Instant? EndedAt, ImmutableArray<PlanSegment> Segments)
{
    public bool IsOverAt(Instant now) => EndedAt is not null || now >= Ends;
    public int Minutes => (int)(Ends - Starts).TotalMinutes;
}

/// <summary>Work that waits for a hand: how many were handed in and have no grade yet.</summary>
public sealed record ToGrade(Guid CourseId, Guid ActivityId, int Waiting);

/// <summary>What Today and the calendar read: a fixed number of queries, however many courses one is in.</summary>
public static class TodayQueries
{
    private const int MostClasses = 200;

    public static async Task<IReadOnlyList<OwnCourse>> OwnCourses(this SchoolDb db, Viewer viewer, CancellationToken ct) =>
        await (from enrollment in db.Enrollments
               join course in db.Courses on enrollment.CourseId equals course.Id
               where enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                     && (course.IsPublished || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)
               orderby course.Title
               select new OwnCourse(course, enrollment.Role, enrollment.SectionId)
               {
                   DueLater = db.Accommodations.Where(granted => granted.CourseId == course.Id && granted.PersonId == viewer.PersonId).Select(granted => granted.DueLater).FirstOrDefault(),
               }).ToListAsync(ct);

    public static Task<Dictionary<Guid, ActivityProgress>> OwnProgressEverywhere(this SchoolDb db, Viewer viewer, CancellationToken ct) =>
        db.Progress.Where(progress => progress.PersonId == viewer.PersonId).ToDictionaryAsync(progress => progress.ActivityId, ct);

    /// <summary>The classes of one's courses and sections that end after <paramref name="after"/>; teachers see those of every section.</summary>
    public static Task<Dictionary<Guid, OwnClass>> OwnClasses(this SchoolDb db, Viewer viewer, Instant after, CancellationToken ct) =>
        (from session in db.ClassSessionsVisibleTo(viewer)
         join enrollment in db.Enrollments on session.CourseId equals enrollment.CourseId
         where enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active && session.Ends > after && !session.IsLesson
               && (session.SectionId == null || session.SectionId == enrollment.SectionId || enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)
         orderby session.Starts
         select new OwnClass(session.ActivityId, session.Starts, session.Ends, session.LobbyOpens, session.EndedAt, session.Segments))
        .Take(MostClasses).ToDictionaryAsync(one => one.ActivityId, ct);

    public static async Task<IReadOnlyList<ToGrade>> WaitingForGrades(this SchoolDb db, Viewer viewer, CancellationToken ct) =>
        await (from grade in db.Grades
               join enrollment in db.Enrollments on grade.CourseId equals enrollment.CourseId
               where grade.NeedsGrading && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active
                     && (enrollment.Role == CourseRole.Instructor || enrollment.Role == CourseRole.Assistant)
               group grade by new { grade.CourseId, grade.ActivityId } into waiting
               select new ToGrade(waiting.Key.CourseId, waiting.Key.ActivityId, waiting.Count())).ToListAsync(ct);
}
