using Lyceum.Data;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Guests;

/// <summary>Where a guest comes who has left the room, or finds it closed.</summary>
public sealed class WelcomePage(SchoolDb db, IClock clock) : GuestPage(db, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();
}
