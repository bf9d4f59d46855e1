using System.Buffers.Binary;

namespace Lyceum.Media.Rtcp;

/// <summary>
/// A receiver's transport-wide feedback, packet by packet: whether it arrived, and when by the receiver's clock
/// (draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1). Any bytes may be given; it ends where they stop making sense.
/// </summary>
public ref struct TransportFeedbackReader
{
    /// <summary>More than any receiver tells at once; a claim above it is not worth walking through.</summary>
    private const int MaxPackets = 2048;
    private const int Head = 16, TickMicroseconds = 250, ReferenceMicroseconds = 64_000;
    private readonly ReadOnlySpan<byte> body;
    private readonly ushort first;
    private readonly int count;
    private int index, chunkAt, deltaAt, chunk, leftInChunk;

    public TransportFeedbackReader(RtcpPacket packet)
    {
        if (!packet.Is(RtcpType.TransportFeedback, RtcpType.TransportWideFormat) || packet.Body.Length < Head) return;
        body = packet.Body;
        first = BinaryPrimitives.ReadUInt16BigEndian(body[8..]);
        count = BinaryPrimitives.ReadUInt16BigEndian(body[10..]);
        ArrivedAt = (long)(BinaryPrimitives.ReadUInt32BigEndian(body[12..]) >> 8) * ReferenceMicroseconds;
        if (count > MaxPackets) count = 0;
        chunkAt = deltaAt = Head;
        for (var told = 0; told < count && deltaAt + 2 <= body.Length; deltaAt += 2) told += Length(BinaryPrimitives.ReadUInt16BigEndian(body[deltaAt..]));
    }

    /// <summary>The reference wraps after so many microseconds: 24 bits of 64 ms.</summary>
    public const long WrapsAfter = (1L << 24) * ReferenceMicroseconds;

    public ushort Sequence { get; private set; }
    public bool HasArrived { get; private set; }

    /// <summary>In microseconds of the receiver's clock; of the last packet that arrived.</summary>
    public long ArrivedAt { get; private set; }

    public bool MoveNext()
    {
        if (index >= count) return false;
        while (leftInChunk == 0)
        {
            if (chunkAt + 2 > deltaAt || chunkAt + 2 > body.Length) return false;
            chunk = BinaryPrimitives.ReadUInt16BigEndian(body[chunkAt..]);
            leftInChunk = Length(chunk);
            chunkAt += 2;
        }
        var symbol = Symbol();
        leftInChunk--;
        Sequence = (ushort)(first + index++);
        HasArrived = symbol is 1 or 2;
        if (!HasArrived) return true;
        if (deltaAt + symbol > body.Length) return false;
        var delta = symbol == 1 ? body[deltaAt] : BinaryPrimitives.ReadInt16BigEndian(body[deltaAt..]);
        deltaAt += symbol;
        ArrivedAt += delta * TickMicroseconds;
        return true;
    }

    /// <summary>A run of one symbol (§3.1.3), or a vector of fourteen one-bit or seven two-bit symbols (§3.1.4).</summary>
    private static int Length(int chunk) => (chunk & 0x8000) == 0 ? chunk & 0x1FFF : (chunk & 0x4000) == 0 ? 14 : 7;

    private readonly int Symbol() =>
        (chunk & 0x8000) == 0 ? chunk >> 13 & 3
        : (chunk & 0x4000) == 0 ? chunk >> (leftInChunk - 1) & 1
        : chunk >> 2 * (leftInChunk - 1) & 3;
}
