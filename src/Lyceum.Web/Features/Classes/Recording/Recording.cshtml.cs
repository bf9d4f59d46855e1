using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Schedule;
using Lyceum.Web.Features.Courses;
using Lyceum.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>The recording of a class, for those who teach: from when it is open, what was taken out of it, who asked for that.</summary>
public sealed partial class RecordingPage(SchoolDb db, CourseDoor door, EditReplay edit, OpenReplay open, DeleteRecording delete, AskForSound sound, RecordingFiles files) : SchoolPage
{
    public sealed record Asked(RemovalRequest Request, string Name);
    public sealed record Edited(ReplayEdit Edit, string? Name, string By);

    public sealed record Watcher(string Name, int Minutes, Instant LastAt);

    public CourseAccess Access { get; private set; } = null!;
    public ClassSession Session { get; private set; } = null!;
    public string ClassTitle { get; private set; } = "";
    public ReplayTerms? Terms { get; private set; }
    public IReadOnlyList<Section> Sections { get; private set; } = [];
    public IReadOnlyList<Asked> Requests { get; private set; } = [];
    public IReadOnlyList<Edited> Edits { get; private set; } = [];
    /// <summary>Who did anything in the class, by name.</summary>
    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];
    public IReadOnlyList<Watcher> Watchers { get; private set; } = [];
    public DeletedRecording? Deleted { get; private set; }
    public RecordingRule? Rule { get; private set; }
    public ClassSound? Sound { get; private set; }
    public bool IsSoundCurrent { get; private set; }
    public long Bytes { get; private set; }
    public Guid ClassId => Session.ActivityId;

    public string Home => $"/courses/{Access.Course.Slug}/classes/{ClassId}";

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await Load(slug, id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAnswerAsync(string slug, Guid id, Guid request, bool grant, string? answer, CancellationToken ct) =>
        Do(slug, id, () => edit.Answer(Viewer, Access, id, request, grant, answer, ct), ct);

    public Task<IActionResult> OnPostTakeOutAsync(string slug, Guid id, Guid person, ReplayEditKind what, CancellationToken ct) =>
        Do(slug, id, () => edit.TakeOut(Viewer, Access, id, what, person, ct), ct);

    public Task<IActionResult> OnPostUndoAsync(string slug, Guid id, Guid one, CancellationToken ct) => Do(slug, id, () => edit.Undo(Viewer, Access, id, one, ct), ct);

    public Task<IActionResult> OnPostDeleteAsync(string slug, Guid id, RecordingPart part, string? typed, CancellationToken ct) =>
        Do(slug, id, async () => string.Equals(typed?.Trim(), ClassTitle, StringComparison.OrdinalIgnoreCase) ? await delete.Run(id, part, Me, ct) : DeletedRecording.TypeItsName, ct);

    public Task<IActionResult> OnPostSoundAsync(string slug, Guid id, bool cancel, CancellationToken ct) =>
        Do(slug, id, async () => Session.EndedAt is null ? ReplayEdit.NotEnded : cancel ? await sound.Cancel(id, ct) : await sound.Run([id], again: true, ct), ct);

    public static string DeletedWord(RecordingPart part, Words words) => part switch
    {
        RecordingPart.Picture => words["pictures deleted"],
        RecordingPart.Media => words["sound and pictures deleted"],
        _ => words["all deleted"],
    };

    /// <summary>Local times of the course's zone, as a form gives them.</summary>
    public Task<IActionResult> OnPostOpenAsync(string slug, Guid id, bool heldBack, DateTime? at, Guid[] section, DateTime?[] sectionAt, CancellationToken ct) =>
        Do(slug, id, () => open.Run(Viewer, Access, id, heldBack, InZone(at),
            [.. section.Zip(sectionAt).Where(s => s.Second is not null && Sections.Any(known => known.Id == s.First)).Select(s => new SectionOpening(s.First, InZone(s.Second)!.Value))], ct), ct);

    public string? LocalOf(Instant? at) => at?.InZone(CourseZone).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private DateTimeZone CourseZone => DateTimeZoneProviders.Tzdb[Access.Course.TimeZone];

    private Instant? InZone(DateTime? local) => local is { } time ? LocalTimes.Resolve(LocalDateTime.FromDateTime(time), CourseZone).Instant : null;

    private async Task<IActionResult> Do(string slug, Guid id, Func<Task<Outcome<Done>>> what, CancellationToken ct)
    {
        if (!await Load(slug, id, ct)) return NotFound();
        var done = await what();
        return done.IsRefused ? Refused(done.Refusal) : Redirect($"{Home}/recording");
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
        Terms = await db.ReplayTerms.SingleOrDefaultAsync(t => t.ClassId == id, ct);
        Sections = await db.Sections.Where(s => s.CourseId == access.Course.Id).OrderBy(s => s.Name).ToListAsync(ct);
        Deleted = await db.DeletedRecordings.SingleOrDefaultAsync(d => d.ClassId == id, ct);
        Rule = await db.RuleOf(access.Course.Id, ct);
        Sound = await db.ClassSounds.SingleOrDefaultAsync(s => s.ClassId == id, ct);
        IsSoundCurrent = Sound is not null && Sound.Version == await db.EditsVersion(id, ct);
        Bytes = await files.SizeOf(db, id, ct);
        var watches = await (from watch in db.ReplayWatchesVisibleTo(Viewer)
                             join person in db.People on watch.PersonId equals person.Id
                             where watch.ClassId == id
                             orderby person.Name
                             select new { person.Name, Watch = watch }).ToListAsync(ct);
        Watchers = [.. watches.Where(w => w.Watch.Watched.TotalMs > 0).Select(w => new Watcher(w.Name, (int)(w.Watch.Watched.TotalMs / 60_000), w.Watch.LastAt))];
        await LoadFilm(id, ct);
        await LoadEdits(id, ct);
        return true;
    }

    private async Task LoadEdits(Guid id, CancellationToken ct)
    {
        var requests = await db.RemovalRequestsVisibleTo(Viewer).Where(r => r.ClassId == id).OrderBy(r => r.AskedAt).ToListAsync(ct);
        var edits = await db.ReplayEditsVisibleTo(Viewer).Where(e => e.ClassId == id).OrderBy(e => e.MadeAt).ToListAsync(ct);
        var actors = await db.ClassEventsVisibleTo(Viewer).Where(e => e.ClassId == id && e.ActorId != null).Select(e => e.ActorId!.Value).Distinct().ToListAsync(ct);
        var named = actors.Concat(requests.Select(r => r.PersonId)).Concat(edits.Select(e => e.MadeBy)).ToHashSet();
        var names = await db.People.Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        People = [.. actors.Where(names.ContainsKey).Select(a => (a, names[a])).OrderBy(p => p.Item2, StringComparer.CurrentCulture)];
        Requests = [.. requests.Select(r => new Asked(r, names.GetValueOrDefault(r.PersonId, "")))];
        Edits = [.. edits.Select(e => new Edited(e, e.PersonId is { } who ? names.GetValueOrDefault(who) : null, names.GetValueOrDefault(e.MadeBy, "")))];
    }
}
