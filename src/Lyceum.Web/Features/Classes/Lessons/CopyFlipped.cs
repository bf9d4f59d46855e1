using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Library;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Lessons;

/// <summary>
/// Copies a past class into the lesson that is made of it: the job "flip-class" with the class, the lesson and who asked. It may run again at any point; the log,
/// which makes the lesson ready, comes last and at once.
/// </summary>
public sealed class CopyFlipped(SchoolStore store, ClassLog disk, ClassRooms rooms, RecordingFiles files, CutTracks tracks, IServiceScopeFactory scopes, IClock clock) : IJobHandler
{
    public const string JobKind = "flip-class";
    public string Kind => JobKind;

    public async Task Run(Job job, CancellationToken ct)
    {
        if (job.Payload.Split('/').Select(Guid.Parse).ToArray() is not [var classId, var lessonId, var by]) throw new FormatException(job.Payload);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var lesson = await (from session in db.ClassSessions
                            join activity in db.Activities.IgnoreQueryFilters() on session.ActivityId equals activity.Id
                            where session.ActivityId == lessonId && session.EndedAt == null
                            select new { session.CourseId, activity.Title }).SingleOrDefaultAsync(ct);
        var log = await ClassLog.ReadAfter(db, classId, 0, ct);
        if (lesson is null || log.Count == 0) return;
        var edits = await db.StandingEditsOf(classId).ToListAsync(ct);
        var prepared = await store.Write((writing, token) => Prepare(writing, log, edits, lessonId, lesson.CourseId, by, token), ct);
        var flipped = new FlippedClass(log, edits, lesson.Title, clock.GetCurrentInstant(), prepared.Value);
        await CopyTracks(db, flipped, classId, lessonId, ct);
        ClassState Fold(IEnumerable<LoggedEvent> events) => events.Aggregate(ClassState.Empty, (state, logged) => state.Apply(logged));
        await disk.Append(lessonId, flipped.Events, Fold(flipped.Events), Fold(flipped.Events.Where(e => e.Audience.Kind == AudienceKind.All)), ct);
        await rooms.Forget(lessonId);
    }

    private async Task CopyTracks(SchoolDb db, FlippedClass flipped, Guid classId, Guid lessonId, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(files.FolderOf(lessonId).FullName);
        foreach (var track in flipped.Tracks)
        {
            if (await files.Open(db, classId, track.File, ct) is not { } file) continue;
            var (content, _) = await tracks.Open(file, track.Cuts, track.IsPicture, ct);
            await using var original = content;
            await using var copy = File.Create(Path.Combine(folder.FullName, Path.GetFileName(track.File)));
            await original.CopyToAsync(copy, ct);
        }
    }

    // The slides, which belong to a course, and what the replay goes on behind.
    private async Task<Outcome<IReadOnlyDictionary<Guid, Guid>>> Prepare(
        SchoolDb db, IReadOnlyList<LoggedEvent> log, IReadOnlyList<ReplayEdit> edits, Guid lessonId, Guid courseId, Guid by, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var decks = new Dictionary<Guid, Guid>();
        var shown = FlippedClass.DecksOf(log);
        foreach (var deck in await db.Files.Where(f => shown.Contains(f.Id)).ToListAsync(ct))
        {
            var known = await db.Files.FirstOrDefaultAsync(f => f.CourseId == courseId && f.Hash == deck.Hash && f.Name == deck.Name && !f.IsPrivate, ct);
            if (known is null) db.Files.Add(known = StoredFile.New(deck.Hash, deck.Name, deck.ContentType, deck.Length, courseId, by, false, now));
            decks[deck.Id] = known.Id;
        }
        if (!await db.ReplayEdits.AnyAsync(e => e.ClassId == lessonId, ct))
            db.ReplayEdits.AddRange(EditedReplay.CutsOf(edits).Select(c => ReplayEdit.Cut(lessonId, c.FromMs, c.UntilMs, c.UntilMs, by, now).Value));
        await db.SaveChangesAsync(ct);
        return decks;
    }
}
