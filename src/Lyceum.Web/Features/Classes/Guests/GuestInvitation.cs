using System.Globalization;
using Lyceum.Data;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>What a guest is told of the class before they are in it. The times are those of the course; the page puts them into the reader's own zone.</summary>
public sealed record GuestInvitation(ClassSession Session, string ClassTitle, string Module, string Course, string Hue, string Zone, string Host)
{
    public Instant Starts => Session.Starts;
    public Instant Ends => Session.Ends;
    public Instant LobbyOpens => Session.LobbyOpens;
    public int LobbyMinutes => (int)(Starts - LobbyOpens).TotalMinutes;
    public string InCourseZone
    {
        get
        {
            var zone = DateTimeZoneProviders.Tzdb[Zone];
            return $"{Starts.InZone(zone).LocalDateTime.ToString("dddd d MMMM, HH:mm", CultureInfo.CurrentCulture)} – {Ends.InZone(zone).LocalDateTime.ToString("HH:mm", CultureInfo.CurrentCulture)}";
        }
    }

    public static string HomeOf(Guid classId) => $"{GuestSignIns.Root}/classes/{classId}";

    /// <summary>For whoever holds the guest's link or pass.</summary>
    public static async Task<GuestInvitation> Read(SchoolDb db, ClassGuest guest, CancellationToken ct) =>
        await (from session in db.ClassSessions
               join activity in db.Activities on session.ActivityId equals activity.Id
               join module in db.Modules on activity.ModuleId equals module.Id
               join course in db.Courses on session.CourseId equals course.Id
               join host in db.People on guest.InvitedBy equals host.Id
               where session.ActivityId == guest.ClassId
               select new GuestInvitation(session, activity.Title, module.Title, course.Title, course.Hue, course.TimeZone, host.Name)).SingleAsync(ct);
}
