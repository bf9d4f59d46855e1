using System.Runtime.InteropServices;

namespace Lyceum.Media.Sockets;

/// <summary>The two Linux calls that move many datagrams at once: recvmmsg(2) and sendmmsg(2).</summary>
internal static unsafe partial class LibC
{
    /// <summary>Wait for the first datagram, then take only what is already there.</summary>
    internal const int WaitForOne = 0x10000;

    [StructLayout(LayoutKind.Sequential)]
    internal struct Buffer
    {
        public byte* Start;
        public nuint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Message
    {
        public byte* Name;
        public uint NameLength;
        public Buffer* Buffers;
        public nuint BufferCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
        // C pads the msghdr inside an mmsghdr to eight bytes.
        private readonly int padding;
        public uint Received;
    }

    [LibraryImport("libc", EntryPoint = "recvmmsg", SetLastError = true)]
    internal static partial int ReceiveMany(int socket, Message* messages, uint count, int flags, nint timeout);

    [LibraryImport("libc", EntryPoint = "sendmmsg", SetLastError = true)]
    internal static partial int SendMany(int socket, Message* messages, uint count, int flags);
}
