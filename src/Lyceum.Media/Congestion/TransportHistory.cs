namespace Lyceum.Media.Congestion;

/// <summary>
/// What went out on one connection under which transport-wide number, and when, until its receiver tells how it arrived
/// (draft-holmer-rmcat-transport-wide-cc-extensions-01 §2). Fixed memory, taken with the first packet.
/// </summary>
public sealed class TransportHistory
{
    private const int Slots = 1024;
    private Entry[] entries = [];
    private ushort next = 1;

    public readonly record struct Entry(ushort Sequence, ushort Bytes, uint SentAt, bool IsProbe)
    {
        /// <summary>The full time of sending, in microseconds, seen from <paramref name="now"/>.</summary>
        public long SentAtFrom(long now) => now - (uint)((uint)now - SentAt);
    }

    /// <summary>Packets of this moment belong to a probe.</summary>
    public bool IsProbing { get; set; }

    public ushort Add(int bytes, long now)
    {
        if (entries.Length == 0) entries = new Entry[Slots];
        entries[next % Slots] = new Entry(next, (ushort)bytes, (uint)now, IsProbing);
        return next++;
    }

    /// <summary>Gives each packet once.</summary>
    public bool TryTake(ushort sequence, out Entry entry)
    {
        entry = default;
        if (entries.Length == 0) return false;
        ref var slot = ref entries[sequence % Slots];
        if (slot.Sequence != sequence || slot.Bytes == 0) return false;
        entry = slot;
        slot = default;
        return true;
    }
}
