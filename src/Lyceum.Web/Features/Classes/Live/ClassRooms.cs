using Lyceum.Data;
using Lyceum.Data.Classes;
using Lyceum.Domain;
using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>The classes that this server holds open. One is opened by whoever comes first and let go when nobody has been there for a while.</summary>
public sealed class ClassRooms(ClassLog disk, ClassNodes nodes, IServiceScopeFactory scopes, IClock clock, ILogger<ClassRooms> log) : IAsyncDisposable
{
    private static readonly Duration LongestIdle = Duration.FromMinutes(5);
    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<Guid, ClassRoom> open = [];

    /// <summary>Null when there is no such class.</summary>
    public async Task<ClassRoom?> Open(Guid classId, CancellationToken ct = default)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (open.TryGetValue(classId, out var room)) return room;
            await using var scope = scopes.CreateAsyncScope();
            var loaded = await ClassLog.Load(scope.ServiceProvider.GetRequiredService<SchoolDb>(), classId, ct);
            if (loaded is null) return null;
            room = new ClassRoom(loaded, nodes, disk, scopes, clock, log);
            await Resume(room, loaded, ct);
            return open[classId] = room;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Null when this server does not hold it open.</summary>
    public async Task<ClassRoom?> Find(Guid classId)
    {
        await gate.WaitAsync();
        try { return open.GetValueOrDefault(classId); }
        finally { gate.Release(); }
    }

    /// <summary>Those that are open now.</summary>
    public async Task<ClassRoom[]> All()
    {
        await gate.WaitAsync();
        try { return [.. open.Values]; }
        finally { gate.Release(); }
    }

    /// <summary>Its log was changed on disk: whoever is in it comes back to it as it is now, or is told why not.</summary>
    public async Task Forget(Guid classId, Refusal? gone = null)
    {
        await gate.WaitAsync();
        try
        {
            if (!open.Remove(classId, out var room)) return;
            foreach (var connection in room.Connections.ToArray())
            {
                if (gone is null) connection.Abort();
                else room.Expel(connection, gone);
            }
            await room.Stop();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Lets go of classes that nobody is in.</summary>
    public async Task LetGo()
    {
        await gate.WaitAsync();
        try
        {
            var now = clock.GetCurrentInstant();
            foreach (var (id, room) in open.Where(o => now - o.Value.IdleSince > LongestIdle).ToArray())
            {
                open.Remove(id);
                await room.Stop();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var room in await All()) await room.Stop();
        gate.Dispose();
    }

    // Who stands in the log as connected was cut when an earlier server stopped; it last said that it was alive at AliveAt.
    // While other nodes hold the class too, only those are gone whose node died.
    private async Task Resume(ClassRoom room, LoadedClass loaded, CancellationToken ct)
    {
        if (room.State.Phase is ClassPhase.Ended) return;
        var standing = room.State.People.Values.Sum(p => p.Connections.Length);
        var others = await nodes.Others(ct);
        var gone = nodes.Gone(room.State, others);
        if (gone.Count == 0) return;
        if (gone.Count < standing)
        {
            await room.SetRight(others);
            return;
        }
        var lastEvent = loaded.Later.Count > 0 ? loaded.Later[^1].At : Instant.MinValue;
        await room.Mailbox.Post(new ResumeRoom(Instant.Max(loaded.Session.AliveAt ?? Instant.MinValue, lastEvent)), null);
    }
}
