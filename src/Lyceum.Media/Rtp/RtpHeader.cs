using System.Buffers.Binary;

namespace Lyceum.Media.Rtp;

/// <summary>The fixed header of an RTP packet and where its parts lie (RFC 3550 §5.1, §5.3.1).</summary>
public readonly struct RtpHeader
{
    public const int FixedBytes = 12;

    public bool Marker { get; private init; }
    public byte PayloadType { get; private init; }
    public ushort Sequence { get; private init; }
    public uint Timestamp { get; private init; }
    public uint Ssrc { get; private init; }
    public bool HasPadding { get; private init; }

    /// <summary>Up to the payload: fixed header, contributing sources and extension.</summary>
    public int HeaderLength { get; private init; }

    /// <summary>"Defined by profile": 0xBEDE for one-byte extensions (RFC 8285 §4.2); 0 without any.</summary>
    public ushort ExtensionProfile { get; private init; }
    public int ExtensionStart { get; private init; }
    public int ExtensionLength { get; private init; }

    /// <summary>Accepts any bytes; false for what is not a whole RTP packet.</summary>
    public static bool TryParse(ReadOnlySpan<byte> packet, out RtpHeader header)
    {
        header = default;
        if (packet.Length < FixedBytes || packet[0] >> 6 != 2) return false;
        var end = FixedBytes + 4 * (packet[0] & 0x0F);
        ushort profile = 0;
        int start = 0, length = 0;
        if ((packet[0] & 0x10) != 0)
        {
            if (packet.Length < end + 4) return false;
            profile = BinaryPrimitives.ReadUInt16BigEndian(packet[end..]);
            length = 4 * BinaryPrimitives.ReadUInt16BigEndian(packet[(end + 2)..]);
            start = end + 4;
            end = start + length;
        }
        if (packet.Length < end) return false;
        header = new RtpHeader
        {
            Marker = (packet[1] & 0x80) != 0,
            PayloadType = (byte)(packet[1] & 0x7F),
            Sequence = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]),
            Timestamp = BinaryPrimitives.ReadUInt32BigEndian(packet[4..]),
            Ssrc = BinaryPrimitives.ReadUInt32BigEndian(packet[8..]),
            HasPadding = (packet[0] & 0x20) != 0,
            HeaderLength = end,
            ExtensionProfile = profile,
            ExtensionStart = start,
            ExtensionLength = length,
        };
        return true;
    }

    /// <summary>The payload of a decrypted packet, without its padding; empty when there is nothing but padding, or the padding lies.</summary>
    public ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> packet)
    {
        var payload = packet[HeaderLength..];
        if (!HasPadding || payload.IsEmpty) return payload;
        var padding = payload[^1];
        return padding == 0 || padding > payload.Length ? [] : payload[..^padding];
    }

    /// <summary>Writes a fixed header without sources or extension.</summary>
    public static void Write(Span<byte> packet, byte payloadType, bool marker, ushort sequence, uint timestamp, uint ssrc)
    {
        packet[0] = 0x80;
        packet[1] = (byte)(payloadType | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], ssrc);
    }
}
