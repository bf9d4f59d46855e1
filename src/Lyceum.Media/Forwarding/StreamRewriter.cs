namespace Lyceum.Media.Forwarding;

/// <summary>What is added to a packet's own numbers to make the subscriber's (all wrap around).</summary>
public readonly record struct Shift(ushort Sequence, uint Timestamp, ushort Picture, byte Tl0);

/// <summary>
/// Makes one seamless outgoing stream of pieces of several incoming ones: each splice continues sequence numbers, timestamps, VP8 picture ids
/// and TL0PICIDX where the piece before ended (RFC 3550 §2.3 calls for it of a mixer; RFC 7741 §4.2 for the VP8 numbers).
/// </summary>
public sealed class StreamRewriter(ushort firstSequence, uint firstTimestamp)
{
    private ushort begins;
    private ushort lastSequence = (ushort)(firstSequence - 1), lastPicture;
    private uint lastTimestamp = firstTimestamp;
    private byte lastTl0;

    public bool HasStarted { get; private set; }
    public Shift Shift { get; private set; }

    /// <summary>The highest outgoing timestamp so far.</summary>
    public uint LastTimestamp => lastTimestamp;

    /// <summary>Starts a new piece at this incoming packet. <paramref name="timestampStep"/> is how far it lies after the piece before.</summary>
    public void Splice(ushort sequence, uint timestamp, uint timestampStep, ushort picture = 0, byte tl0 = 0)
    {
        Shift = new Shift((ushort)(lastSequence + 1 - sequence), lastTimestamp + timestampStep - timestamp,
            (ushort)(lastPicture + 1 - picture & 0x7FFF), (byte)(lastTl0 + 1 - tl0));
        begins = sequence;
        HasStarted = true;
    }

    /// <summary>The numbers to send a packet with; false for one from before the splice, which has no place in the outgoing stream.</summary>
    public bool TryMap(ushort sequence, uint timestamp, ushort picture, byte tl0, out ushort outSequence)
    {
        outSequence = (ushort)(sequence + Shift.Sequence);
        // Half the number space behind the splice it is "before" again: move the mark along.
        if ((short)(sequence - begins) < 0) return false;
        if ((ushort)(sequence - begins) > 0x4000) begins += 0x2000;
        if ((short)(outSequence - lastSequence) <= 0) return true;
        lastSequence = outSequence;
        lastTimestamp = timestamp + Shift.Timestamp;
        lastPicture = (ushort)(picture + Shift.Picture & 0x7FFF);
        lastTl0 = (byte)(tl0 + Shift.Tl0);
        return true;
    }
}
