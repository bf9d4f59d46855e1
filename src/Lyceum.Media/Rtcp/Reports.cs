using System.Buffers.Binary;

namespace Lyceum.Media.Rtcp;

/// <summary>A sender's clock: the same instant as NTP time (32.32 fixed point, seconds since 1900) and as RTP timestamp (RFC 3550 §6.4.1).</summary>
public readonly record struct SenderReport(uint Ssrc, ulong Ntp, uint RtpTimestamp, uint Packets, uint Octets)
{
    public static bool TryRead(RtcpPacket packet, out SenderReport report)
    {
        report = default;
        if (packet.Type != RtcpType.SenderReport || packet.Body.Length < 24) return false;
        var body = packet.Body;
        report = new(BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt64BigEndian(body[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(body[12..]), BinaryPrimitives.ReadUInt32BigEndian(body[16..]), BinaryPrimitives.ReadUInt32BigEndian(body[20..]));
        return true;
    }
}

/// <summary>How one stream arrives at the reporter (RFC 3550 §6.4.1). <see cref="FractionLost"/> counts in 1/256 since the last report.</summary>
public readonly record struct ReportBlock(uint Ssrc, byte FractionLost, int TotalLost, uint HighestSequence, uint Jitter, uint LastReport, uint DelaySinceLastReport)
{
    public const int Bytes = 24;

    public static bool TryRead(RtcpPacket packet, int index, out ReportBlock block)
    {
        block = default;
        var start = packet.Type switch { RtcpType.SenderReport => 24, RtcpType.ReceiverReport => 4, _ => -1 };
        if (start < 0 || index >= packet.Count || packet.Body.Length < start + (index + 1) * Bytes) return false;
        var body = packet.Body.Slice(start + index * Bytes, Bytes);
        block = new(BinaryPrimitives.ReadUInt32BigEndian(body), body[4], (body[5] << 24 | body[6] << 16 | body[7] << 8) >> 8,
            BinaryPrimitives.ReadUInt32BigEndian(body[8..]), BinaryPrimitives.ReadUInt32BigEndian(body[12..]),
            BinaryPrimitives.ReadUInt32BigEndian(body[16..]), BinaryPrimitives.ReadUInt32BigEndian(body[20..]));
        return true;
    }

    public void Write(Span<byte> place)
    {
        BinaryPrimitives.WriteUInt32BigEndian(place, Ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(place[4..], (uint)FractionLost << 24 | (uint)Math.Clamp(TotalLost, -0x800000, 0x7FFFFF) & 0xFFFFFF);
        BinaryPrimitives.WriteUInt32BigEndian(place[8..], HighestSequence);
        BinaryPrimitives.WriteUInt32BigEndian(place[12..], Jitter);
        BinaryPrimitives.WriteUInt32BigEndian(place[16..], LastReport);
        BinaryPrimitives.WriteUInt32BigEndian(place[20..], DelaySinceLastReport);
    }
}

/// <summary>The bandwidth that a receiver believes in, in bit/s (draft-alvestrand-rmcat-remb-03 §2.2).</summary>
public static class Remb
{
    public static bool TryRead(RtcpPacket packet, out ulong bitsPerSecond)
    {
        bitsPerSecond = 0;
        var body = packet.Body;
        if (!packet.Is(RtcpType.PayloadFeedback, RtcpType.ApplicationFormat) || body.Length < 16) return false;
        if (!body.Slice(8, 4).SequenceEqual("REMB"u8)) return false;
        var mantissa = (ulong)((body[13] & 0x03) << 16 | body[14] << 8 | body[15]);
        var exponent = body[13] >> 2;
        bitsPerSecond = exponent > 40 ? ulong.MaxValue : mantissa << exponent;
        return true;
    }
}

/// <summary>The sequence numbers that a negative acknowledgement asks for (RFC 4585 §6.2.1).</summary>
public ref struct NackReader(RtcpPacket packet)
{
    private readonly ReadOnlySpan<byte> items =
        packet.Is(RtcpType.TransportFeedback, RtcpType.NackFormat) && packet.Body.Length >= 8 ? packet.Body[8..] : [];

    private int at, bit = -1;

    public ushort Sequence { get; private set; }

    public bool MoveNext()
    {
        while (at + 4 <= items.Length)
        {
            var first = BinaryPrimitives.ReadUInt16BigEndian(items[at..]);
            int mask = BinaryPrimitives.ReadUInt16BigEndian(items[(at + 2)..]);
            for (; bit < 16; bit++)
            {
                if (bit >= 0 && (mask >> bit & 1) == 0) continue;
                Sequence = (ushort)(first + bit + 1);
                bit++;
                return true;
            }
            (at, bit) = (at + 4, -1);
        }
        return false;
    }
}
