using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>What somebody who was in a class asks to have taken out of its recording, and what came of it.</summary>
public sealed class RemovalPage(SchoolDb db, CourseDoor door, AskForRemoval ask) : SchoolPage
{
    public CourseAccess Access { get; private set; } = null!;
    public Guid ClassId { get; private set; }
    public string ClassTitle { get; private set; } = "";
    public IReadOnlyList<RemovalRequest> Requests { get; private set; } = [];
    public RecordingRule? Rule { get; private set; }
    [BindProperty] public ReplayEditKind Kind { get; set; } = ReplayEditKind.Name;
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? Until { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        var asked = await ask.Run(Viewer, Access.Course, id, Kind, OffsetText.Parse(From) ?? 0, OffsetText.Parse(Until) ?? 0, Reason, ct);
        return asked.IsRefused ? Refused(asked.Refusal) : Redirect($"/courses/{slug}/classes/{id}/removal");
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, Viewer, ct) is not { } access) return false;
        var title = await (from session in db.ClassSessionsVisibleTo(Viewer)
                           join activity in db.Activities on session.ActivityId equals activity.Id
                           where session.ActivityId == id && session.CourseId == access.Course.Id
                           select activity.Title).SingleOrDefaultAsync(ct);
        if (title is null) return false;
        (Access, ClassId, ClassTitle) = (access, id, title);
        Rule = await db.RuleOf(access.Course.Id, ct);
        Requests = await db.RemovalRequestsVisibleTo(Viewer).Where(r => r.ClassId == id && r.PersonId == Me).OrderByDescending(r => r.AskedAt).ToListAsync(ct);
        return true;
    }

    public static string WordOf(ReplayEditKind kind, Words words) => kind switch
    {
        ReplayEditKind.Name => words["The name"],
        ReplayEditKind.Picture => words["The picture"],
        ReplayEditKind.Sound => words["The voice"],
        ReplayEditKind.Words => words["What was written"],
        _ => words["A stretch of the class"],
    };
}
