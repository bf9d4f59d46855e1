using Lyceum.Data;
using Lyceum.Data.Discussions;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Interop.Html;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Discussions;

public sealed class EditDiscussionPage(SchoolDb db, ActivityDoor door, SaveDiscussion save) : SchoolPage
{
    [BindProperty] public string? Prompt { get; set; }
    [BindProperty] public TextFormat Format { get; set; }

    public ActivityAccess At { get; private set; } = null!;
    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, bool saved, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Discussion, Viewer, ct) is not { CanTeach: true } at) return NotFound();
        (At, Saved) = (at, saved);
        var prompt = (await db.DiscussionsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct))?.Prompt ?? RichText.Empty;
        (Prompt, Format) = (prompt.Text, prompt.Format);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Discussion, Viewer, ct) is not { CanTeach: true } at) return NotFound();
        At = at;
        var text = Format == TextFormat.CleanHtml
            ? RichText.CleanHtml(CleanHtml.Of(Prompt ?? "", address => address.StartsWith("/files/", StringComparison.Ordinal) ? address : null).Html)
            : RichText.Markdown(Prompt ?? "");
        var saved = await save.Run(Viewer, id, text, ct);
        return saved.IsRefused ? Refused(saved.Refusal) : LocalRedirect(Request.Path + "?saved=true");
    }
}
