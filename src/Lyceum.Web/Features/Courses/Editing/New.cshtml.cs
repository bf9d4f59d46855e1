using Lyceum.Data;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Courses;

/// <summary>Begins a course: a title and a hue; everything else waits in its settings.</summary>
public sealed class NewPage(SchoolDb db, SaveCourse save) : SchoolPage
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string Hue { get; set; } = Hues.All[0];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await SaveCourse.MayCreate(db, Viewer, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var created = await save.Create(Viewer, Title ?? "", Hue, Zone.Id, ct);
        return created.IsRefused ? Refused(created.Refusal) : Redirect($"/courses/{created.Value.Slug}/edit");
    }
}
