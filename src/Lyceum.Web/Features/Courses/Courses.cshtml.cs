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

    public IReadOnlyDictionary<string, string> IslandWords => new Dictionary<string, string>
    {
        ["hours"] = T["{0} h free", "{0}"],
        ["all"] = T["Every class fits"],
        ["some"] = T["{0} of {1} classes fit; the others can be replayed for credit", "{0}", "{1}"],
        ["none"] = T["No class fits; every one can be replayed for credit"],
        ["own"] = T["Fits: nothing is at a fixed hour"],
        ["cell"] = T["{0}, {1}", "{0}", "{1}"],
        ["hour"] = T["Hour"],
        ["free"] = T["free"],
        ["taken"] = T["not free"],
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await shelf.All(Viewer, ct);
        var found = all.Where(course => course.Outline.Matches(Q)).ToList();
        Mine = found.Where(course => course.Role is not null).ToList();
        Others = found.Where(course => course.Role is null).ToList();
        MayCreate = Viewer.IsSignedIn && await SaveCourse.MayCreate(db, Viewer, ct);
    }
}
