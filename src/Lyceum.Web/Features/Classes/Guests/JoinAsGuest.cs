using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>Uses a guest's link in a browser: the first one is the guest's, every other is known as another.</summary>
public sealed class JoinAsGuest(SchoolStore store, IClock clock)
{
    /// <param name="link">The token of the link.</param>
    /// <param name="known">The browsers whose cookie came along.</param>
    /// <param name="device">The user agent.</param>
    /// <param name="zone">IANA zone id, as the browser says; null when it says none.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<Outcome<GuestBrowser>> Run(string link, Guid[] known, string device, string? zone, CancellationToken ct) =>
        store.Write<GuestBrowser>(async (db, token) =>
        {
            var hash = new GuestToken(link).Hash;
            if (await db.ClassGuests.SingleOrDefaultAsync(guest => guest.TokenHash == hash, token) is not { } guest) return Refusal.NotFound;
            var session = await db.ClassSessions.SingleAsync(session => session.ActivityId == guest.ClassId, token);
            var now = clock.GetCurrentInstant();
            if (guest.KeepsOut(session, now) is { } refusal) return refusal;
            var browsers = await db.GuestBrowsers.Where(browser => browser.GuestId == guest.Id && browser.EndedAt == null).ToListAsync(token);
            if (browsers.Find(browser => known.Contains(browser.Id)) is { } again) return again;
            if (browsers.Count >= GuestBrowser.MostOfAGuest) return GuestRefusals.TooManyDevices;
            var course = await db.Courses.Where(course => course.Id == session.CourseId).Select(course => course.TimeZone).SingleAsync(token);
            var own = zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : course;
            var browser = GuestBrowser.Come(guest, device, own, isFirst: browsers.Count == 0, now);
            db.GuestBrowsers.Add(browser);
            await db.SaveChangesAsync(token);
            return browser;
        }, ct);
}
