using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>What the pages of a guest know of their one class.</summary>
[Authorize("guest")]
public abstract class GuestPage(SchoolDb db, IClock clock) : SchoolPage
{
    public GuestInvitation Invitation { get; private set; } = null!;
    public Refusal? KeptOut { get; private set; }
    public Instant Now => clock.GetCurrentInstant();
    public string Home => GuestInvitation.HomeOf(Invitation.Session.ActivityId);

    protected async Task<bool> Load(CancellationToken ct)
    {
        if (Visit.Guest is not { } pass) return false;
        var seat = await db.GuestsOf(pass.ClassId).SingleOrDefaultAsync(seat => seat.Browser.Id == pass.BrowserId, ct);
        if (seat is null) return false;
        Invitation = await GuestInvitation.Read(db, seat.Guest, ct);
        KeptOut = seat.Guest.KeepsOut(Invitation.Session, Now);
        return true;
    }
}
