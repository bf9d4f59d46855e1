using System.Buffers.Binary;

namespace Lyceum.Media.Rtcp;

/// <summary>Packet types of RFC 3550 §12.1 and RFC 4585 §6.1, and the feedback formats that are used here.</summary>
public static class RtcpType
{
    public const byte SenderReport = 200, ReceiverReport = 201, SourceDescription = 202, Goodbye = 203, TransportFeedback = 205, PayloadFeedback = 206;

    /// <summary>Formats of transport feedback: RFC 4585 §6.2.1; draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1.</summary>
    public const byte NackFormat = 1, TransportWideFormat = 15;

    /// <summary>Formats of payload feedback: RFC 4585 §6.3.1, RFC 5104 §4.3.1, RFC 4585 §6.4.</summary>
    public const byte PliFormat = 1, FirFormat = 4, ApplicationFormat = 15;
}

/// <summary>One packet of a compound: its type, its five-bit count or format, and what follows the four-byte header.</summary>
public readonly ref struct RtcpPacket(byte type, byte count, ReadOnlySpan<byte> body)
{
    public byte Type { get; } = type;
    public byte Count { get; } = count;
    public ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>The reporter.</summary>
    public uint Sender => Body.Length >= 4 ? BinaryPrimitives.ReadUInt32BigEndian(Body) : 0;

    /// <summary>Of feedback: the media stream that it is about.</summary>
    public uint MediaSource => Body.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(Body[4..]) : 0;

    public bool Is(byte type, byte format) => Type == type && Count == format;
}

/// <summary>Walks the packets of a compound (RFC 3550 §6.1). Ends quietly at the first that is malformed.</summary>
public ref struct RtcpReader(ReadOnlySpan<byte> compound)
{
    private ReadOnlySpan<byte> rest = compound;

    public bool TryRead(out RtcpPacket packet)
    {
        packet = default;
        if (rest.Length < 4 || rest[0] >> 6 != 2) return false;
        var length = 4 + 4 * BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
        if (length > rest.Length) return false;
        var body = rest[4..length];
        if ((rest[0] & 0x20) != 0)
        {
            if (body.IsEmpty || body[^1] == 0 || body[^1] > body.Length) return false;
            body = body[..^body[^1]];
        }
        packet = new RtcpPacket(rest[1], (byte)(rest[0] & 0x1F), body);
        rest = rest[length..];
        return true;
    }
}
