using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;

namespace Lyceum.Data.Classes;

public static class GuestVisibility
{
    /// <summary>The guests of the classes of the courses in which one teaches; all for school staff.</summary>
    public static IQueryable<ClassGuest> ClassGuestsVisibleTo(this SchoolDb db, Viewer viewer) =>
        db.ClassGuests.Where(guest => viewer.IsStaff || db.ClassSessions.Any(session => session.ActivityId == guest.ClassId && db.Enrollments.Any(enrollment =>
            enrollment.CourseId == session.CourseId && enrollment.PersonId == viewer.PersonId && enrollment.State == EnrollmentState.Active && enrollment.Role == CourseRole.Instructor)));

    /// <summary>The log of a class as somebody without a place in its course may see it, but for what is for named people: see <see cref="Audience.Includes(Guid, bool)"/>.</summary>
    public static IQueryable<StoredClassEvent> ClassEventsForGuests(this SchoolDb db, Guid classId) =>
        db.ClassEvents.Where(logged => logged.ClassId == classId && logged.Audience != AudienceKind.Staff && logged.Audience != AudienceKind.Hosts);

    /// <summary>Those who are guests of this class now: in which browser, by which invitation.</summary>
    public static IQueryable<SeatedGuest> GuestsOf(this SchoolDb db, Guid classId) =>
        from browser in db.GuestBrowsers
        join guest in db.ClassGuests on browser.GuestId equals guest.Id
        where guest.ClassId == classId && browser.EndedAt == null && guest.WithdrawnAt == null
        select new SeatedGuest { Browser = browser, Guest = guest };
}

/// <summary>Somebody who came by a link that still holds.</summary>
public sealed record SeatedGuest
{
    public required GuestBrowser Browser { get; init; }
    public required ClassGuest Guest { get; init; }
}
