using System.Globalization;
using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Courses;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Messages;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>A link as whoever invites gets to see it, once.</summary>
public sealed record GuestLink(string Name, Uri Address, string? SentTo);

/// <summary>Invites guests to a class, makes their links anew and withdraws them; each time with an entry for the school's staff.</summary>
public sealed class InviteGuests(SchoolStore store, SchoolSettings settings, Words words, IClock clock)
{
    /// <param name="viewer">Who invites: whoever teaches the course.</param>
    /// <param name="classId">The class.</param>
    /// <param name="name">As the guest is called in the class.</param>
    /// <param name="email">Where the link is sent; empty when it is handed over otherwise.</param>
    /// <param name="seesReplay">Whether they may come back for the replay.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public Task<Outcome<GuestLink>> Invite(Viewer viewer, Guid classId, string? name, string? email, bool seesReplay, CancellationToken ct) =>
        store.Write<GuestLink>(async (db, token) =>
        {
            if (await Taught(db, viewer, classId, token) is not { } session) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            if (session.HasEnded || session.IsPastAt(now)) return ClassRefusals.HasEnded;
            if (await db.ClassGuests.CountAsync(guest => guest.ClassId == classId && guest.WithdrawnAt == null, token) >= ClassGuest.MostInAClass) return GuestRefusals.TooMany;
            var secret = GuestToken.New();
            var invited = ClassGuest.Invite(classId, name, email, seesReplay, secret, viewer.PersonId!.Value, now);
            if (invited.IsRefused) return invited.Refusal;
            db.ClassGuests.Add(invited.Value);
            return await Hand(db, session, invited.Value, secret, "GuestInvited", viewer.PersonId.Value, token);
        }, ct);

    /// <summary>The old link opens nothing any more, and whoever came by it is cut.</summary>
    public Task<Outcome<GuestLink>> Renew(Viewer viewer, Guid classId, Guid guestId, CancellationToken ct) =>
        store.Write<GuestLink>(async (db, token) =>
        {
            if (await Taught(db, viewer, classId, token) is not { } session || await Find(db, viewer, classId, guestId, token) is not { } guest) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            if (session.HasEnded || session.IsPastAt(now)) return ClassRefusals.HasEnded;
            var secret = GuestToken.New();
            guest.Renew(secret, now);
            foreach (var browser in await db.GuestBrowsers.AsTracking().Where(b => b.GuestId == guestId && b.EndedAt == null).ToListAsync(token)) browser.End(now);
            return await Hand(db, session, guest, secret, "GuestLinkRenewed", viewer.PersonId!.Value, token);
        }, ct);

    public Task<Outcome<Done>> Withdraw(Viewer viewer, Guid classId, Guid guestId, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            if (await Taught(db, viewer, classId, token) is not { } session || await Find(db, viewer, classId, guestId, token) is not { } guest) return Refusal.NotFound;
            var now = clock.GetCurrentInstant();
            guest.Withdraw(now);
            db.Audit.Add(AuditEntry.New("GuestWithdrawn", viewer.PersonId, null, session.CourseId, $"{classId}: {guest.Name}", now));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);

    private async Task<Outcome<GuestLink>> Hand(SchoolDb db, ClassSession session, ClassGuest guest, GuestToken secret, string what, Guid by, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var link = new GuestLink(guest.Name, new Uri(settings.PublicAddress, $"{GuestSignIns.Root}/{secret.Text}"), guest.Email);
        if (guest.Email is { } address) db.Mails.Add(await Letter(db, session, guest, link, address, by, now, ct));
        db.Audit.Add(AuditEntry.New(what, by, null, session.CourseId, $"{session.ActivityId}: {guest.Name}", now));
        await db.SaveChangesAsync(ct);
        return link;
    }

    private async Task<Mail> Letter(SchoolDb db, ClassSession session, ClassGuest guest, GuestLink link, string address, Guid by, Instant now, CancellationToken ct)
    {
        var course = await db.Courses.SingleAsync(course => course.Id == session.CourseId, ct);
        var title = await db.Activities.Where(activity => activity.Id == session.ActivityId).Select(activity => activity.Title).SingleAsync(ct);
        var host = await db.People.Where(person => person.Id == by).Select(person => person.Name).SingleAsync(ct);
        var starts = session.Starts.InZone(DateTimeZoneProviders.Tzdb[course.TimeZone]);
        return Mail.New(address, words["{0} invites you to a class: {1}", host, title], $"""
            {words["Hello {0},", guest.Name]}

            {words["you are invited to one class of {0}: {1}, {2} ({3}).", course.Title, title, starts.LocalDateTime.ToString("dddd d MMMM, HH:mm", CultureInfo.CurrentCulture), course.TimeZone]}
            {words["The link is yours alone. It needs no account, only a browser, and opens the class from {0} minutes before until its end:", (int)(session.Starts - session.LobbyOpens).TotalMinutes]}
            {link.Address}

            {words["The class is recorded for those who study in it."]}
            """, now);
    }

    private static Task<ClassSession?> Taught(SchoolDb db, Viewer viewer, Guid classId, CancellationToken ct) =>
        db.ClassSessions.SingleOrDefaultAsync(session => session.ActivityId == classId && db.CoursesTaughtBy(viewer).Any(course => course.Id == session.CourseId), ct);

    private static Task<ClassGuest?> Find(SchoolDb db, Viewer viewer, Guid classId, Guid guestId, CancellationToken ct) =>
        db.ClassGuestsVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(guest => guest.Id == guestId && guest.ClassId == classId, ct);
}
