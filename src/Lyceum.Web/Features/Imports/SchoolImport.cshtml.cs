using Lyceum.Data;
using Lyceum.Data.Imports;
using Lyceum.Domain.Imports;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Imports;

[EnableRateLimiting("upload")]
public sealed class SchoolImportPage(SchoolDb db, AskForImport asking) : SchoolPage
{
    public IReadOnlyList<Import> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (!await Load(ct))
            return NotFound();
        if (file is null)
            return Refused(ImportRefusals.NoFile);
        var asked = await asking.Run(Viewer, null, file.OpenReadStream(), file.FileName, ct: ct);
        return asked.Match<IActionResult>(import => Redirect($"/imports/{import.Id}"), Refused);
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        if (!Viewer.IsStaff)
            return false;
        Earlier = await db.ImportsVisibleTo(Viewer).Where(i => i.MakesCourse).OrderByDescending(i => i.AskedAt).Take(20).ToListAsync(ct);
        return true;
    }
}
