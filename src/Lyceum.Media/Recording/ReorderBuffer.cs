using System.Buffers;

namespace Lyceum.Media.Recording;

/// <summary>A packet copied off the hot path. Its memory is borrowed and given back by whoever takes it out of the recording.</summary>
public readonly record struct RecordedPacket(ushort Sequence, uint Timestamp, bool Marker, byte[] Memory, int Length, long ArrivedAt)
{
    public ReadOnlySpan<byte> Payload => Memory.AsSpan(0, Length);

    public static RecordedPacket Copy(ushort sequence, uint timestamp, bool marker, ReadOnlySpan<byte> payload, long now)
    {
        var memory = ArrayPool<byte>.Shared.Rent(payload.Length);
        payload.CopyTo(memory);
        return new(sequence, timestamp, marker, memory, payload.Length, now);
    }

    public void Return() => ArrayPool<byte>.Shared.Return(Memory);
}

/// <summary>Puts packets into their order again and waits a while for those that were asked for once more.</summary>
public sealed class ReorderBuffer
{
    private const int Slots = 1024;

    /// <summary>How long a missing packet holds the others up, in microseconds: long enough for several NACKs.</summary>
    public const long Patience = 700_000;

    private readonly RecordedPacket?[] slots = new RecordedPacket?[Slots];
    private ushort next;
    private int waiting;
    private bool started;

    /// <summary>False when it comes too late, or twice; the packet is then given back.</summary>
    public bool TryAdd(RecordedPacket packet)
    {
        if (!started) (started, next) = (true, packet.Sequence);
        var ahead = (short)(packet.Sequence - next);
        if (ahead < 0 || ahead >= Slots || slots[packet.Sequence % Slots] is not null)
        {
            packet.Return();
            return false;
        }
        slots[packet.Sequence % Slots] = packet;
        waiting++;
        return true;
    }

    /// <summary>The next packet in order; <paramref name="afterGap"/> when those before it were given up.</summary>
    public bool TryTake(long now, out RecordedPacket packet, out bool afterGap)
    {
        (packet, afterGap) = (default, false);
        if (waiting == 0) return false;
        if (slots[next % Slots] is null)
        {
            var first = next;
            while (slots[first % Slots] is null) first++;
            if (now - slots[first % Slots]!.Value.ArrivedAt < Patience && waiting < Slots / 2) return false;
            (next, afterGap) = (first, true);
        }
        packet = slots[next % Slots]!.Value;
        slots[next++ % Slots] = null;
        waiting--;
        return true;
    }
}
