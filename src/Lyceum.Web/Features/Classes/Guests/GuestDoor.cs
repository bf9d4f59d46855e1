using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>The way into a class for guests: what was true when they came is asked again each time.</summary>
public sealed class GuestDoor(SchoolDb db, ClassRooms rooms, IClock clock)
{
    /// <summary>Null = this pass opens nothing, or not now.</summary>
    public async Task<ClassActor?> Open(GuestPass pass, CancellationToken ct)
    {
        var seat = await db.GuestsOf(pass.ClassId).SingleOrDefaultAsync(seat => seat.Browser.Id == pass.BrowserId, ct);
        var session = await db.ClassSessions.SingleOrDefaultAsync(session => session.ActivityId == pass.ClassId, ct);
        if (seat is null || session is null || seat.Guest.KeepsOut(session, clock.GetCurrentInstant()) is not null) return null;
        return new ClassActor(pass.BrowserId, seat.Guest.Name, ClassRole.Guest);
    }

    /// <summary>To the log and the recordings: while the class is held, whoever may not come in may not read them either.</summary>
    public async Task<Outcome<ClassActor>> OpenRecord(Visit visit, CancellationToken ct)
    {
        if (visit.Guest is not { } pass || await Open(pass, ct) is not { } who) return Refusal.NotFound;
        if (await rooms.Open(pass.ClassId, ct) is { } room && room.State.KeepsOut(who) is { } refusal) return refusal;
        var session = await db.ClassSessions.SingleAsync(session => session.ActivityId == pass.ClassId, ct);
        var terms = session.HasEnded ? await db.ReplayTerms.SingleOrDefaultAsync(terms => terms.ClassId == pass.ClassId, ct) : null;
        return terms is null || terms.IsOpenTo(null, clock.GetCurrentInstant()) ? who : ReplayTerms.NotOpenYet;
    }

    /// <summary>Where the same link was used in another browser before, those who lead the class are told.</summary>
    public static async Task Announce(ClassRoom room, Visit visit)
    {
        if (visit.Guest is { SharesWith: { } first } pass) await room.Mailbox.Post(new NoticeSharedLink(visit.Name, first, pass.BrowserId), null);
    }
}
