using Lyceum.Data;
using Lyceum.Data.Imports;
using Lyceum.Domain.Imports;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

[EnableRateLimiting("upload")]
public sealed class CourseImportPage(CourseDoor door, SchoolDb db, AskForImport asking) : SchoolPage
{
    public CourseAccess Access { get; private set; } = null!;
    public IReadOnlyList<Import> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await Load(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, IFormFile? file, CancellationToken ct)
    {
        if (!await Load(slug, ct))
            return NotFound();
        if (file is null)
            return Refused(ImportRefusals.NoFile);
        var asked = await asking.Run(Viewer, slug, file.OpenReadStream(), file.FileName, ct: ct);
        return asked.Match<IActionResult>(import => Redirect($"/imports/{import.Id}"), Refused);
    }

    private async Task<bool> Load(string slug, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access)
            return false;
        Access = access;
        Earlier = await db.ImportsVisibleTo(Viewer).Where(i => i.CourseId == access.Course.Id).OrderByDescending(i => i.AskedAt).Take(20).ToListAsync(ct);
        return true;
    }
}
