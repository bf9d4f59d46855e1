using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// Remembers the sockets of the hub, so that a class can write to one what it wrote once for many, and see whether it keeps up.
/// The framework's own way to a client hides both.
/// </summary>
public sealed class ClassLines(ILogger<DefaultHubLifetimeManager<ClassHub>> log) : DefaultHubLifetimeManager<ClassHub>(log)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> lines = new();

    public HubConnectionContext? Find(string connectionId) => lines.GetValueOrDefault(connectionId);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        lines[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        lines.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }
}
