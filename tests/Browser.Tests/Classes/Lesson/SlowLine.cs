using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Lyceum.Browser.Tests.Classes.Lesson;

/// <summary>
/// A long and lossy line to the school, on an address of its own: pages and hub go through it as TCP, sound and picture as UDP. It stands in for netem in a
/// network namespace, so that it needs no privileges. What TCP loses comes again, late, and holds up all that follows; what UDP loses is gone.
/// </summary>
internal sealed class SlowLine : IDisposable
{
    private static readonly IPAddress Here = IPAddress.Parse("127.0.0.2");
    private readonly TimeSpan oneWay;
    private readonly double loss;
    private readonly IPEndPoint school;
    private readonly CancellationTokenSource closing = new();
    private readonly TcpListener pages = new(Here, 0);
    private readonly Socket near = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ConcurrentDictionary<string, (Socket Socket, Channel<Part> Parts)> far = new();
    private readonly Random random = new(11);
    private readonly Lock gate = new();

    /// <param name="school">Where the school answers.</param>
    /// <param name="mediaPort">Where its media server listens.</param>
    /// <param name="loss">The share that is lost, each way.</param>
    /// <param name="oneWay">How long the way takes.</param>
    public SlowLine(Uri school, int mediaPort, double loss, TimeSpan oneWay)
    {
        (this.loss, this.oneWay, this.school) = (loss, oneWay, new IPEndPoint(IPAddress.Loopback, school.Port));
        pages.Start();
        near.Bind(new IPEndPoint(Here, mediaPort));
        _ = Accept();
        _ = TakeMedia(new IPEndPoint(IPAddress.Loopback, mediaPort));
    }

    public Uri Address => new($"http://{pages.LocalEndpoint}/");
    public long Lost { get; private set; }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await pages.AcceptTcpClientAsync(closing.Token));
        }
        catch (OperationCanceledException) { }
    }

    private async Task Carry(TcpClient client)
    {
        using var here = client;
        using var there = new TcpClient { NoDelay = true };
        here.NoDelay = true;
        try
        {
            await there.ConnectAsync(school, closing.Token);
            await Task.WhenAll(Carry(here.GetStream(), there), Carry(there.GetStream(), here));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException or ObjectDisposedException) { }
    }

    private async Task Carry(NetworkStream from, TcpClient to)
    {
        var parts = Channel.CreateUnbounded<Part>();
        var arriving = Arrive(parts, part => to.GetStream().WriteAsync(part, closing.Token));
        var buffer = new byte[16_384];
        int length;
        // Sent anew after the time of two ways and back.
        while ((length = await from.ReadAsync(buffer, closing.Token)) > 0) Leave(parts, buffer.AsSpan(0, length), IsLost() ? 5 * oneWay : oneWay);
        parts.Writer.Complete();
        await arriving;
        to.Client.Shutdown(SocketShutdown.Send);
    }

    private async Task TakeMedia(IPEndPoint server)
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var got = await near.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), closing.Token);
                var client = (IPEndPoint)got.RemoteEndPoint;
                var (_, parts) = far.GetOrAdd(client.ToString(), _ => Open(client, server));
                if (!IsLost()) Leave(parts, buffer.AsSpan(0, got.ReceivedBytes), oneWay);
            }
        }
        catch (OperationCanceledException) { }
    }

    private (Socket, Channel<Part>) Open(IPEndPoint client, IPEndPoint server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(server);
        var (up, down) = (Channel.CreateUnbounded<Part>(), Channel.CreateUnbounded<Part>());
        _ = Arrive(up, async part => await socket.SendAsync(part, closing.Token));
        _ = Arrive(down, async part => await near.SendToAsync(part, client, closing.Token));
        _ = BringMedia(socket, down);
        return (socket, up);
    }

    private async Task BringMedia(Socket socket, Channel<Part> down)
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var length = await socket.ReceiveAsync(buffer, closing.Token);
                if (!IsLost()) Leave(down, buffer.AsSpan(0, length), oneWay);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException) { }
    }

    private bool IsLost()
    {
        lock (gate)
        {
            var isLost = random.NextDouble() < loss;
            if (isLost) Lost++;
            return isLost;
        }
    }

    private static void Leave(Channel<Part> parts, ReadOnlySpan<byte> bytes, TimeSpan takes) =>
        parts.Writer.TryWrite(new(Stopwatch.GetTimestamp() + (long)(takes.TotalSeconds * Stopwatch.Frequency), bytes.ToArray()));

    /// <summary>One after the other, none before its time.</summary>
    private async Task Arrive(Channel<Part> parts, Func<byte[], ValueTask> deliver)
    {
        using var now = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(closing.Token))
            {
                while (Stopwatch.GetTimestamp() < part.Due) await now.WaitForNextTickAsync(closing.Token);
                await deliver(part.Bytes);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    public void Dispose()
    {
        closing.Cancel();
        pages.Stop();
        near.Dispose();
        foreach (var (socket, _) in far.Values) socket.Dispose();
    }

    private readonly record struct Part(long Due, byte[] Bytes);
}
