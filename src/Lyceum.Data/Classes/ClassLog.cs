using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Data.Classes;

/// <summary>A class as it stands in the database: folded up to <see cref="Snapshot"/>, and the events since.</summary>
/// <param name="Session">The scheduled meeting.</param>
/// <param name="Title">Of its activity.</param>
/// <param name="Whole">What staff see, up to the snapshot.</param>
/// <param name="ForAll">What everybody sees, up to the snapshot.</param>
/// <param name="Personal">Those events up to the snapshot that are for named people.</param>
/// <param name="Later">The events since the snapshot.</param>
/// <param name="Keys">Every key, who sent it and the sequence that it led to.</param>
/// <param name="Deleted">What of the recording was deleted before the log was read; null = nothing.</param>
public sealed record LoadedClass(
    ClassSession Session, string Title, ClassState Whole, ClassState ForAll, List<LoggedEvent> Personal, List<LoggedEvent> Later, List<SentKey> Keys, RecordingPart? Deleted)
{
    public long Snapshot => Whole.Sequence;
}

public sealed record SentKey(string Key, Guid? ActorId, long Sequence);

/// <summary>The log of a class on disk. Appending is optimistic: whoever finds the next sequence taken reads on and decides again.</summary>
public sealed class ClassLog(SchoolStore store)
{
    private const int SnapshotEvery = 500;

    public static Refusal Overtaken { get; } = Refusal.Conflict("Somebody else was quicker.");

    public static async Task<LoadedClass?> Load(SchoolDb db, Guid classId, CancellationToken ct)
    {
        var row = await (from session in db.ClassSessions
                         join activity in db.Activities on session.ActivityId equals activity.Id
                         where session.ActivityId == classId
                         select new { session, activity.Title }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var deleted = await db.DeletedRecordings.Where(d => d.ClassId == classId).Select(d => (RecordingPart?)d.Part).SingleOrDefaultAsync(ct);
        var snapshot = await db.ClassSnapshots.SingleOrDefaultAsync(s => s.ClassId == classId && s.Version == ClassSnapshot.CurrentVersion, ct);
        var from = snapshot?.Sequence ?? 0;
        var events = await db.ClassEvents.Where(e => e.ClassId == classId && (e.Sequence > from || e.Audience == AudienceKind.People))
            .OrderBy(e => e.Sequence).ToListAsync(ct);
        var keys = await db.ClassEvents.Where(e => e.ClassId == classId && e.Key != null).Select(e => new SentKey(e.Key!, e.ActorId, e.Sequence)).ToListAsync(ct);
        var logged = events.ConvertAll(e => e.ToLogged());
        return new(row.session, row.Title,
            snapshot is null ? ClassState.Empty : ClassSnapshot.Read(snapshot.Whole),
            snapshot is null ? ClassState.Empty : ClassSnapshot.Read(snapshot.ForAll),
            logged.FindAll(e => e.Sequence <= from), logged.FindAll(e => e.Sequence > from), keys, deleted);
    }

    public static async Task<List<LoggedEvent>> ReadAfter(SchoolDb db, Guid classId, long sequence, CancellationToken ct)
    {
        var rows = await db.ClassEvents.Where(e => e.ClassId == classId && e.Sequence > sequence).OrderBy(e => e.Sequence).ToListAsync(ct);
        return rows.ConvertAll(e => e.ToLogged());
    }

    /// <summary>Durable when it returns. Refused with <see cref="Overtaken"/> when the log does not end just before the first of these.</summary>
    public Task<Outcome<Done>> Append(Guid classId, IReadOnlyList<LoggedEvent> events, ClassState whole, ClassState forAll, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var last = await db.ClassEvents.Where(e => e.ClassId == classId).MaxAsync(e => (long?)e.Sequence, token) ?? 0;
            if (last != events[0].Sequence - 1) return Overtaken;
            db.ClassEvents.AddRange(events.Select(e => StoredClassEvent.Of(classId, e)));
            if (last / SnapshotEvery != events[^1].Sequence / SnapshotEvery) await KeepSnapshot(db, classId, whole, forAll, token);
            await Follow(db, classId, events, token);
            await db.SaveChangesAsync(token);
            await Redact(db, classId, events, token);
            if (store.IsPostgres) await ClassBell.Ring(db, classId, events[^1].Sequence, token);
            return new Done();
        }, ct);

    private static async Task KeepSnapshot(SchoolDb db, Guid classId, ClassState whole, ClassState forAll, CancellationToken ct)
    {
        var kept = await db.ClassSnapshots.AsTracking().SingleOrDefaultAsync(s => s.ClassId == classId, ct);
        if (kept is null) db.ClassSnapshots.Add(ClassSnapshot.Of(classId, whole, forAll));
        else kept.Replace(whole, forAll);
    }

    private static async Task Follow(SchoolDb db, Guid classId, IReadOnlyList<LoggedEvent> events, CancellationToken ct)
    {
        foreach (var answered in events.Where(e => e is { IsLate: true, Event: PollAnswered }))
            db.Jobs.Add(Job.New("settle-credit", $"{classId}/{answered.ActorId}", answered.At, answered.At));
        if (!events.Any(e => e.Event is ClassOpened or ClassStarted or ClassEnded)) return;
        var session = await db.ClassSessions.AsTracking().SingleAsync(s => s.ActivityId == classId, ct);
        foreach (var logged in events)
        {
            session.Follow(logged);
            if (logged.Event is ClassOpened opened) db.Jobs.Add(Job.New("end-class", classId.ToString(), opened.PlannedEnd + ClassSession.LongestOverrun, logged.At));
            if (logged.Event is ClassStarted && session.IsLesson) db.Jobs.Add(Job.New("end-class", classId.ToString(), logged.At + ClassSession.LongestLesson, logged.At));
            if (logged.Event is not ClassEnded) continue;
            db.PlanCredit(classId, session.IsLesson ? await DueOf(db, classId, ct) : session.ReplayCountsUntil, logged.At);
            db.Jobs.Add(Job.New("continue-questions", classId.ToString(), logged.At, logged.At));
        }
    }

    private static Task<Instant?> DueOf(SchoolDb db, Guid classId, CancellationToken ct) => db.Activities.IgnoreQueryFilters().Where(a => a.Id == classId).Select(a => a.Due).SingleAsync(ct);

    private static async Task Redact(SchoolDb db, Guid classId, IReadOnlyList<LoggedEvent> events, CancellationToken ct)
    {
        var removed = events.Select(e => e.RemovedSequence()).OfType<long>().ToArray();
        if (removed.Length == 0) return;
        foreach (var row in await db.ClassEvents.AsTracking().Where(e => e.ClassId == classId && removed.Contains(e.Sequence)).ToListAsync(ct)) row.Redact();
        await db.SaveChangesAsync(ct);
    }
}

public static class Redaction
{
    /// <summary>The event whose words this one takes away.</summary>
    public static long? RemovedSequence(this LoggedEvent logged) => logged.Event.Bare() switch
    {
        ChatRemoved e => e.LineId,
        QuestionRemoved e => e.QuestionId,
        _ => null,
    };
}
