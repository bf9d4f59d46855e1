using System.Collections.Concurrent;
using System.Threading.Channels;
using Lyceum.Domain.Classes;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace Lyceum.Web.Features.Classes.Live;

/// <summary>
/// Sends a class's log to its connections. Each is a cursor: a slow one lags behind and then gets a larger batch, and holds up nobody.
/// What is of the moment goes to those who are not busy just then.
/// </summary>
internal sealed class ClassBroadcast
{
    // The first event after a quiet moment goes at once; those that follow within this time go together.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private readonly ClassFrames frames;
    private readonly ClassTail tail;
    private readonly ILogger log;
    private readonly ConcurrentDictionary<string, ClassConnection> connections = new();
    private readonly ConcurrentQueue<(int? Place, SerializedHubMessage Message)> signals = new();
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public ClassBroadcast(ClassTail tail, IClock clock, ILogger log)
    {
        (this.tail, this.log) = (tail, log);
        frames = new ClassFrames(tail, clock);
        Running = Task.Run(Run);
    }

    public Task Running { get; }

    public ICollection<ClassConnection> Connections => connections.Values;

    public void Add(ClassConnection connection)
    {
        connections[connection.Id] = connection;
        Wake();
    }

    public void Remove(ClassConnection connection) => connections.TryRemove(connection.Id, out _);

    /// <summary>Whoever is no staff gets the class once more, from its beginning: it was edited.</summary>
    public void TellAnew()
    {
        foreach (var connection in connections.Values)
            if (!connection.Who.IsStaff) connection.Sight = null;
        Wake();
    }

    public void Wake() => wake.Writer.TryWrite(true);

    public void Signal(int? place, SentSignal signal)
    {
        if (signals.Count > 50) return;
        signals.Enqueue((place, ClassFrames.Signal(signal)));
        Wake();
    }

    public void Stop() => wake.Writer.TryComplete();

    private async Task Run()
    {
        while (await wake.Reader.WaitToReadAsync())
        {
            wake.Reader.TryRead(out _);
            var momentary = new List<(int? Place, SerializedHubMessage Message)>();
            while (signals.TryDequeue(out var signal)) momentary.Add(signal);
            foreach (var connection in connections.Values) Serve(connection, momentary);
            await Task.Delay(Pace);
        }
    }

    private void Serve(ClassConnection connection, List<(int? Place, SerializedHubMessage Message)> momentary)
    {
        if (!connection.TryBeginWrite()) return;
        try
        {
            var sending = Send(connection, momentary);
            if (sending.IsCompletedSuccessfully) connection.EndWrite();
            else _ = Finish(connection, sending.AsTask());
        }
        catch (Exception failure)
        {
            Drop(connection, failure);
        }
    }

    private async ValueTask Send(ClassConnection connection, List<(int? Place, SerializedHubMessage Message)> momentary)
    {
        var sight = tail.Whole.SightOf(connection.Who);
        if (connection.Sight != sight)
        {
            // Whoever begins or ceases to lead sees another class: it is told anew, from its beginning.
            var welcome = frames.Welcome(connection.Who, sight, connection.Sight is null && sight != ClassSight.CoHost ? connection.Position : 0, out var through);
            (connection.Sight, connection.Position, connection.Scanned) = (sight, through, through);
            await connection.Write(welcome);
        }
        else if (connection.Scanned < tail.Last)
        {
            var events = frames.Events(connection.Who, sight, connection.Position, connection.Scanned, out var through);
            connection.Scanned = through;
            if (events is not null)
            {
                connection.Position = through;
                await connection.Write(events);
            }
        }
        foreach (var (place, signal) in momentary)
            if (tail.Whole.PlaceOf(connection.Who.PersonId) == place) await connection.Write(signal);
        if (connection.Scanned < tail.Last) Wake();
    }

    private async Task Finish(ClassConnection connection, Task sending)
    {
        try
        {
            await sending;
            connection.EndWrite();
            if (connection.Scanned < tail.Last) Wake();
        }
        catch (Exception failure)
        {
            Drop(connection, failure);
        }
    }

    // The socket is gone or broken; its owner comes back with its position.
    private void Drop(ClassConnection connection, Exception failure)
    {
        log.LogDebug(failure, "A connection of the class {Class} was lost", connection.ClassId);
        Remove(connection);
        connection.Abort();
    }
}
