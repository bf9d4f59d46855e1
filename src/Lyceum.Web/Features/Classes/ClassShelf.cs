using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Grades;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>A class of a course as its list shows it; what concerns the reader is null for those who are no students.</summary>
public sealed record ShelvedClass(
    Guid Id, string Title, bool IsPublished, Instant Starts, Instant Ends, Instant LobbyOpens, Instant? StartedAt, Instant? EndedAt, Instant? CountsUntil,
    double Covered, bool IsEarned, int EarnedByOthers, Guid? SectionId, string? Section, bool IsLesson)
{
    public bool IsOverAt(Instant now) => EndedAt is not null || (StartedAt is null && now >= Ends + ClassSession.LongestOverrun);
    public bool WasHeld => StartedAt is not null;
    public int Minutes => (int)(Ends - Starts).TotalMinutes;
}

public static class ClassShelf
{
    /// <summary>The classes of a course that this viewer sees, by their time.</summary>
    public static async Task<List<ShelvedClass>> Read(SchoolDb db, CourseAccess access, Viewer viewer, CancellationToken ct)
    {
        var me = viewer.PersonId;
        var grades = db.GradesVisibleTo(viewer);
        return await (from session in db.ClassSessionsVisibleTo(viewer)
                      join activity in db.Activities on session.ActivityId equals activity.Id
                      where session.CourseId == access.Course.Id
                      join part in db.Sections on session.SectionId equals part.Id into parts
                      from section in parts.DefaultIfEmpty()
                      orderby session.Starts
                      let progress = db.Progress.FirstOrDefault(p => p.ActivityId == session.ActivityId && p.PersonId == me)
                      select new ShelvedClass(
                          session.ActivityId, activity.Title, activity.IsPublished, session.Starts, session.Ends, session.LobbyOpens, session.StartedAt, session.EndedAt, session.IsLesson ? activity.Due : session.ReplayCountsUntil,
                          progress == null ? 0 : progress.FractionDone, progress != null && progress.DoneAt != null,
                          access.CanGrade ? grades.Count(g => g.ActivityId == session.ActivityId && g.Score != null && g.Score > 0) : 0, session.SectionId, section == null ? null : section.Name, session.IsLesson)).ToListAsync(ct);
    }

    /// <summary>How many study in each section; those in none stand under <see cref="Guid.Empty"/>.</summary>
    public static Task<Dictionary<Guid, int>> CountStudents(SchoolDb db, CourseAccess access, CancellationToken ct) =>
        db.Enrollments.Where(e => e.CourseId == access.Course.Id && e.Role == CourseRole.Student && e.State == EnrollmentState.Active)
            .GroupBy(e => e.SectionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key ?? Guid.Empty, one => one.Count, ct);
}
