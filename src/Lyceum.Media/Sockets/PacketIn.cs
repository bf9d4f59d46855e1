using System.Runtime.InteropServices;

namespace Lyceum.Media.Sockets;

/// <summary>Up to 32 datagrams taken from a socket in one call, in memory outside the garbage collector's reach.</summary>
public sealed unsafe class PacketIn : IDisposable
{
    private const int Slots = 32, SlotBytes = 2048;
    private readonly byte* memory = (byte*)NativeMemory.AlignedAlloc(Slots * (SlotBytes + PeerAddress.MaxBytes), 64);
    private readonly LibC.Message* messages = (LibC.Message*)NativeMemory.AllocZeroed(Slots, (nuint)sizeof(LibC.Message));
    private readonly LibC.Buffer* buffers = (LibC.Buffer*)NativeMemory.AllocZeroed(Slots, (nuint)sizeof(LibC.Buffer));

    public PacketIn()
    {
        for (var i = 0; i < Slots; i++)
        {
            buffers[i] = new LibC.Buffer { Start = memory + i * SlotBytes, Length = SlotBytes };
            messages[i].Buffers = &buffers[i];
            messages[i].BufferCount = 1;
            messages[i].Name = memory + Slots * SlotBytes + i * PeerAddress.MaxBytes;
        }
    }

    /// <summary>Waits for at least one datagram (a quarter of a second at most); 0 when none came.</summary>
    public int Receive(UdpSocket socket)
    {
        for (var i = 0; i < Slots; i++) messages[i].NameLength = PeerAddress.MaxBytes;
        return Math.Max(0, LibC.ReceiveMany(socket.Handle, messages, Slots, LibC.WaitForOne, 0));
    }

    /// <summary>The bytes of datagram <paramref name="index"/>: writable, since decryption happens in place.</summary>
    public Span<byte> this[int index] => new(memory + index * SlotBytes, (int)messages[index].Received);

    public bool TryGetSender(int index, out PeerAddress sender) =>
        PeerAddress.TryRead(new ReadOnlySpan<byte>(messages[index].Name, (int)messages[index].NameLength), out sender);

    public void Dispose()
    {
        NativeMemory.AlignedFree(memory);
        NativeMemory.Free(messages);
        NativeMemory.Free(buffers);
    }
}
