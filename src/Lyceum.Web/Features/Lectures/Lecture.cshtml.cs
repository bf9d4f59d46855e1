using System.Globalization;
using System.Text.Json;
using Lyceum.Data;
using Lyceum.Data.Lectures;
using Lyceum.Data.Library;
using Lyceum.Domain;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Lectures;
using Lyceum.Domain.Library;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lyceum.Web.Features.Lectures;

public sealed class LecturePage(SchoolDb db, ActivityDoor door, ProseRenderer prose) : SchoolPage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public ActivityAccess At { get; private set; } = null!;
    public Lecture? Lecture { get; private set; }
    public StoredFile? Media { get; private set; }
    public StoredFile? Captions { get; private set; }
    public LectureWatch? Watch { get; private set; }
    public Prose Notes { get; private set; } = null!;
    public bool IsDone { get; private set; }
    public bool Tracks => At.In.IsStudent;
    public double Fraction => Watch?.FractionOf(Lecture!.Duration) ?? 0;

    /// <summary>Seconds; a lecture that was left in its last ten begins anew.</summary>
    public string ResumeAt => (Watch is { } watch && watch.Position < Lecture!.Duration - 10 ? watch.Position : 0).ToString("0.0", CultureInfo.InvariantCulture);
    public string WatchedJson => JsonSerializer.Serialize(Watch?.Watched ?? [], Json);
    public IHtmlContent WordsJson => new HtmlString(JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["watched"] = T["{0} % watched"],
        ["resumed"] = T["Going on at {0}, where you left off."],
        ["done"] = T["This lecture counts as watched."],
        ["offline"] = T["No connection. What you watch is kept here and sent when the line is back."],
    }));

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await door.Open(slug, id, ActivityKind.Lecture, Viewer, ct) is not { } at) return NotFound();
        At = at;
        Lecture = await db.LecturesVisibleTo(Viewer).SingleOrDefaultAsync(one => one.ActivityId == id, ct);
        Notes = prose.Render(Lecture?.Notes ?? RichText.Empty);
        if (Lecture is null) return Page();
        var files = await db.FilesVisibleTo(Viewer).Where(file => file.Id == Lecture.MediaFileId || file.Id == Lecture.CaptionsFileId).ToListAsync(ct);
        Media = files.Find(file => file.Id == Lecture.MediaFileId);
        Captions = files.Find(file => file.Id == Lecture.CaptionsFileId);
        if (!Tracks) return Page();
        Watch = await db.LectureWatchesVisibleTo(Viewer).SingleOrDefaultAsync(watch => watch.ActivityId == id && watch.PersonId == Me, ct);
        IsDone = await db.Progress.AnyAsync(row => row.ActivityId == id && row.PersonId == Me && row.DoneAt != null, ct);
        return Page();
    }
}
