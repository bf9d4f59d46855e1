using System.Collections.Concurrent;
using Lyceum.Data;
using Lyceum.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Accounts;

/// <summary>
/// The sessions in use, kept in memory so that a signed-in request asks the database for nothing. An ended session or a changed person
/// is forgotten at once on this node, and within <see cref="Trust"/> on every other.
/// </summary>
public sealed class OpenSessions(IServiceScopeFactory scopes, SchoolStore store, IClock clock)
{
    private static readonly Duration Trust = Duration.FromSeconds(15);
    public static readonly Duration SeenEvery = Duration.FromMinutes(5);
    private readonly ConcurrentDictionary<Guid, Known> known = new();

    public async ValueTask<Visit?> Find(Guid sessionId)
    {
        var now = clock.GetCurrentInstant();
        if (known.TryGetValue(sessionId, out var entry) && now - entry.ReadAt < Trust && now >= entry.ReadAt) return entry.Visit;
        return await Load(sessionId, now);
    }

    public void Forget(Guid sessionId) => known.TryRemove(sessionId, out _);

    public void ForgetPerson(Guid personId)
    {
        foreach (var (id, entry) in known)
            if (entry.Visit?.Viewer.PersonId == personId) Forget(id);
    }

    private async Task<Visit?> Load(Guid sessionId, Instant now)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var row = await (from session in db.Sessions
                         join person in db.People on session.PersonId equals person.Id
                         where session.Id == sessionId && session.EndedAt == null
                         select new { session, person }).SingleOrDefaultAsync();
        var visit = row is null ? null : Visit.Of(row.session, row.person);
        known[sessionId] = new Known(visit, now);
        if (row is not null && now - row.session.SeenAt > SeenEvery) await MarkSeen(sessionId, now);
        return visit;
    }

    private Task<Outcome<Done>> MarkSeen(Guid sessionId, Instant now) => store.Write<Done>(async (db, ct) =>
    {
        await db.Sessions.Where(session => session.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), ct);
        return new Done();
    });

    private sealed record Known(Visit? Visit, Instant ReadAt);
}
