using Lyceum.Data;
using Lyceum.Data.Lectures;
using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Lectures;

public sealed class EditLecturePage(SchoolDb db, ActivityDoor door, SaveLecture save) : SchoolPage
{
    [BindProperty] public string? Notes { get; set; }
    [BindProperty] public string? Chapters { get; set; }

    public ActivityAccess At { get; private set; } = null!;
    public string? MediaName { get; private set; }
    public string? CaptionsName { get; private set; }
    public bool Saved { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = (string)RouteData.Values["slug"]!;
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await door.Open(slug, id, ActivityKind.Lecture, Viewer) is not { CanTeach: true } at)
        {
            context.Result = NotFound();
            return;
        }
        At = at;
        await next();
    }

    public async Task OnGetAsync(bool saved)
    {
        Saved = saved;
        await Load(withText: true);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var chapters = ChapterLines.Parse(Chapters ?? "");
        return await After(chapters.IsRefused ? chapters.Refusal : await save.Describe(Viewer, At.Activity.Id, RichText.Markdown(Notes ?? ""), chapters.Value, ct));
    }

    public async Task<IActionResult> OnPostRecordAsync(IFormFile? media, CancellationToken ct) =>
        await After(media is null ? Refusal.Invalid("Choose a file first.") : await save.Record(Viewer, At.Activity.Id, At.Course.Id, media, ct));

    public async Task<IActionResult> OnPostCaptionAsync(IFormFile? captions, CancellationToken ct) =>
        await After(captions is null ? Refusal.Invalid("Choose a file first.") : await save.Caption(Viewer, At.Activity.Id, At.Course.Id, captions, ct));

    private async Task<IActionResult> After(Outcome<Done> outcome)
    {
        if (!outcome.IsRefused) return LocalRedirect(Request.Path + "?saved=true");
        await Load(withText: Notes is null);
        return Refused(outcome.Refusal);
    }

    private async Task Load(bool withText)
    {
        var lecture = await db.LecturesVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == At.Activity.Id);
        if (lecture is null) return;
        if (withText) (Notes, Chapters) = (lecture.Notes.Text, ChapterLines.Write(lecture.Chapters));
        var files = await db.FilesVisibleTo(Viewer).Where(file => file.Id == lecture.MediaFileId || file.Id == lecture.CaptionsFileId).ToListAsync();
        MediaName = files.Find(file => file.Id == lecture.MediaFileId)?.Name;
        CaptionsName = files.Find(file => file.Id == lecture.CaptionsFileId)?.Name;
    }
}
