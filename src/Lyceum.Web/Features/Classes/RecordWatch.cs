using Lyceum.Data;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Web.Features.Classes.Live;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes;

/// <summary>Keeps what somebody watched of a replay, and settles their credit by it.</summary>
public sealed class RecordWatch(SchoolStore store, SettleCredit credit, IClock clock)
{
    private const int MostIntervals = 200;

    public async Task<Outcome<Done>> Run(ClassRoom room, ClassConnection connection, IReadOnlyCollection<WatchedInterval> intervals, CancellationToken ct)
    {
        var state = room.State;
        if (state.StartedAt is null) return ClassRefusals.NotStarted;
        if (intervals.Count > MostIntervals || intervals.Any(i => i.FromMs < 0)) return Refusal.Invalid("This is not a part of the class.");
        var now = clock.GetCurrentInstant();
        var kept = await store.Write<Done>(async (db, token) =>
        {
            var watch = await db.ReplayWatches.AsTracking().SingleOrDefaultAsync(w => w.ClassId == connection.ClassId && w.PersonId == connection.Who.PersonId, token);
            if (watch is null) db.ReplayWatches.Add(watch = ReplayWatch.Begin(connection.ClassId, connection.Who.PersonId, connection.Since));
            watch.Add(intervals, connection.Since, state.OffsetAt(now), now);
            await db.SaveChangesAsync(token);
            return new Done();
        }, ct);
        if (!kept.IsRefused && connection.Who.Role == ClassRole.Student && state.Phase == ClassPhase.Ended) await credit.ForPerson(connection.ClassId, connection.Who.PersonId, ct);
        return kept;
    }
}
