using Lyceum.Media.Ice;
using Lyceum.Media.Sockets;
using Lyceum.Media.Stun;

namespace Lyceum.Media;

/// <summary>The threads: one for each socket, and one that ticks. Each datagram goes to its connection, under that room's gate (RFC 7983 §7).</summary>
internal sealed class ServerLoops : IDisposable
{
    private const int TickMilliseconds = 20;
    private readonly List<UdpSocket> sockets;
    private readonly ServerParts parts;
    private readonly Func<Room[]> rooms;
    private readonly List<Thread> threads = [];
    private readonly ManualResetEventSlim closing = new();

    public ServerLoops(List<UdpSocket> sockets, ServerParts parts, Func<Room[]> rooms)
    {
        (this.sockets, this.parts, this.rooms) = (sockets, parts, rooms);
        foreach (var socket in sockets) Start(() => Receive(socket), $"media {socket.Local}");
        Start(Tick, "media tick");
    }

    private void Start(ThreadStart what, string name)
    {
        var thread = new Thread(what) { IsBackground = true, Name = name };
        threads.Add(thread);
        thread.Start();
    }

    private void Receive(UdpSocket socket)
    {
        using var receive = new PacketIn();
        using var send = new PacketOut();
        while (!closing.IsSet)
        {
            var count = receive.Receive(socket);
            var now = parts.Clock.Now;
            for (var i = 0; i < count; i++)
                if (receive.TryGetSender(i, out var from)) Route(receive[i], from, socket, now, send);
            send.Flush();
        }
    }

    private void Route(Span<byte> packet, in PeerAddress from, UdpSocket socket, long now, PacketOut send)
    {
        if (packet.IsEmpty) return;
        if (packet[0] <= 3)
        {
            if (!StunMessage.TryParse(packet, out var check) || !check.TryGet(StunCode.Username, out var username)
                || !IceCredentials.TryReadKey(username, out var key) || parts.Routes.Find(key) is not { } checkedBy) return;
            lock (checkedBy.Room.Gate) checkedBy.OnStun(check, socket, from, now, send);
            return;
        }
        // An address is known only once a check from it proved our password.
        if (parts.Routes.Find(from) is not { } connection) return;
        lock (connection.Room.Gate)
        {
            try { connection.OnDatagram(packet, now, send); }
            catch (Exception fault) { Report(connection.Room, fault); }
        }
    }

    private void Tick()
    {
        while (!closing.Wait(TickMilliseconds))
        {
            foreach (var room in rooms())
            {
                lock (room.Gate)
                {
                    if (room.IsClosed) continue;
                    try { room.Tick(parts.Clock.Now); }
                    catch (Exception fault) { Report(room, fault); }
                }
            }
        }
    }

    /// <summary>The outer border of the media server: a defect must cost one packet, not the class.</summary>
    private static void Report(Room room, Exception fault) => room.Tell(new ServerFault(room.Name, fault.ToString()));

    public void Dispose()
    {
        closing.Set();
        foreach (var thread in threads) thread.Join();
        foreach (var socket in sockets) socket.Dispose();
        closing.Dispose();
    }
}
