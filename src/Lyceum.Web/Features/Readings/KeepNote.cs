using Lyceum.Data;
using Lyceum.Data.Courses;
using Lyceum.Data.Readings;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Readings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Readings;

/// <summary>Keeps, changes and forgets one's own notes in a reading.</summary>
public sealed class KeepNote(SchoolStore store, IClock clock)
{
    /// <summary>More than anybody marks in one text; it bounds what one page has to carry.</summary>
    private const int Most = 500;
    private static readonly Refusal TooMany = Refusal.Conflict("There are 500 notes of yours in this reading already; remove some first.");

    public Task<Outcome<Guid>> Add(Viewer viewer, Guid activityId, Passage passage, string text, CancellationToken ct) =>
        store.Write<Guid>(async (db, token) =>
        {
            var reading = await db.ActivitiesVisibleTo(viewer).SingleOrDefaultAsync(one => one.Id == activityId && one.Kind == ActivityKind.Reading, token);
            if (reading is null) return Refusal.NotFound;
            if (await db.NotesVisibleTo(viewer).CountAsync(one => one.ActivityId == activityId, token) >= Most) return TooMany;
            var note = ReadingNote.Keep(reading, viewer.PersonId!.Value, passage, text, clock.GetCurrentInstant());
            if (note.IsRefused) return note.Refusal;
            db.ReadingNotes.Add(note.Value);
            await db.SaveChangesAsync(token);
            return note.Value.Id;
        }, ct);

    public Task<Outcome<Done>> Rewrite(Viewer viewer, Guid activityId, Guid noteId, string text, CancellationToken ct) =>
        Change(viewer, activityId, noteId, (_, note) => note.Write(text, clock.GetCurrentInstant()), ct);

    public Task<Outcome<Done>> Forget(Viewer viewer, Guid activityId, Guid noteId, CancellationToken ct) =>
        Change(viewer, activityId, noteId, (db, note) => { db.ReadingNotes.Remove(note); return new Done(); }, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, Guid activityId, Guid noteId, Func<SchoolDb, ReadingNote, Outcome<Done>> change, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var note = await db.NotesVisibleTo(viewer).AsTracking().SingleOrDefaultAsync(one => one.Id == noteId && one.ActivityId == activityId, token);
            if (note is null) return Refusal.NotFound;
            var changed = change(db, note);
            if (!changed.IsRefused) await db.SaveChangesAsync(token);
            return changed;
        }, ct);
}
