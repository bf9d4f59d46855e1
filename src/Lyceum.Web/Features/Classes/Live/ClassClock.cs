using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using Lyceum.Domain.Courses;
using Lyceum.Web.Features.Accounts;
using Lyceum.Web.Features.Classes.Recording;
using Lyceum.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// Once a second: starts and ends classes by the clock, and cuts whoever is no longer of the course, has another role there or has signed out.
/// It asks the database, so it holds whoever made the change, on whichever node.
/// </summary>
public sealed class ClassClock(ClassRooms rooms, ClassNodes nodes, SchoolStore store, OpenSessions sessions, IServiceScopeFactory scopes, ILogger<ClassClock> log) : BackgroundService
{
    private const int LookAtNodesEvery = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ticks = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var others = ticks++ % LookAtNodesEvery == 0 ? await LookAtNodes(stoppingToken) : null;
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
        await using (var scope = scopes.CreateAsyncScope())
        {
            await FollowConsents.Run(scope.ServiceProvider.GetRequiredService<SchoolDb>(), room, ct);
            await FollowEdits.Run(scope.ServiceProvider.GetRequiredService<SchoolDb>(), room, ct);
        }
        var roles = await RolesIn(room, ct);
        foreach (var connection in connections)
        {
            if (room.State.KeepsOut(connection.Who) == DoorRules.WasSentAway)
            {
                room.Expel(connection, Refusals.ToSent(DoorRules.WasSentAway, DoorRules.WasSentAway.Message));
                continue;
            }
            if (connection.Who.Role == ClassRole.Guest && !roles.ContainsKey(connection.Who.PersonId))
            {
                var reason = room.State.Phase == ClassPhase.Ended ? GuestRefusals.IsOver : GuestRefusals.Withdrawn;
                room.Expel(connection, Refusals.ToSent(reason, reason.Message));
                continue;
            }
            var isSignedIn = connection.Who.Role == ClassRole.Guest || connection.SessionId is { } id && await sessions.Find(id) is not null;
            if (isSignedIn && roles.GetValueOrDefault(connection.Who.PersonId) == connection.Who.Role) continue;
            room.Expel(connection, Refusals.ToSent(Refusal.NotFound, Refusal.NotFound.Message));
        }
    }

    private async Task<Dictionary<Guid, ClassRole?>> RolesIn(ClassRoom room, CancellationToken ct)
    {
        var courseId = room.Session.CourseId;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolDb>();
        var roles = await db.Enrollments.Where(e => e.CourseId == courseId && e.State == EnrollmentState.Active)
            .Select(e => new { e.PersonId, e.Role }).ToDictionaryAsync(e => e.PersonId, e => (ClassRole?)ClassDoor.RoleOf(e.Role), ct);
        foreach (var staff in await db.People.Where(p => p.IsStaff).Select(p => p.Id).ToListAsync(ct)) roles[staff] = ClassRole.Instructor;
        var seated = db.GuestsOf(room.Session.ActivityId).Where(seat => room.State.Phase != ClassPhase.Ended || seat.Guest.SeesReplay);
        foreach (var guest in await seated.Select(seat => seat.Browser.Id).ToListAsync(ct)) roles[guest] = ClassRole.Guest;
        return roles;
    }
}
