using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>Where a guest's link leads: which class, when, who invites, and the button.</summary>
[AllowAnonymous]
[EnableRateLimiting("guest")]
public sealed class ArrivePage(SchoolDb db, JoinAsGuest join, IClock clock) : SchoolPage
{
    /// <summary>Null = the link opens nothing.</summary>
    public GuestInvitation? Invitation { get; private set; }
    public string GuestName { get; private set; } = "";
    /// <summary>Why one does not come in now; null = the doors are open.</summary>
    public Refusal? KeptOut { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => await Load(token, ct) ? Page() : Nothing();

    public async Task<IActionResult> OnPostAsync(string token, string? zone, CancellationToken ct)
    {
        var joined = await join.Run(token, GuestSignIns.BrowsersOf(HttpContext), Request.Headers.UserAgent.ToString(), zone, ct);
        if (joined.IsRefused) return await Load(token, ct) ? Refused(joined.Refusal) : Nothing();
        await GuestSignIns.Begin(HttpContext, joined.Value.Id);
        var classId = await db.ClassGuests.Where(guest => guest.Id == joined.Value.GuestId).Select(guest => guest.ClassId).SingleAsync(ct);
        return Redirect(GuestInvitation.HomeOf(classId) + "/room");
    }

    private PageResult Nothing()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task<bool> Load(string token, CancellationToken ct)
    {
        var hash = new GuestToken(token).Hash;
        if (await db.ClassGuests.SingleOrDefaultAsync(guest => guest.TokenHash == hash && guest.WithdrawnAt == null, ct) is not { } guest) return false;
        Invitation = await GuestInvitation.Read(db, guest, ct);
        (GuestName, KeptOut) = (guest.Name, guest.KeepsOut(Invitation.Session, clock.GetCurrentInstant()));
        return true;
    }
}
