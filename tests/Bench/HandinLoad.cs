using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Bench;

/// <summary>As many connections as pgbench has clients; each sends its next request when the last one is acknowledged. Lean, because it shares the cores.</summary>
internal sealed class HandinLoad(IPEndPoint address, HandinRequests requests)
{
    private int next = -1;

    public int Left => Math.Max(0, requests.Count - 1 - next);

    /// <summary>Milliseconds of every acknowledged hand-in, for so long; throws when one is refused.</summary>
    public async Task<List<double>> Run(TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        var all = await Task.WhenAll(Enumerable.Range(0, Handins.Clients).Select(_ => Task.Run(() => RunOne(over.Token))));
        return [.. all.SelectMany(one => one)];
    }

    private async Task<List<double>> RunOne(CancellationToken over)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address);
        var (request, answer) = (new byte[requests.Longest], new byte[16 * 1024]);
        var latencies = new List<double>(8192);
        while (!over.IsCancellationRequested)
        {
            var mine = Interlocked.Increment(ref next);
            if (mine >= requests.Count) throw new InvalidOperationException("There are not enough attempts for a server this fast.");
            var from = Stopwatch.GetTimestamp();
            await socket.SendAsync(request.AsMemory(0, requests.Write(mine, request)), CancellationToken.None);
            await ReadAnswer(socket, answer);
            latencies.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        return latencies;
    }

    private static async Task ReadAnswer(Socket socket, byte[] buffer)
    {
        var read = 0;
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (got == 0) throw new InvalidOperationException("The server hung up.");
            read += got;
            if (IsWhole(buffer.AsSpan(0, read))) return;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(System.Text.Encoding.ASCII.GetString(answer));
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0) return answer.EndsWith("0\r\n\r\n"u8);
        _ = System.Buffers.Text.Utf8Parser.TryParse(answer[(at + 16)..], out int length, out int _);
        return answer.Length >= head + 4 + length;
    }
}
