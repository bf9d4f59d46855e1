using System.Buffers.Binary;

namespace Lyceum.Media.Rtcp;

/// <summary>
/// Lays RTCP packets one behind the other in the caller's memory. Reduced-size RTCP is negotiated, so feedback may stand alone (RFC 5506).
/// </summary>
public ref struct RtcpWriter(Span<byte> bytes)
{
    private readonly Span<byte> bytes = bytes;

    public int Length { get; private set; }

    public void SenderReport(in SenderReport report)
    {
        var body = Begin(RtcpType.SenderReport, 0, 24);
        BinaryPrimitives.WriteUInt32BigEndian(body, report.Ssrc);
        BinaryPrimitives.WriteUInt64BigEndian(body[4..], report.Ntp);
        BinaryPrimitives.WriteUInt32BigEndian(body[12..], report.RtpTimestamp);
        BinaryPrimitives.WriteUInt32BigEndian(body[16..], report.Packets);
        BinaryPrimitives.WriteUInt32BigEndian(body[20..], report.Octets);
    }

    public void ReceiverReport(uint sender, in ReportBlock block)
    {
        var body = Begin(RtcpType.ReceiverReport, 1, 4 + ReportBlock.Bytes);
        BinaryPrimitives.WriteUInt32BigEndian(body, sender);
        block.Write(body[4..]);
    }

    /// <summary>Asks for a keyframe (RFC 4585 §6.3.1).</summary>
    public void Pli(uint sender, uint media) => Feedback(RtcpType.PayloadFeedback, RtcpType.PliFormat, sender, media, 0);

    /// <summary>Asks for lost packets; they must be in ascending order (RFC 4585 §6.2.1).</summary>
    public void Nack(uint sender, uint media, scoped ReadOnlySpan<ushort> lost)
    {
        Span<uint> items = stackalloc uint[lost.Length];
        var count = 0;
        for (var i = 0; i < lost.Length;)
        {
            var first = lost[i++];
            uint mask = 0;
            for (; i < lost.Length && (ushort)(lost[i] - first) is >= 1 and <= 16 and var ahead; i++) mask |= 1u << (ahead - 1);
            items[count++] = (uint)first << 16 | mask;
        }
        var body = Feedback(RtcpType.TransportFeedback, RtcpType.NackFormat, sender, media, 4 * count);
        for (var i = 0; i < count; i++) BinaryPrimitives.WriteUInt32BigEndian(body[(4 * i)..], items[i]);
    }

    /// <summary>Room for a transport-wide feedback's own part; its length must be a multiple of four.</summary>
    public Span<byte> TransportWide(uint sender, uint media, int length) =>
        Feedback(RtcpType.TransportFeedback, RtcpType.TransportWideFormat, sender, media, length);

    public void Goodbye(uint ssrc) => BinaryPrimitives.WriteUInt32BigEndian(Begin(RtcpType.Goodbye, 1, 4), ssrc);

    private Span<byte> Feedback(byte type, byte format, uint sender, uint media, int length)
    {
        var body = Begin(type, format, 8 + length);
        BinaryPrimitives.WriteUInt32BigEndian(body, sender);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], media);
        return body[8..];
    }

    private Span<byte> Begin(byte type, byte count, int length)
    {
        var place = bytes[Length..];
        place[0] = (byte)(0x80 | count);
        place[1] = type;
        BinaryPrimitives.WriteUInt16BigEndian(place[2..], (ushort)(length / 4));
        Length += 4 + length;
        return place.Slice(4, length);
    }
}
