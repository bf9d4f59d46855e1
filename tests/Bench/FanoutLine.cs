using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Lyceum.Bench;

/// <summary>A connection to a class, as lean as a client can be: it counts the lines of chat that come and how long each was under way.</summary>
internal sealed class FanoutLine(int window) : IAsyncDisposable
{
    private const string Mark = "sent at ";
    private static readonly byte[] Needle = Encoding.ASCII.GetBytes(Mark);
    private readonly ClientWebSocket socket = new();
    private Task receiving = Task.CompletedTask;
    private readonly Lock counting = new();
    private readonly List<double> delays = [];
    private int calls;

    /// <summary>How many lines of chat it sent.</summary>
    public int Said => calls;

    /// <summary>Milliseconds from sending to receiving, of every line of chat so far.</summary>
    public double[] Delays { get { lock (counting) return [.. delays]; } }

    public int Heard { get { lock (counting) return delays.Count; } }

    /// <summary>What came over the line so far, in bytes of messages.</summary>
    public long Bytes { get; private set; }

    /// <param name="address">The server's.</param>
    /// <param name="cookie">Of the session.</param>
    /// <param name="classId">The class to be in.</param>
    /// <param name="window">Bytes that it takes at once.</param>
    public static async Task<FanoutLine> Join(IPEndPoint address, string cookie, Guid classId, int window = 256 * 1024)
    {
        var line = new FanoutLine(window);
        line.socket.Options.SetRequestHeader("Cookie", cookie);
        await line.socket.ConnectAsync(new Uri($"ws://{address}/hubs/class"), CancellationToken.None);
        await line.Send("""{"protocol":"json","version":1}""");
        var welcomed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        line.receiving = Task.Run(() => line.Receive(welcomed));
        await line.Send($$"""{"type":1,"invocationId":"join","target":"Join","arguments":["{{classId}}",0]}""");
        await welcomed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return line;
    }

    public Task Say() => Send(
        $$$"""{"type":1,"invocationId":"{{{++calls}}}","target":"Send","arguments":[{"type":"postChat","text":"{{{Mark}}}{{{Stopwatch.GetTimestamp()}}} in a sentence of the usual length"},"{{{Guid.NewGuid():N}}}",null]}""");

    public bool HasAnswered { get; private set; }

    public Task Answer(long poll)
    {
        HasAnswered = true;
        return Send($$$"""{"type":1,"invocationId":"poll","target":"Send","arguments":[{"type":"answerPoll","pollId":{{{poll}}},"choices":[0]},"{{{Guid.NewGuid():N}}}",null]}""");
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await receiving;
        socket.Dispose();
    }

    private Task Send(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task Receive(TaskCompletionSource welcomed)
    {
        var buffer = new byte[window];
        var held = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(held), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close) return;
                held += part.Count;
                Bytes += part.Count;
                var end = buffer.AsSpan(0, held).LastIndexOf((byte)0x1e) + 1;
                if (end == 0 && held < buffer.Length) continue;
                if (!welcomed.Task.IsCompleted && buffer.AsSpan(0, held).IndexOf("Welcome"u8) >= 0) welcomed.TrySetResult();
                Count(buffer.AsSpan(0, end));
                buffer.AsSpan(end, held - end).CopyTo(buffer);
                held -= end;
                if (held == buffer.Length) held = 0;
            }
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException) { }
    }

    private void Count(ReadOnlySpan<byte> messages)
    {
        while (messages.IndexOf(Needle) is >= 0 and var at)
        {
            messages = messages[(at + Needle.Length)..];
            _ = System.Buffers.Text.Utf8Parser.TryParse(messages, out long sent, out var length);
            messages = messages[length..];
            lock (counting) delays.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }
    }
}
