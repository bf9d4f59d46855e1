using Lyceum.Data;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lyceum.Web.Features.Courses;

/// <summary>One's own courses, and all that the school publishes.</summary>
[AllowAnonymous]
public sealed class CoursesPage(SchoolDb db, CourseShelf shelf) : SchoolPage
{
    /// <summary>Words to look for in titles, subjects and summaries.</summary>
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public IReadOnlyList<ShelfCourse> Mine { get; private set; } = [];
    public IReadOnlyList<ShelfCourse> Others { get; private set; } = [];
    public bool MayCreate { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await shelf.All(Viewer, ct);
        var found = all.Where(course => course.Outline.Matches(Q)).ToList();
        Mine = found.Where(course => course.Role is not null).ToList();
        Others = found.Where(course => course.Role is null).ToList();
        MayCreate = Viewer.IsSignedIn && await SaveCourse.MayCreate(db, Viewer, ct);
    }
}
