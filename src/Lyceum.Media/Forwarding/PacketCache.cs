namespace Lyceum.Media.Forwarding;

/// <summary>
/// The last packets of one video layer, decrypted, to be sent again to whoever lost one (RFC 4588). A ring in one block of memory that is
/// taken with the first packet.
/// </summary>
public sealed class PacketCache
{
    private const int Slots = 512, SlotBytes = 1500;
    private readonly (ushort Sequence, ushort Length, bool Marker, uint Timestamp)[] index = new (ushort, ushort, bool, uint)[Slots];
    private byte[] memory = [];

    /// <summary>Keeps the payload; false when this packet is here already, which tells a duplicate.</summary>
    public bool TryAdd(ushort sequence, uint timestamp, bool marker, ReadOnlySpan<byte> payload)
    {
        if (memory.Length == 0) memory = GC.AllocateUninitializedArray<byte>(Slots * SlotBytes, pinned: true);
        var at = sequence % Slots;
        if (index[at].Length > 0 && index[at].Sequence == sequence && index[at].Timestamp == timestamp) return false;
        if (payload.Length > SlotBytes) return true;
        payload.CopyTo(memory.AsSpan(at * SlotBytes));
        index[at] = (sequence, (ushort)payload.Length, marker, timestamp);
        return true;
    }

    public bool TryGet(ushort sequence, out ReadOnlySpan<byte> payload, out uint timestamp, out bool marker)
    {
        var at = sequence % Slots;
        var entry = index[at];
        var found = entry.Length > 0 && entry.Sequence == sequence;
        payload = found ? memory.AsSpan(at * SlotBytes, entry.Length) : default;
        (timestamp, marker) = (entry.Timestamp, entry.Marker);
        return found;
    }
}
