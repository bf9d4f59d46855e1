using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Data.Courses;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Lessons;

/// <summary>A past class is to be used again: in which course and module, under which name, due when.</summary>
public sealed class ReusePage(SchoolDb db, CourseDoor door, FlipClass flip) : SchoolPage
{
    public sealed record Place(string Course, IReadOnlyList<Module> Modules);

    [BindProperty] public Guid Module { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Due { get; set; }

    public CourseAccess Access { get; private set; } = null!;
    public ClassSession Session { get; private set; } = null!;
    public string ClassTitle { get; private set; } = "";
    public IReadOnlyList<Place> Places { get; private set; } = [];

    public string Home => $"/courses/{Access.Course.Slug}/classes/{Session.ActivityId}";

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        Name = ClassTitle;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        var flipped = await flip.Run(Viewer, Access, id, new(Module, Name ?? "", FormTimes.Moment(Due)), ct);
        return flipped.IsRefused ? Refused(flipped.Refusal) : Redirect($"/courses/{flipped.Value.Slug}/classes/{flipped.Value.ActivityId}/edit");
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { CanTeach: true } access) return false;
        var row = await (from session in db.ClassSessionsVisibleTo(Viewer)
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         where session.ActivityId == id && session.CourseId == access.Course.Id
                         select new { session, activity.Title }).SingleOrDefaultAsync(ct);
        if (row is null) return false;
        (Access, Session, ClassTitle) = (access, row.session, row.Title);
        var modules = await (from module in db.Modules
                             join course in db.CoursesTaughtBy(Viewer) on module.CourseId equals course.Id
                             orderby course.Title, module.Position
                             select new { course.Title, course.Id, module }).ToListAsync(ct);
        Places = [.. modules.GroupBy(m => m.Id).Select(group => new Place(group.First().Title, [.. group.Select(m => m.module)]))];
        return true;
    }
}
