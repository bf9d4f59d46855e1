using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lyceum.Media.Bench;

/// <summary>One session over Janus' WebSocket: calls are told apart by their transaction, and an acknowledgement is not yet the answer.</summary>
internal sealed class JanusSession : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> waiting = new();
    private readonly CancellationTokenSource closing = new();
    private Task reading = Task.CompletedTask;
    private long session;
    private int transactions;

    public static async Task<JanusSession> Open(Uri address)
    {
        for (var tries = 0; ; tries++)
        {
            var one = new JanusSession();
            one.socket.Options.AddSubProtocol("janus-protocol");
            try
            {
                await one.socket.ConnectAsync(address, default);
                one.reading = one.Read();
                one.session = (long)(await one.Call(new JsonObject { ["janus"] = "create" }))["data"]!["id"]!;
                _ = one.KeepAlive();
                return one;
            }
            catch (WebSocketException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    public async Task<long> Attach() =>
        (long)(await Call(new JsonObject { ["janus"] = "attach", ["plugin"] = "janus.plugin.videoroom", ["session_id"] = session }))["data"]!["id"]!;

    public async Task<(JsonNode Data, string? Sdp)> Ask(long handle, object body, (string Type, string Sdp)? description = null)
    {
        var message = new JsonObject { ["janus"] = "message", ["session_id"] = session, ["handle_id"] = handle, ["body"] = JsonSerializer.SerializeToNode(body) };
        if (description is { } d) message["jsep"] = new JsonObject { ["type"] = d.Type, ["sdp"] = d.Sdp };
        var answer = await Call(message);
        if (answer["plugindata"]?["data"]?["error"] is { } error) throw new InvalidOperationException(error.ToString());
        return (answer, (string?)answer["jsep"]?["sdp"]);
    }

    private async Task<JsonNode> Call(JsonObject message)
    {
        var transaction = $"t{Interlocked.Increment(ref transactions)}";
        message["transaction"] = transaction;
        var answer = waiting[transaction] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, default);
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private async Task Read()
    {
        var buffer = new byte[1 << 20];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), closing.Token);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                var message = JsonNode.Parse(buffer.AsSpan(0, length))!;
                if ((string?)message["janus"] != "ack" && (string?)message["transaction"] is { } t && waiting.TryRemove(t, out var answer)) answer.SetResult(message);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or WebSocketException) { }
    }

    private async Task KeepAlive()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(20));
        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token)) await Call(new JsonObject { ["janus"] = "keepalive", ["session_id"] = session });
        }
        catch (Exception closed) when (closed is OperationCanceledException or WebSocketException or TimeoutException) { }
    }

    public async ValueTask DisposeAsync()
    {
        closing.Cancel();
        await reading;
        socket.Dispose();
    }
}
