using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Lyceum.Media.Tests.Browser;

/// <summary>
/// A bad line to the server, on an address of its own: it loses packets, carries only so much, or is cut, for whoever takes it. It stands in
/// for network namespaces, so that it works without privileges.
/// </summary>
internal sealed class BadLine : IDisposable
{
    private readonly Socket near;
    private readonly IPEndPoint server;
    private readonly ConcurrentDictionary<string, Socket> far = new();
    private readonly Random random = new(3);
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private long tokens, filledAt = Environment.TickCount64;

    public BadLine(IPAddress address, int port)
    {
        Address = address;
        server = new IPEndPoint(IPAddress.Loopback, port);
        near = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        near.Bind(new IPEndPoint(address, port));
        _ = Up();
    }

    public IPAddress Address { get; }

    /// <summary>Share of packets lost, each way.</summary>
    public double Loss { get; set; }

    /// <summary>What the line carries towards the browser; 0 for no limit. What is above it is dropped at once.</summary>
    public int BitsPerSecond { get; set; }
    public bool IsCut { get; set; }
    public long Dropped { get; private set; }

    private async Task Up()
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var got = await near.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), closing.Token);
                if (IsDropped(0)) continue;
                var client = (IPEndPoint)got.RemoteEndPoint;
                var socket = far.GetOrAdd(client.ToString(), _ => Open(client));
                await socket.SendAsync(buffer.AsMemory(0, got.ReceivedBytes), closing.Token);
            }
        }
        catch (OperationCanceledException) { }
    }

    private Socket Open(IPEndPoint client)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(server);
        _ = Down(socket, client);
        return socket;
    }

    private async Task Down(Socket socket, IPEndPoint client)
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var length = await socket.ReceiveAsync(buffer, closing.Token);
                if (!IsDropped(length)) await near.SendToAsync(buffer.AsMemory(0, length), client, closing.Token);
            }
        }
        catch (OperationCanceledException) { }
    }

    private bool IsDropped(int policedBytes)
    {
        lock (gate)
        {
            var isDropped = IsCut || random.NextDouble() < Loss || (BitsPerSecond > 0 && policedBytes > 0 && !HasTokens(policedBytes));
            if (isDropped) Dropped++;
            return isDropped;
        }
    }

    /// <summary>A token bucket that holds a tenth of a second.</summary>
    private bool HasTokens(int bytes)
    {
        var now = Environment.TickCount64;
        tokens = Math.Min(BitsPerSecond / 80, tokens + (now - filledAt) * BitsPerSecond / 8000);
        filledAt = now;
        if (tokens < bytes) return false;
        tokens -= bytes;
        return true;
    }

    public void Dispose()
    {
        closing.Cancel();
        near.Dispose();
        foreach (var socket in far.Values) socket.Dispose();
    }
}
