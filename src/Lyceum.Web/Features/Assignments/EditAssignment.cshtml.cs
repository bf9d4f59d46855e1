using Lyceum.Data;
using Lyceum.Data.Assignments;
using Lyceum.Domain;
using Lyceum.Domain.Assignments;
using Lyceum.Domain.Courses;
using Lyceum.Interop.Html;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Assignments;

public sealed class EditAssignmentPage(SchoolDb db, ActivityDoor door, SaveAssignment save) : SchoolPage
{
    [BindProperty] public string? Instructions { get; set; }
    [BindProperty] public TextFormat Format { get; set; }
    [BindProperty] public bool TakesText { get; set; }
    [BindProperty] public bool TakesFiles { get; set; }
    [BindProperty] public LateRule Late { get; set; }
    [BindProperty] public int LatePercentADay { get; set; }

    [BindProperty] public List<CriterionTyped> Rubric { get; set; } = [];

    public ActivityAccess At { get; private set; } = null!;
    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, bool saved, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Assignment, Viewer, ct) is not { CanTeach: true } at) return NotFound();
        (At, Saved) = (at, saved);
        var asks = await db.AssignmentsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct) ?? Assignment.For(at.Activity);
        (Instructions, Format) = (asks.Instructions.Text, asks.Instructions.Format);
        (TakesText, TakesFiles, Late, LatePercentADay) = (asks.TakesText, asks.TakesFiles, asks.Late, asks.LatePercentADay);
        Rubric = RubricForms.WithRoom(RubricForms.Of(asks.Rubric));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Assignment, Viewer, ct) is not { CanTeach: true } at) return NotFound();
        At = at;
        var text = Format == TextFormat.CleanHtml ? RichText.CleanHtml(CleanHtml.Of(Instructions ?? "", OfTheSchool).Html) : RichText.Markdown(Instructions ?? "");
        var rubric = RubricForms.Read(Rubric);
        if (rubric.IsRefused) return Again(rubric.Refusal);
        var saved = await save.Run(Viewer, id, new(text, TakesText, TakesFiles, Late, LatePercentADay, rubric.Value), ct);
        return saved.IsRefused ? Again(saved.Refusal) : LocalRedirect(Request.Path + "?saved=true");
    }

    /// <summary>The rows are drawn anew from what was typed, not from where they stood.</summary>
    private IActionResult Again(Refusal refusal)
    {
        Rubric = RubricForms.WithRoom(Rubric);
        ModelState.Clear();
        return Refused(refusal);
    }

    private static string? OfTheSchool(string address) => address.StartsWith("/files/", StringComparison.Ordinal) ? address : null;
}
