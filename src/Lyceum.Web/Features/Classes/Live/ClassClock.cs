using Lyceum.Data;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Recording;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// Once a second: starts and ends classes by the clock, lets go of what was deleted, and cuts whoever may not stay. It asks the database, so it
/// holds whoever made the change, on whichever node.
/// </summary>
public sealed class ClassClock(ClassRooms rooms, ClassNodes nodes, SchoolStore store, OpenSessions sessions, IServiceScopeFactory scopes, IClock clock, ILogger<ClassClock> log) : BackgroundService
{
    private const int LookAtNodesEvery = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ticks = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var others = ticks++ % LookAtNodesEvery == 0 ? await LookAtNodes(stoppingToken) : null;
            await FollowDeletions.Run(rooms, scopes, log, stoppingToken);
            foreach (var room in await rooms.All())
            {
                try
                {
                    if (others is not null) await room.SetRight(others);
                    await room.Tick(store);
                    await CutStrangers(room, stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    log.LogError(failure, "The clock of the class {Class} failed", room.Session.ActivityId);
                }
            }
            await rooms.LetGo();
        }
    }

    // Null when the database does not answer: then nobody is taken for dead.
    private async Task<Dictionary<string, Instant>?> LookAtNodes(CancellationToken ct)
    {
        try
        {
            await nodes.SayAlive(ct);
            return await nodes.Others(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The nodes of the school could not be read");
            return null;
        }
    }

    private async Task CutStrangers(ClassRoom room, CancellationToken ct)
    {
        var connections = room.Connections.ToArray();
        if (connections.Length == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        await FollowConsents.Run(db, room, ct);
        await FollowEdits.Run(db, room, ct);
        var staying = await WhoMayStay.Ask(db, room, ct);
        var now = clock.GetCurrentInstant();
        foreach (var connection in connections)
            if (await staying.Refuses(connection, sessions, now) is { } refusal) room.Expel(connection, refusal);
    }
}
