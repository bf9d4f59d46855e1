using System.Text.Json;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Tests.Classes.Swarm;

/// <summary>
/// One of a thousand: comes back whenever its connection is lost, sends again what was not acknowledged, and keeps the sequences of all that it saw.
/// It reads the bytes of the messages alone, so that a thousand of them fit beside the server.
/// </summary>
internal sealed class SwarmMember(SwarmServer server, string cookie, int number) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private HubClient? line;
    private Task? running;
    private TaskCompletionSource<HubClient> connected = NewPromise();
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long awaited = long.MaxValue;
    private volatile bool isOver;

    public int Number => number;
    public long Position { get; private set; }
    /// <summary>Stretches of the log that were followed without a gap: a snapshot begins a new one.</summary>
    public List<(long After, List<long> Seen)> Followed { get; } = [];
    public List<string> Faults { get; } = [];
    public int Reconnects { get; private set; }

    public async Task Begin()
    {
        running = Task.Run(Stay);
        await Volatile.Read(ref connected).Task;
    }

    /// <summary>Sends until it has a receipt, over however many connections.</summary>
    public async Task Do(ClassCommand command)
    {
        var key = $"{number}-{Guid.NewGuid():N}";
        while (true)
        {
            var over = await Volatile.Read(ref connected).Task;
            try
            {
                var receipt = await over.Call<Receipt>("Send", command, key, null);
                if (receipt is { IsAccepted: true }) return;
                if (receipt?.Refusal?.Message.Contains("could not save", StringComparison.Ordinal) != true) throw new InvalidOperationException(receipt?.Refusal?.Message);
            }
            catch (Exception lost) when (lost is IOException or System.Net.WebSockets.WebSocketException or ObjectDisposedException)
            {
                await over.Over;
            }
        }
    }

    public void Cut() => line?.Cut();

    public async Task SeesThrough(long sequence)
    {
        Task reached;
        lock (gate)
        {
            if (Position >= sequence) return;
            awaited = sequence;
            moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
            reached = moved.Task;
        }
        await reached.WaitAsync(TimeSpan.FromSeconds(90));
    }

    public async ValueTask DisposeAsync()
    {
        isOver = true;
        line?.Cut();
        if (running is not null) await running;
    }

    private async Task Stay()
    {
        while (!isOver)
        {
            await server.Up;
            try
            {
                await using var here = await HubClient.Connect(cookie, server.Address, Take);
                line = here;
                if (await here.Call<SentRefusal>("Join", server.ClassId, Position) is { } refusal) throw new IOException(refusal.Message);
                Volatile.Read(ref connected).TrySetResult(here);
                await here.Over;
            }
            catch (Exception lost) when (lost is IOException or System.Net.WebSockets.WebSocketException or InvalidOperationException or TimeoutException)
            {
                if (isOver) return;
            }
            if (Volatile.Read(ref connected).Task.IsCompleted) Volatile.Write(ref connected, NewPromise());
            Reconnects++;
        }
    }

    private bool Take(ReadOnlyMemory<byte> message)
    {
        var isWelcome = message.Span.StartsWith("{\"type\":1,\"target\":\"Welcome\""u8);
        if (!isWelcome && !message.Span.StartsWith("{\"type\":1,\"target\":\"Events\""u8)) return message.Span.StartsWith("{\"type\":6"u8);
        lock (gate)
        {
            Read(message.Span, isWelcome);
            if (Position < awaited) return true;
            awaited = long.MaxValue;
            moved.TrySetResult();
        }
        return true;
    }

    private void Read(ReadOnlySpan<byte> message, bool isWelcome)
    {
        var json = new Utf8JsonReader(message);
        long after = 0, through = 0;
        var isSnapshot = false;
        var seen = new List<long>();
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 3) continue;
            if (json.ValueTextEquals("after"u8)) { json.Read(); after = json.GetInt64(); }
            else if (json.ValueTextEquals("through"u8)) { json.Read(); through = json.GetInt64(); }
            else if (json.ValueTextEquals("state"u8)) { json.Read(); isSnapshot = json.TokenType == JsonTokenType.StartObject; json.Skip(); }
            else if (json.ValueTextEquals("events"u8)) { json.Read(); ReadEvents(ref json, seen); }
        }
        if (isSnapshot) Followed.Add((through, []));
        else if (!isWelcome && after != Position) Faults.Add($"{number}: a batch after {after} came at {Position}");
        else Follow(seen);
        Position = through;
    }

    private void Follow(List<long> seen)
    {
        foreach (var sequence in seen)
        {
            if (sequence <= Position || (Followed[^1].Seen is [.., var last] && sequence <= last)) Faults.Add($"{number}: {sequence} came twice or out of order at {Position}");
            Followed[^1].Seen.Add(sequence);
        }
    }

    private static void ReadEvents(ref Utf8JsonReader json, List<long> seen)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("sequence"u8) || json.CurrentDepth != 5)
            {
                if (json.TokenType == JsonTokenType.PropertyName) { json.Read(); json.Skip(); }
                continue;
            }
            json.Read();
            seen.Add(json.GetInt64());
        }
    }

    private static TaskCompletionSource<HubClient> NewPromise() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
