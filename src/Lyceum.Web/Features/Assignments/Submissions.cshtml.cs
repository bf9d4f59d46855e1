using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Assignments;

public sealed class SubmissionsPage(ActivityDoor door, GradingQueues queues, ReleaseGrades releasing) : SchoolPage
{
    public ActivityAccess At { get; private set; } = null!;
    public GradingQueue Queue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Assignment, Viewer, ct) is not { CanGrade: true } at) return NotFound();
        At = at;
        Queue = await queues.Read(at.Activity, Viewer, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct)
    {
        var released = await releasing.Run(Viewer, id, ct);
        return released.IsRefused ? NotFound() : LocalRedirect(Request.Path);
    }
}
