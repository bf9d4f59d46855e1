using System.Collections.Concurrent;
using Lyceum.Data;
using Lyceum.Data.Storage;
using Lyceum.Domain;
using Lyceum.Domain.Accounts;
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

    // Compiled, because a whole class may come within seconds.
    private static readonly CompiledQuery<Func<SchoolDb, Guid, Task<Row?>>> Open = new(() => EF.CompileAsyncQuery((SchoolDb db, Guid id) =>
        (from session in db.Sessions.AsNoTracking()
         join person in db.People on session.PersonId equals person.Id
         where session.Id == id && session.EndedAt == null
         select new Row(session, person)).SingleOrDefault()));

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
        var row = await Open.On(db)(db, sessionId);
        var visit = row is null ? null : Visit.Of(row.Session, row.Person);
        known[sessionId] = new Known(visit, now);
        if (row is not null && now - row.Session.SeenAt > SeenEvery) await MarkSeen(sessionId, now);
        return visit;
    }

    private Task<Outcome<Done>> MarkSeen(Guid sessionId, Instant now) => store.Write<Done>(async (db, ct) =>
    {
        await db.Sessions.Where(session => session.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), ct);
        return new Done();
    });

    private sealed record Row(Session Session, Person Person);

    private sealed record Known(Visit? Visit, Instant ReadAt);
}
