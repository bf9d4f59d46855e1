using Lyceum.Data;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>The room, and for whom it was allowed the replay, as a guest has them.</summary>
public sealed class GuestRoomPage(SchoolDb db, IClock clock, Times times) : GuestPage(db, clock)
{
    public RoomSetup Screen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string mode, CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        var session = Invitation.Session;
        if (KeptOut is not null) return Redirect(Home);
        if (mode == "room" && session.HasEnded) return Redirect(Home + "/replay");
        if (mode == "replay" && !session.HasEnded) return Redirect(Home);
        Screen = new(mode == "room" ? "live" : "replay", session.ActivityId, Visit.Guest!.BrowserId, ClassRole.Guest, Invitation.ClassTitle, $"{Invitation.Course}, {Invitation.Module}",
            times.Long(session.StartedAt ?? session.Starts), times.Clock(session.Ends), session.Starts, session.Ends, Now, session.LobbyOpens,
            $"{Home}/log", "", Home, $"{Home}/room", $"{Home}/replay", null, null, null, true) { HubUrl = $"{Home}/line", FilesUrl = $"{Home}/files" };
        return Page();
    }
}
