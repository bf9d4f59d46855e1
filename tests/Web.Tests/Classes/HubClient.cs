using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Lyceum.Domain.Classes;

namespace Lyceum.Web.Tests.Classes;

/// <summary>The little of SignalR's JSON hub protocol that a class needs, over a WebSocket: a handshake, invocations, completions, messages.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const byte End = 0x1e;
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement?>> waiting = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lastCall;

    /// <summary>Called for each message of the server with its target and its first argument, one at a time.</summary>
    public Action<string, JsonElement> Received { get; set; } = (_, _) => { };

    /// <summary>Gets each message first, as it came; whoever follows a large class looks at the bytes alone. True = taken.</summary>
    public Func<ReadOnlyMemory<byte>, bool> Takes { get; set; } = _ => false;

    /// <summary>Completes when the connection is over, for whatever reason.</summary>
    public Task Over { get; private set; } = Task.CompletedTask;

    public static async Task<HubClient> Connect(HttpClient browser, Uri address, Action<string, JsonElement>? received = null, string path = "/hubs/class")
    {
        var client = new HubClient { Received = received ?? ((_, _) => { }) };
        await client.socket.ConnectAsync(HubOf(address, path), browser, CancellationToken.None);
        return await client.Greet();
    }

    /// <summary>With a session's cookie and no browser around it.</summary>
    public static async Task<HubClient> Connect(string cookie, Uri address, Func<ReadOnlyMemory<byte>, bool> takes)
    {
        var client = new HubClient { Takes = takes };
        client.socket.Options.SetRequestHeader("Cookie", cookie);
        await client.socket.ConnectAsync(HubOf(address), CancellationToken.None);
        return await client.Greet();
    }

    private static Uri HubOf(Uri address, string path = "/hubs/class") => new UriBuilder(address) { Scheme = "ws", Path = path }.Uri;

    private async Task<HubClient> Greet()
    {
        Over = Task.Run(Receive);
        await Write("""{"protocol":"json","version":1}""");
        await greeted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return this;
    }

    public async Task<T?> Call<T>(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref lastCall).ToString();
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Over.IsCompleted) throw new IOException("The connection is over.");
        await Write(Invocation(method, arguments, id));
        var result = await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return result is null ? default : result.Value.Deserialize<T>(ClassJson.Options);
    }

    /// <summary>Completes when the school is done with it: what another connection sends next comes after it.</summary>
    public Task Tell(string method, params object?[] arguments) => Call<object>(method, arguments);

    /// <summary>As when the network goes: no goodbye.</summary>
    public void Cut() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await Over;
        socket.Dispose();
        sending.Dispose();
    }

    private static string Invocation(string method, object?[] arguments, string id) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["type"] = 1, ["target"] = method, ["arguments"] = arguments.Select(AsJson), ["invocationId"] = id });

    // A command is written as one of its closed list, so that it carries its type.
    private static JsonElement AsJson(object? argument) => argument switch
    {
        ClassCommand command => JsonSerializer.SerializeToElement(command, ClassJson.Options),
        ClassSignal signal => JsonSerializer.SerializeToElement(signal, ClassJson.Options),
        _ => JsonSerializer.SerializeToElement(argument, ClassJson.Options),
    };

    private async Task Write(string json)
    {
        await sending.WaitAsync();
        try { await socket.SendAsync(Encoding.UTF8.GetBytes(json + (char)End), WebSocketMessageType.Text, true, CancellationToken.None); }
        finally { sending.Release(); }
    }

    private async Task Receive()
    {
        var buffer = new byte[64 * 1024];
        var held = new MemoryStream();
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                foreach (var piece in Split(buffer.AsMemory(0, part.Count), held)) Handle(piece);
            }
        }
        catch (WebSocketException) { }
        catch (ObjectDisposedException) { }
        catch (OperationCanceledException) { }
        finally
        {
            foreach (var call in waiting.Values) call.TrySetException(new IOException("The connection is over."));
            greeted.TrySetException(new IOException("The connection is over."));
            _ = greeted.Task.Exception;
        }
    }

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> part, MemoryStream held)
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        while (part.Span.IndexOf(End) is >= 0 and var end)
        {
            held.Write(part.Span[..end]);
            pieces.Add(held.ToArray());
            held.SetLength(0);
            part = part[(end + 1)..];
        }
        held.Write(part.Span);
        return pieces;
    }

    private void Handle(ReadOnlyMemory<byte> json)
    {
        if (Takes(json)) return;
        using var message = JsonDocument.Parse(json);
        var root = message.RootElement;
        if (!root.TryGetProperty("type", out var type))
        {
            greeted.TrySetResult();
            return;
        }
        if (type.GetInt32() == 1) Received(root.GetProperty("target").GetString()!, root.GetProperty("arguments")[0].Clone());
        if (type.GetInt32() == 3 && waiting.TryRemove(root.GetProperty("invocationId").GetString()!, out var call)) Complete(call, root);
    }

    private static void Complete(TaskCompletionSource<JsonElement?> call, JsonElement root)
    {
        if (root.TryGetProperty("error", out var error)) call.TrySetException(new InvalidOperationException(error.GetString()));
        else call.TrySetResult(root.TryGetProperty("result", out var result) && result.ValueKind != JsonValueKind.Null ? result.Clone() : null);
    }
}
