using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Data.Readings;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Interop.Html;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Readings;

/// <summary>The text of a reading and its files, for those who teach.</summary>
public sealed class EditReadingPage(SchoolDb db, ActivityDoor door, ProseRenderer prose, SaveReading save) : SchoolPage
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public TextFormat Format { get; set; }

    public ActivityAccess At { get; private set; } = null!;
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public Prose? Preview { get; private set; }
    public bool Saved { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = (string)RouteData.Values["slug"]!;
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await door.Open(slug, id, ActivityKind.Reading, Viewer) is not { CanTeach: true } at)
        {
            context.Result = NotFound();
            return;
        }
        At = at;
        await next();
    }

    public async Task OnGetAsync(bool saved)
    {
        await Load(withText: true);
        Saved = saved;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await After(await save.Write(Viewer, At.Activity.Id, Typed(), ct));

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await Load(withText: false);
        Preview = prose.Render(Typed());
        return Page();
    }

    public async Task<IActionResult> OnPostAttachAsync(IFormFile? upload, CancellationToken ct) =>
        await After(upload is null
            ? Refusal.Invalid("Choose a file first.")
            : await save.Attach(Viewer, At.Activity.Id, At.Course.Id, upload, ct));

    public async Task<IActionResult> OnPostDetachAsync(Guid file, CancellationToken ct) => await After(await save.Detach(Viewer, At.Activity.Id, file, ct));

    /// <summary>What people type is Markdown; imported HTML goes through the allow-list again each time it is changed.</summary>
    private RichText Typed() => Format == TextFormat.CleanHtml ? RichText.CleanHtml(CleanHtml.Of(Text ?? "", OfTheSchool).Html) : RichText.Markdown(Text ?? "");

    private static string? OfTheSchool(string address) => address.StartsWith("/files/", StringComparison.Ordinal) ? address : null;

    private async Task<IActionResult> After(Outcome<Done> outcome)
    {
        if (!outcome.IsRefused) return LocalRedirect(Request.Path + "?saved=true");
        await Load(withText: Text is null);
        return Refused(outcome.Refusal);
    }

    private async Task Load(bool withText)
    {
        var reading = await db.ReadingsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == At.Activity.Id);
        if (reading is null) return;
        if (withText) (Text, Format) = (reading.Body.Text, reading.Body.Format);
        var files = await db.FilesVisibleTo(Viewer).Where(file => reading.Attachments.Contains(file.Id)).ToListAsync();
        Files = [.. reading.Attachments.Select(id => files.Find(file => file.Id == id)).OfType<StoredFile>()];
    }
}
