namespace Lyceum.Media.Srtp;

/// <summary>Protects what goes out on one connection. The roll-over state of a stream is kept by the stream itself.</summary>
public sealed class SrtpSender(SrtpCipher cipher) : IDisposable
{
    private uint rtcpIndex;

    /// <summary>Bytes a packet may grow by.</summary>
    public const int MaxOverhead = 20;

    public int ProtectRtp(Span<byte> packet, int length, int header, uint ssrc, ushort sequence, ref PacketIndex stream)
    {
        var index = stream.Guess(sequence);
        stream.Accept(index);
        return cipher.ProtectRtp(packet, length, header, ssrc, index);
    }

    /// <summary>One index for the whole connection serves every SSRC: it need only never repeat (RFC 3711 §3.4).</summary>
    public int ProtectRtcp(Span<byte> packet, int length, uint ssrc)
    {
        rtcpIndex = (rtcpIndex + 1) & 0x7FFFFFFF;
        return cipher.ProtectRtcp(packet, length, ssrc, rtcpIndex);
    }

    public void Dispose() => cipher.Dispose();
}
