using System.Buffers.Binary;

namespace Lyceum.Media.Srtp;

/// <summary>AEAD_AES_128_GCM (RFC 7714).</summary>
public sealed class AesGcmCipher : SrtpCipher
{
    private const int TagBytes = Gcm.TagBytes, RtcpHeader = 8;
    private const uint Encrypted = 0x80000000;
    private readonly Gcm rtp, rtcp;
    private readonly byte[] rtpSalt, rtcpSalt;

    public AesGcmCipher(SrtpMaster master) : this(
        SessionKeys.Derive(master, SessionKeys.RtpEncryption, 16), SessionKeys.Derive(master, SessionKeys.RtpSalt, 12),
        SessionKeys.Derive(master, SessionKeys.RtcpEncryption, 16), SessionKeys.Derive(master, SessionKeys.RtcpSalt, 12))
    {
    }

    /// <summary>From session keys: what the RFC's vectors start from.</summary>
    public AesGcmCipher(byte[] rtpKey, byte[] rtpSalt, byte[] rtcpKey, byte[] rtcpSalt)
    {
        (this.rtpSalt, this.rtcpSalt) = (rtpSalt, rtcpSalt);
        rtp = new Gcm(rtpKey);
        rtcp = new Gcm(rtcpKey);
    }

    public override int RtpOverhead => TagBytes;

    public override int ProtectRtp(Span<byte> packet, int length, int header, uint ssrc, ulong index)
    {
        Span<byte> nonce = stackalloc byte[12];
        RtpNonce(nonce, ssrc, index);
        var payload = packet[header..length];
        rtp.Encrypt(nonce, payload, packet.Slice(length, TagBytes), packet[..header]);
        return length + TagBytes;
    }

    public override int UnprotectRtp(Span<byte> packet, int header, uint ssrc, ulong index)
    {
        var length = packet.Length - TagBytes;
        if (length < header) return -1;
        Span<byte> nonce = stackalloc byte[12];
        RtpNonce(nonce, ssrc, index);
        var payload = packet[header..length];
        return rtp.TryDecrypt(nonce, payload, packet[length..], packet[..header]) ? length : -1;
    }

    public override int ProtectRtcp(Span<byte> packet, int length, uint ssrc, uint index)
    {
        Span<byte> nonce = stackalloc byte[12];
        Span<byte> covered = stackalloc byte[12];
        RtcpNonce(nonce, ssrc, index);
        BinaryPrimitives.WriteUInt32BigEndian(packet[(length + TagBytes)..], index | Encrypted);
        packet[..RtcpHeader].CopyTo(covered);
        packet.Slice(length + TagBytes, 4).CopyTo(covered[RtcpHeader..]);
        var payload = packet[RtcpHeader..length];
        rtcp.Encrypt(nonce, payload, packet.Slice(length, TagBytes), covered);
        return length + TagBytes + 4;
    }

    /// <summary>The covered data are the first eight bytes and the E-flag with the index (RFC 7714 §9.2). Only encrypted SRTCP is accepted.</summary>
    public override int UnprotectRtcp(Span<byte> packet, uint ssrc, uint index)
    {
        var length = packet.Length - TagBytes - 4;
        if (length < RtcpHeader || (packet[length + TagBytes] & 0x80) == 0) return -1;
        Span<byte> nonce = stackalloc byte[12];
        Span<byte> covered = stackalloc byte[12];
        RtcpNonce(nonce, ssrc, index);
        packet[..RtcpHeader].CopyTo(covered);
        packet[(length + TagBytes)..].CopyTo(covered[RtcpHeader..]);
        var payload = packet[RtcpHeader..length];
        return rtcp.TryDecrypt(nonce, payload, packet.Slice(length, TagBytes), covered) ? length : -1;
    }

    public override void Dispose()
    {
        rtp.Dispose();
        rtcp.Dispose();
    }

    /// <summary>00 00 ‖ SSRC ‖ ROC ‖ SEQ, XOR the salt (RFC 7714 §8.1).</summary>
    private void RtpNonce(Span<byte> nonce, uint ssrc, ulong index)
    {
        nonce[0] = nonce[1] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(nonce[2..], ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[6..], (uint)(index >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(nonce[10..], (ushort)index);
        for (var i = 0; i < 12; i++) nonce[i] ^= rtpSalt[i];
    }

    /// <summary>00 00 ‖ SSRC ‖ 00 00 ‖ SRTCP index, XOR the salt (RFC 7714 §9.1).</summary>
    private void RtcpNonce(Span<byte> nonce, uint ssrc, uint index)
    {
        nonce[0] = nonce[1] = nonce[6] = nonce[7] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(nonce[2..], ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[8..], index);
        for (var i = 0; i < 12; i++) nonce[i] ^= rtcpSalt[i];
    }
}
