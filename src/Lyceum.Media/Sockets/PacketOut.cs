using System.Runtime.InteropServices;

namespace Lyceum.Media.Sockets;

/// <summary>
/// Datagrams on their way out, handed to the kernel many at a time. A packet is built and encrypted in its slot; nothing is copied.
/// Not thread-safe: every loop owns one.
/// </summary>
public sealed unsafe class PacketOut : IDisposable
{
    private const int Slots = 64, SlotBytes = 1536;
    private readonly byte* memory = (byte*)NativeMemory.AlignedAlloc(Slots * (SlotBytes + PeerAddress.MaxBytes), 64);
    private readonly LibC.Message* messages = (LibC.Message*)NativeMemory.AllocZeroed(Slots, (nuint)sizeof(LibC.Message));
    private readonly LibC.Buffer* buffers = (LibC.Buffer*)NativeMemory.AllocZeroed(Slots, (nuint)sizeof(LibC.Buffer));
    private readonly int[] sockets = new int[Slots];
    private int count;

    public PacketOut()
    {
        for (var i = 0; i < Slots; i++)
        {
            buffers[i].Start = memory + i * SlotBytes;
            messages[i].Buffers = &buffers[i];
            messages[i].BufferCount = 1;
            messages[i].Name = memory + Slots * SlotBytes + i * PeerAddress.MaxBytes;
        }
    }

    /// <summary>Datagrams the kernel would not take (no route, a full queue).</summary>
    public long Refused { get; private set; }

    /// <summary>The next slot to build a packet in; taken only by <see cref="Commit"/>.</summary>
    public Span<byte> Reserve()
    {
        if (count == Slots) Flush();
        return new Span<byte>(memory + count * SlotBytes, SlotBytes);
    }

    /// <summary>Sends the first <paramref name="length"/> bytes of the reserved slot with the next <see cref="Flush"/>.</summary>
    public void Commit(int length, UdpSocket from, in PeerAddress to)
    {
        ref var message = ref messages[count];
        message.NameLength = (uint)to.Write(new Span<byte>(message.Name, PeerAddress.MaxBytes));
        buffers[count].Length = (nuint)length;
        sockets[count] = from.Handle;
        count++;
    }

    public void Send(ReadOnlySpan<byte> packet, UdpSocket from, in PeerAddress to)
    {
        packet.CopyTo(Reserve());
        Commit(packet.Length, from, to);
    }

    public void Flush()
    {
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && sockets[end] == sockets[start]) end++;
            var sent = LibC.SendMany(sockets[start], messages + start, (uint)(end - start), 0);
            if (sent <= 0)
            {
                // The kernel names no culprit: the first of the run is the one that failed.
                Refused++;
                sent = 1;
            }
            start += sent;
        }
        count = 0;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(memory);
        NativeMemory.Free(messages);
        NativeMemory.Free(buffers);
    }
}
