using System.Net;
using System.Net.Sockets;

namespace Lyceum.Media.Sockets;

/// <summary>
/// One bound UDP socket. Several may share an address and port (SO_REUSEPORT): the kernel then keeps each peer on one of them.
/// </summary>
public sealed class UdpSocket : IDisposable
{
    private const int SolSocket = 1, SoReusePort = 15, SoReceiveTimeout = 20, SoSendBufferForce = 32, SoReceiveBufferForce = 33;
    private readonly Socket socket;

    public UdpSocket(IPAddress address, int port)
    {
        socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        if (address.AddressFamily == AddressFamily.InterNetworkV6) socket.DualMode = false;
        socket.SetRawSocketOption(SolSocket, SoReusePort, BitConverter.GetBytes(1));
        Grow(SoReceiveBufferForce, SocketOptionName.ReceiveBuffer);
        Grow(SoSendBufferForce, SocketOptionName.SendBuffer);
        // A quarter of a second: how long a loop may take to notice that the server closes.
        Span<byte> wait = stackalloc byte[16];
        BitConverter.TryWriteBytes(wait[8..], 250_000L);
        socket.SetRawSocketOption(SolSocket, SoReceiveTimeout, wait);
        socket.Bind(new IPEndPoint(address, port));
        Local = (IPEndPoint)socket.LocalEndPoint!;
        Handle = (int)socket.Handle;
    }

    public IPEndPoint Local { get; }
    internal int Handle { get; }

    private void Grow(int forced, SocketOptionName plain)
    {
        const int bytes = 4 << 20;
        // The forced option passes the system's ceiling but asks for CAP_NET_ADMIN.
        try { socket.SetRawSocketOption(SolSocket, forced, BitConverter.GetBytes(bytes)); }
        catch (SocketException) { socket.SetSocketOption(SocketOptionLevel.Socket, plain, bytes); }
    }

    public void Dispose() => socket.Dispose();
}
