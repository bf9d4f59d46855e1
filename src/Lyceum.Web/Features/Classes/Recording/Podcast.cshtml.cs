using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Lyceum.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>One's own podcast of a course: its secret address, and how to renew it.</summary>
public sealed class PodcastPage(SchoolDb db, CourseDoor door, AskForSound ask, SchoolSettings settings) : SchoolPage
{
    public CourseAccess Access { get; private set; } = null!;
    public Uri? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return NotFound();
        Access = access;
        var secret = await db.PodcastFeedsVisibleTo(Viewer).Where(f => f.CourseId == access.Course.Id).Select(f => f.Secret).SingleOrDefaultAsync(ct);
        Address = secret is null ? null : new Uri(settings.PublicAddress, $"/podcasts/{secret}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return NotFound();
        await ask.RenewFeed(Viewer, access.Course.Id, ct);
        return Redirect($"/courses/{slug}/podcast");
    }
}
