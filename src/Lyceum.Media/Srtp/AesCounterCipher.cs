using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lyceum.Media.Srtp;

/// <summary>AES_CM_128_HMAC_SHA1_80 (RFC 3711 §4): what Safari still asks for.</summary>
public sealed class AesCounterCipher : SrtpCipher
{
    private const int TagBytes = 10, RtcpHeader = 8, IndexBytes = 4;
    private const uint Encrypted = 0x80000000;
    private readonly CounterMode rtp, rtcp;
    private readonly IncrementalHash rtpAuthentication, rtcpAuthentication;

    public AesCounterCipher(SrtpMaster master)
    {
        rtp = new CounterMode(SessionKeys.Derive(master, SessionKeys.RtpEncryption, 16), SessionKeys.Derive(master, SessionKeys.RtpSalt, 14));
        rtcp = new CounterMode(SessionKeys.Derive(master, SessionKeys.RtcpEncryption, 16), SessionKeys.Derive(master, SessionKeys.RtcpSalt, 14));
        rtpAuthentication = Authentication(master, SessionKeys.RtpAuthentication);
        rtcpAuthentication = Authentication(master, SessionKeys.RtcpAuthentication);
    }

    public override int RtpOverhead => TagBytes;

    public override int ProtectRtp(Span<byte> packet, int length, int header, uint ssrc, ulong index)
    {
        rtp.Apply(packet[header..length], ssrc, index);
        RtpTag(packet[..length], index, packet.Slice(length, TagBytes));
        return length + TagBytes;
    }

    public override int UnprotectRtp(Span<byte> packet, int header, uint ssrc, ulong index)
    {
        var length = packet.Length - TagBytes;
        if (length < header) return -1;
        Span<byte> tag = stackalloc byte[TagBytes];
        RtpTag(packet[..length], index, tag);
        if (!CryptographicOperations.FixedTimeEquals(tag, packet[length..])) return -1;
        rtp.Apply(packet[header..length], ssrc, index);
        return length;
    }

    public override int ProtectRtcp(Span<byte> packet, int length, uint ssrc, uint index)
    {
        rtcp.Apply(packet[RtcpHeader..length], ssrc, index);
        BinaryPrimitives.WriteUInt32BigEndian(packet[length..], index | Encrypted);
        RtcpTag(packet[..(length + IndexBytes)], packet.Slice(length + IndexBytes, TagBytes));
        return length + IndexBytes + TagBytes;
    }

    public override int UnprotectRtcp(Span<byte> packet, uint ssrc, uint index)
    {
        var length = packet.Length - IndexBytes - TagBytes;
        if (length < RtcpHeader || (packet[length] & 0x80) == 0) return -1;
        Span<byte> tag = stackalloc byte[TagBytes];
        RtcpTag(packet[..(length + IndexBytes)], tag);
        if (!CryptographicOperations.FixedTimeEquals(tag, packet[(length + IndexBytes)..])) return -1;
        rtcp.Apply(packet[RtcpHeader..length], ssrc, index);
        return length;
    }

    public override void Dispose()
    {
        rtp.Dispose();
        rtcp.Dispose();
        rtpAuthentication.Dispose();
        rtcpAuthentication.Dispose();
    }

    /// <summary>Over the whole packet and the roll-over counter, which does not travel (RFC 3711 §4.2).</summary>
    private void RtpTag(ReadOnlySpan<byte> packet, ulong index, Span<byte> tag)
    {
        Span<byte> rollOver = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(rollOver, (uint)(index >> 16));
        rtpAuthentication.AppendData(packet);
        rtpAuthentication.AppendData(rollOver);
        Truncate(rtpAuthentication, tag);
    }

    private void RtcpTag(ReadOnlySpan<byte> packet, Span<byte> tag)
    {
        rtcpAuthentication.AppendData(packet);
        Truncate(rtcpAuthentication, tag);
    }

    private static void Truncate(IncrementalHash hash, Span<byte> tag)
    {
        Span<byte> whole = stackalloc byte[20];
        hash.GetHashAndReset(whole);
        whole[..TagBytes].CopyTo(tag);
    }

    private static IncrementalHash Authentication(SrtpMaster master, byte label) =>
        IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, SessionKeys.Derive(master, label, 20));
}
