using Lyceum.Data;
using Lyceum.Web.Features.Classes.Captions.Machine;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Classes;

/// <summary>The class while it is held. One that has ended is replayed; one whose doors are shut waits in the lobby.</summary>
public sealed class RoomPage(SchoolDb db, CourseDoor courses, ClassDoor door, Times times, MachineCaptions machine) : ClassPage(db, courses, door, times)
{
    public async Task<IActionResult> OnGet(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        if (Session.HasEnded) return Redirect(ReplayUrl);
        if (!Who.IsStaff && !Session.AreDoorsOpenAt(Now)) return Redirect(Home);
        Screen = await Setup("live", null, null, ct) with { HasRecognizer = machine.IsThere };
        return Page();
    }
}
