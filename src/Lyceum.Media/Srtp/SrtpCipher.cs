namespace Lyceum.Media.Srtp;

/// <summary>
/// One direction's transformation of packets in place. The packet index is ROC·2¹⁶+SEQ for RTP and the 31-bit SRTCP index for RTCP.
/// Not thread-safe: a connection is used under its room's lock.
/// </summary>
public abstract class SrtpCipher : IDisposable
{
    /// <summary>Bytes that protection adds to an RTP packet.</summary>
    public abstract int RtpOverhead { get; }

    /// <summary>Bytes that protection adds to an RTCP packet: the tag and the E-flag with the index (RFC 3711 §3.4).</summary>
    public int RtcpOverhead => RtpOverhead + 4;

    public static SrtpCipher Create(SrtpProfile profile, SrtpMaster master) =>
        profile == SrtpProfile.AeadAes128Gcm ? new AesGcmCipher(master) : new AesCounterCipher(master);

    /// <summary>Encrypts what follows the header; returns the protected length. The span must have <see cref="RtpOverhead"/> to spare.</summary>
    public abstract int ProtectRtp(Span<byte> packet, int length, int header, uint ssrc, ulong index);

    /// <summary>Decrypts in place; returns the plain length, or -1 when the packet is not authentic.</summary>
    public abstract int UnprotectRtp(Span<byte> packet, int header, uint ssrc, ulong index);

    public abstract int ProtectRtcp(Span<byte> packet, int length, uint ssrc, uint index);

    public abstract int UnprotectRtcp(Span<byte> packet, uint ssrc, uint index);

    public abstract void Dispose();
}
