namespace Lyceum.Media.Forwarding;

/// <summary>Which incoming packet went out under which number, so that a subscriber's NACK can be served from the layer's cache.</summary>
public sealed class SentPackets
{
    private const int Slots = 512;
    private readonly Entry[] entries = new Entry[Slots];

    public record struct Entry(bool IsUsed, ushort Sent, ushort Original, byte Layer, Shift Shift, long SentAgainAt);

    public void Add(ushort sent, ushort original, int layer, Shift shift) =>
        entries[sent % Slots] = new Entry(true, sent, original, (byte)layer, shift, 0);

    /// <summary>The entry, when it is still known and was not sent again within <paramref name="pause"/> microseconds.</summary>
    public bool TryTake(ushort sent, long now, long pause, out Entry entry)
    {
        ref var slot = ref entries[sent % Slots];
        entry = slot;
        if (!slot.IsUsed || slot.Sent != sent || now - slot.SentAgainAt < pause && slot.SentAgainAt != 0) return false;
        slot.SentAgainAt = now;
        return true;
    }
}
