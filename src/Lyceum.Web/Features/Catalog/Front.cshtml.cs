using Lyceum.Data;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Catalog;

/// <summary>The school as somebody sees it who comes for the first time.</summary>
[AllowAnonymous]
public sealed class FrontPage(SchoolDb db, CourseShelf shelf) : SchoolPage
{
    public string School { get; private set; } = "";
    public IReadOnlyList<ShelfCourse> Courses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Viewer.IsSignedIn) return LocalRedirect("/");
        School = await db.School.Select(school => school.Name).SingleOrDefaultAsync(ct) ?? "Lyceum";
        Courses = await shelf.All(Viewer, ct);
        return Page();
    }
}
