using Lyceum.Data;
using Lyceum.Data.Library;
using Lyceum.Data.Readings;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Library;
using Lyceum.Domain.Readings;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Readings;

public sealed class ReadingPage(SchoolDb db, ActivityDoor door, ProseRenderer prose, KeepProgress keep) : SchoolPage
{
    public ActivityAccess At { get; private set; } = null!;
    public Prose Prose { get; private set; } = null!;
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public bool IsDone { get; private set; }
    public bool Tracks => At.In.IsStudent;
    public int Minutes => At.Activity.EffortMinutes > 0 ? At.Activity.EffortMinutes : Math.Max(1, Prose.Words / 200);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Reading, Viewer, ct) is not { } at) return NotFound();
        At = at;
        var reading = await db.ReadingsVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct);
        Prose = prose.Render(reading?.Body ?? RichText.Empty);
        Files = reading is null ? [] : await FilesOf(reading, ct);
        IsDone = Tracks && await db.Progress.AnyAsync(row => row.ActivityId == id && row.PersonId == Me && row.DoneAt != null, ct);
        return Page();
    }

    public Task<IActionResult> OnPostReadAsync(string slug, Guid id, CancellationToken ct) => Move(id, read: true, ct);

    public Task<IActionResult> OnPostUnreadAsync(string slug, Guid id, CancellationToken ct) => Move(id, read: false, ct);

    private async Task<IActionResult> Move(Guid id, bool read, CancellationToken ct)
    {
        var kept = await keep.Run(Viewer, id, (progress, now) => { if (read) progress.Finish(now); else progress.Reopen(); }, ct);
        return kept.IsRefused ? NotFound() : LocalRedirect(Request.Path);
    }

    private async Task<IReadOnlyList<StoredFile>> FilesOf(Reading reading, CancellationToken ct)
    {
        var files = await db.FilesVisibleTo(Viewer).Where(file => reading.Attachments.Contains(file.Id)).ToListAsync(ct);
        return [.. reading.Attachments.Select(id => files.Find(file => file.Id == id)).OfType<StoredFile>()];
    }
}
