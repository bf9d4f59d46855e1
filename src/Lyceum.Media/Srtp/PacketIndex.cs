namespace Lyceum.Media.Srtp;

/// <summary>The 48-bit index of an RTP stream's packets: sequence numbers with their roll-over counter (RFC 3711 §3.3.1).</summary>
public struct PacketIndex
{
    private ulong highest;
    private bool started;

    /// <summary>The index that lies nearest to the highest one known. A sequence number before the first known one counts as after it.</summary>
    public readonly ulong Guess(ushort sequence)
    {
        if (!started) return sequence;
        var distance = (short)(sequence - (ushort)highest);
        return distance < 0 && highest < (ulong)-distance ? sequence : highest + (ulong)(long)distance;
    }

    public void Accept(ulong index)
    {
        if (started && index <= highest) return;
        (highest, started) = (index, true);
    }
}
