using System.Text.Json;
using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Data.Readings;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Domain.Readings;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Thread = Lyceum.Domain.Discussions.Thread;

namespace Lyceum.Web.Features.Readings;

/// <summary>Where in the text the form stands, as the page found it.</summary>
public sealed record Selected(string? Quote, string? Before, string? After, int Start);

public sealed class ReadingPage(SchoolDb db, ActivityDoor door, ReadingDesk desk) : SchoolPage
{
    [BindProperty] public string? Text { get; set; }

    public ActivityAccess At { get; private set; } = null!;
    public Prose Prose { get; private set; } = null!;
    public IHtmlContent Html { get; private set; } = null!;
    public IReadOnlyList<BesideText> Beside { get; private set; } = [];
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public Selected? Selected { get; private set; }
    public bool IsDone { get; private set; }
    public double Fraction { get; private set; }
    public bool Tracks => At.In.IsStudent;
    public bool MaySpeak => At.In.IsStaff || At.In.Role is not CourseRole.Observer;
    public int Minutes => At.Activity.EffortMinutes > 0 ? At.Activity.EffortMinutes : Math.Max(1, Prose.Words / 200);
    public int MinutesLeft => IsDone ? Minutes : Math.Max(1, (int)Math.Round(Minutes * (1 - Fraction)));

    public IHtmlContent Rendered(string post) => desk.Prose.Post(post);

    public IHtmlContent WordsJson => new HtmlString(JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["highlight"] = T["Highlight"],
        ["keep"] = T["Keep the note"],
        ["picking"] = T["Arrow keys choose a sentence, Shift adds the next, Enter takes it, Esc goes back."],
    }));

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct) => await Move(id, read: true, ct);

    public async Task<IActionResult> OnPostUnreadAsync(Guid id, CancellationToken ct) => await Move(id, read: false, ct);

    public async Task<IActionResult> OnPostNoteAsync(string slug, Guid id, Selected at, CancellationToken ct) =>
        await After(slug, id, at, await WithPlace(at, place => desk.Notes.Add(Viewer, id, place, Text ?? "", ct)), ct);

    public async Task<IActionResult> OnPostAskAsync(string slug, Guid id, Selected at, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(Text)
            ? await After(slug, id, at, ReadingRefusals.NothingAsked, ct)
            : await After(slug, id, at, await WithPlace(at, place => desk.Threads.Open(Viewer, slug, id, Thread.TitleOf(Text), Text, ct, place)), ct);

    public async Task<IActionResult> OnPostRewriteAsync(string slug, Guid id, Guid note, CancellationToken ct) =>
        await After(slug, id, null, Same(note, await desk.Notes.Rewrite(Viewer, id, note, Text ?? "", ct)), ct);

    public async Task<IActionResult> OnPostForgetAsync(Guid id, Guid note, CancellationToken ct) =>
        (await desk.Notes.Forget(Viewer, id, note, ct)).IsRefused ? NotFound() : LocalRedirect(Request.Path);

    private static async Task<Outcome<Guid>> WithPlace(Selected at, Func<Passage, Task<Outcome<Guid>>> work)
    {
        var place = Passage.Of(at.Quote, at.Before, at.After, at.Start);
        return place.IsRefused ? place.Refusal : await work(place.Value);
    }

    private static Outcome<Guid> Same(Guid note, Outcome<Done> outcome) => outcome.IsRefused ? outcome.Refusal : note;

    private async Task<IActionResult> After(string slug, Guid id, Selected? at, Outcome<Guid> outcome, CancellationToken ct)
    {
        if (!outcome.IsRefused) return LocalRedirect($"{Request.Path}#beside-{outcome.Value}");
        if (!await Load(slug, id, ct)) return NotFound();
        Selected = at;
        return Refused(outcome.Refusal);
    }

    private async Task<IActionResult> Move(Guid id, bool read, CancellationToken ct)
    {
        var kept = await desk.Keep.Run(Viewer, id, (progress, now) => { if (read) progress.Finish(now); else progress.Reopen(); }, ct);
        return kept.IsRefused ? NotFound() : LocalRedirect(Request.Path);
    }

    private async Task<bool> Load(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Reading, Viewer, ct) is not { } at) return false;
        At = at;
        var reading = await db.ReadingsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct);
        Prose = desk.Prose.Render(reading?.Body ?? RichText.Empty);
        var beside = await desk.Beside.Of(Viewer, id, Prose.Html, ct);
        (Html, Beside) = (beside.Html, beside.Items);
        Files = reading is null ? [] : await FilesOf(reading, ct);
        var progress = Tracks ? await db.Progress.SingleOrDefaultAsync(row => row.ActivityId == id && row.PersonId == Me, ct) : null;
        (IsDone, Fraction) = (progress?.DoneAt is not null, progress?.FractionDone ?? 0);
        return true;
    }

    private async Task<IReadOnlyList<StoredFile>> FilesOf(Reading reading, CancellationToken ct)
    {
        var files = await db.FilesVisibleTo(Viewer).Where(file => reading.Attachments.Contains(file.Id)).ToListAsync(ct);
        return [.. reading.Attachments.Select(id => files.Find(file => file.Id == id)).OfType<StoredFile>()];
    }
}
