using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Courses;

/// <summary>Grants a student more time and later due dates throughout a course; a factor of 1 and no hours take it back.</summary>
public sealed class GrantAccommodation(SchoolStore store, IClock clock)
{
    /// <summary>What is null stays as it is.</summary>
    public Task<Outcome<Done>> Run(Viewer viewer, string slug, Guid personId, decimal? timeFactor, Duration? dueLater, CancellationToken ct) =>
        store.ChangeCourse<Done>(viewer, slug, async (db, course, token) =>
        {
            if (!await db.Enrollments.AnyAsync(enrollment => enrollment.CourseId == course.Id && enrollment.PersonId == personId
                    && enrollment.Role == CourseRole.Student && enrollment.State == EnrollmentState.Active, token)) return Refusal.NotFound;
            var granted = await db.Accommodations.AsTracking().SingleOrDefaultAsync(one => one.CourseId == course.Id && one.PersonId == personId, token);
            if (granted is null) db.Accommodations.Add(granted = Accommodation.For(course.Id, personId));
            if (granted.GrantTime(timeFactor ?? granted.TimeFactor) is { IsRefused: true } time) return time;
            if (granted.MoveDeadlines(dueLater ?? granted.DueLater) is { IsRefused: true } moved) return moved;
            if (granted.IsNothing) db.Accommodations.Remove(granted);
            db.Audit.Add(AuditEntry.New("AccommodationGranted", viewer.PersonId, personId, course.Id,
                $"time × {granted.TimeFactor:0.##}, due {granted.DueLater.TotalHours:0} h later", clock.GetCurrentInstant()));
            return new Done();
        }, ct);
}
