using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// Which processes hold classes open besides this one. Each says every few seconds that it lives; of one that is silent for too long
/// the connections are gone. On SQLite there is one process, and all that is not its own is gone.
/// </summary>
public sealed class ClassNodes(SchoolStore store, IServiceScopeFactory scopes, IClock clock)
{
    public static readonly Duration LongestSilence = Duration.FromSeconds(45);

    /// <summary>New with each start, and at the head of the ids of its connections.</summary>
    public string Own { get; } = Guid.NewGuid().ToString("N")[..8];

    public string NewConnectionId() => $"{Own}-{Guid.NewGuid().ToString("N")[..12]}";

    public async Task SayAlive(CancellationToken ct)
    {
        if (!store.IsPostgres) return;
        var now = clock.GetCurrentInstant();
        await store.Write<Done>(async (db, token) =>
        {
            if (await db.ClassNodes.Where(n => n.Id == Own).ExecuteUpdateAsync(set => set.SetProperty(n => n.AliveAt, now), token) == 0)
            {
                db.ClassNodes.Add(new ClassNode(Own, now));
                await db.SaveChangesAsync(token);
            }
            return new Done();
        }, ct);
    }

    /// <summary>Those of the other nodes, with their last sign of life.</summary>
    public async Task<Dictionary<string, Instant>> Others(CancellationToken ct)
    {
        if (!store.IsPostgres) return [];
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SchoolDb>().ClassNodes.Where(n => n.Id != Own).ToDictionaryAsync(n => n.Id, n => n.AliveAt, ct);
    }

    /// <summary>Those who stand in the log as connected, though the node of their connection is dead; and when that last lived, where it is known.</summary>
    public IReadOnlyList<(ClassActor Who, string ConnectionId, Instant? SeenAt)> Gone(ClassState state, Dictionary<string, Instant> others)
    {
        var now = clock.GetCurrentInstant();
        return
        [
            .. from person in state.People
               from connection in person.Value.Connections
               let node = connection.Split('-')[0]
               where node != Own && !(others.TryGetValue(node, out var alive) && now - alive <= LongestSilence)
               select (new ClassActor(person.Key, person.Value.Name, person.Value.Role), connection, others.TryGetValue(node, out var seen) ? seen : (Instant?)null),
        ];
    }
}
