using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Interop.Yjs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Notes;

/// <summary>Takes what somebody wrote into the notes of a class. What is there already is taken without being kept twice.</summary>
public sealed class WriteSharedNotes(SchoolStore store, IClock clock)
{
    /// <summary>The sequence under which it was kept; 0 for what was there.</summary>
    public async Task<Outcome<long>> Run(Guid classId, ClassActor who, byte[] content, CancellationToken ct)
    {
        if (content.Length > SharedNotes.LongestUpdate) return SharedNoteRefusals.TooMuchAtOnce;
        if (YUpdate.Read(content, SharedNotes.TextName) is not { } update) return SharedNoteRefusals.NoUpdate;
        if (update.Deletions.Any(deletion => deletion.Length > SharedNotes.MostLetters)) return SharedNoteRefusals.NoUpdate;
        return await store.Write<long>(async (db, token) =>
        {
            var session = await db.ClassSessions.SingleAsync(one => one.ActivityId == classId, token);
            if (SharedNotes.MayWrite(session, who, clock.GetCurrentInstant()) is { } refusal) return refusal;
            return await Keep(db, classId, who, content, update, token);
        }, ct);
    }

    private async Task<Outcome<long>> Keep(SchoolDb db, Guid classId, ClassActor who, byte[] content, YUpdate update, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (await db.SharedNotes.AsTracking().SingleOrDefaultAsync(one => one.ClassId == classId, ct) is not { } notes)
        {
            db.SharedNotes.Add(notes = SharedNotes.New(classId, now));
            await db.SaveChangesAsync(ct);
        }
        if (notes.TakenOutAt is not null && !who.IsStaff) return Refusal.NotFound;
        var reached = await Reach(db, classId, who, update, ct);
        if (reached.IsRefused) return reached.Refusal;
        if (!reached.Value && update.Deletions.Count == 0) return 0L;
        var written = notes.Write(content, update.Items.Sum(item => item.Length), now);
        if (written.IsRefused) return written.Refusal;
        db.SharedNoteUpdates.Add(written.Value);
        await db.SaveChangesAsync(ct);
        if (notes.ShouldMerge) await Merge(db, notes, ct);
        return written.Value.Sequence;
    }

    // A number belongs to whoever wrote first under it, and what is written under it comes without a gap. False: all of it was there.
    private static async Task<Outcome<bool>> Reach(SchoolDb db, Guid classId, ClassActor who, YUpdate update, CancellationToken ct)
    {
        var isNew = false;
        foreach (var client in update.Items.GroupBy(item => item.Client))
        {
            var writer = await db.SharedNoteWriters.AsTracking().SingleOrDefaultAsync(one => one.ClassId == classId && one.Client == client.Key, ct);
            if (writer is null) db.SharedNoteWriters.Add(writer = new SharedNoteWriter(classId, client.Key, who.PersonId));
            if (writer.PersonId != who.PersonId) return SharedNoteRefusals.NotYourPage;
            foreach (var item in client)
            {
                if (item.Clock + item.Length <= writer.Written) continue;
                if (item.Clock != writer.Written) return SharedNoteRefusals.NotYourPage;
                writer.Reach(item.Clock + item.Length);
                isNew = true;
            }
        }
        return isNew;
    }

    private static async Task Merge(SchoolDb db, SharedNotes notes, CancellationToken ct)
    {
        var updates = await db.SharedNoteUpdates.AsTracking().Where(one => one.ClassId == notes.ClassId).OrderBy(one => one.Sequence).ToListAsync(ct);
        var merged = YUpdate.Merge(updates.Select(one => YUpdate.Read(one.Content, SharedNotes.TextName)).OfType<YUpdate>());
        db.SharedNoteUpdates.RemoveRange(updates);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        db.SharedNotes.Attach(notes);
        db.SharedNoteUpdates.Add(notes.Merge(merged));
        await db.SaveChangesAsync(ct);
    }
}
