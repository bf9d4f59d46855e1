using Lyceum.Data;
using Lyceum.Data.Discussions;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Discussions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Discussions;

/// <summary>Follows a thread or not, keeps up to when it was read, stops its letters.</summary>
public sealed class FollowThread(SchoolStore store, IClock clock)
{
    public Task<Outcome<Done>> Toggle(Viewer viewer, Guid threadId, CancellationToken ct) =>
        Change(viewer, threadId, reader => { if (reader.IsFollowing) reader.Unfollow(); else reader.Follow(); }, ct);

    public Task<Outcome<Done>> Read(Viewer viewer, Guid threadId, CancellationToken ct) =>
        Change(viewer, threadId, reader => reader.ReadTo(clock.GetCurrentInstant()), ct);

    /// <summary>From a letter, without signing in; doing it again changes nothing.</summary>
    public Task<Outcome<Done>> StopMail(Guid threadId, Guid personId, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            var reader = await db.ThreadReaders.AsTracking().SingleOrDefaultAsync(one => one.ThreadId == threadId && one.PersonId == personId, token);
            reader?.StopMail();
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);

    private Task<Outcome<Done>> Change(Viewer viewer, Guid threadId, Action<ThreadReader> change, CancellationToken ct) =>
        store.Write<Done>(async (db, token) =>
        {
            if (!await db.ThreadsVisibleTo(viewer).AnyAsync(thread => thread.Id == threadId, token)) return Refusal.NotFound;
            var me = viewer.PersonId!.Value;
            var reader = await db.ThreadReaders.AsTracking().SingleOrDefaultAsync(one => one.ThreadId == threadId && one.PersonId == me, token);
            if (reader is null) db.ThreadReaders.Add(reader = ThreadReader.New(threadId, me));
            change(reader);
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
}
