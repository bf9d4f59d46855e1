using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.School;
using Lyceum.Web.Features.Classes.Live;
using Lyceum.Web.Features.School;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Recording;

/// <summary>
/// Deletes a class's recording, or a part of it, for good: the rows in the write, the files by the job "delete-recording-files" that is written with
/// it, so that no crash leaves them behind. Backups hold what they hold until they are thrown away.
/// </summary>
public sealed class DeleteRecording(SchoolStore store, ClassRooms rooms, RecordingFiles files, IServiceScopeFactory scopes, IClock clock) : IJobHandler
{
    public string Kind => "delete-recording-files";

    /// <param name="classId">Ended; of an access that was checked.</param>
    /// <param name="part">What of it.</param>
    /// <param name="by">Null when a rule does it.</param>
    /// <param name="ct">Cancels before it is durable.</param>
    public async Task<Outcome<Done>> Run(Guid classId, RecordingPart part, Guid? by, CancellationToken ct)
    {
        var deleted = await store.Write<Done>(async (db, token) =>
        {
            var session = await db.ClassSessions.SingleOrDefaultAsync(s => s.ActivityId == classId, token);
            if (session is null) return Refusal.NotFound;
            if (session.EndedAt is null) return ReplayEdit.NotEnded;
            var now = clock.GetCurrentInstant();
            var known = await db.DeletedRecordings.AsTracking().SingleOrDefaultAsync(d => d.ClassId == classId, token);
            if (known is not null && known.Part >= part) return new Done();
            if (known is null) db.DeletedRecordings.Add(known = DeletedRecording.Of(classId));
            known.Delete(part, by, now);
            await db.ClassSounds.Where(s => s.ClassId == classId).ExecuteDeleteAsync(token);
            await db.ClassFilms.Where(f => f.ClassId == classId).ExecuteDeleteAsync(token);
            await db.Erase(classId, part, token);
            db.Audit.Add(AuditEntry.New("RecordingDeleted", by, null, session.CourseId, $"{classId}: {part}{(by is null ? ", by rule" : "")}", now));
            db.Enqueue(Job.New(Kind, classId.ToString(), now, now));
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
        if (!deleted.IsRefused) await rooms.Forget(classId, part == RecordingPart.All ? DeletedRecording.Gone : null);
        return deleted;
    }

    public async Task Run(Job job, CancellationToken ct)
    {
        var classId = Guid.Parse(job.Payload);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var log = await ClassLog.ReadAfter(db, classId, 0, ct);
        await files.DeleteAllBut(db, classId, log.Select(e => e.Event.Bare()).OfType<TrackBegan>().Select(t => t.File).ToHashSet(), ct);
    }
}
