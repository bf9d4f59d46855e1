using Lyceum.Data;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>The class after it has ended: the room with another clock.</summary>
public sealed class ReplayPage(SchoolDb db, CourseDoor courses, ClassDoor door, Times times) : ClassPage(db, courses, door, times)
{
    /// <summary>What keeps it from this person; null when it is open.</summary>
    public ReplayTerms? Terms { get; private set; }
    public bool HasGone { get; private set; }
    public Instant? OpensAt { get; private set; }

    public async Task<IActionResult> OnGet(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        if (!Session.HasEnded || Session.StartedAt is null) return Redirect(Home);
        HasGone = await IsGone(ct);
        if (HasGone) return Page();
        Terms = await HeldBackBy(ct);
        OpensAt = Terms?.OpensFor(Access.SectionId);
        if (Terms is not null) return Page();
        Screen = await Setup("replay", await Credit(ct), await WatchedUntil(ct), ct);
        return Page();
    }
}
