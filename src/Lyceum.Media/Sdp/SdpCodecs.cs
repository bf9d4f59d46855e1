using System.Text;

namespace Lyceum.Media.Sdp;

/// <summary>The codec lines of both directions: Opus (RFC 7587 §7) and VP8 (RFC 7741 §6.2) with retransmission (RFC 4588 §8.6).</summary>
internal static class SdpCodecs
{
    public static void Write(StringBuilder sdp, MediaKind kind, byte type, byte rtx, bool upstream)
    {
        if (kind == MediaKind.Audio)
        {
            sdp.Append($"a=rtpmap:{type} opus/48000/2\r\na=fmtp:{type} minptime=10;useinbandfec=1{(upstream ? ";usedtx=1" : "")}\r\n");
            sdp.Append($"a=rtcp-fb:{type} transport-cc\r\n");
            return;
        }
        sdp.Append($"a=rtpmap:{type} VP8/90000\r\na=rtcp-fb:{type} nack\r\na=rtcp-fb:{type} nack pli\r\na=rtcp-fb:{type} ccm fir\r\n");
        // Whoever sends estimates, from the arrival times that the other end tells; a browser that tells none downstream tells its own estimate.
        sdp.Append($"a=rtcp-fb:{type} transport-cc\r\n");
        if (!upstream) sdp.Append($"a=rtcp-fb:{type} goog-remb\r\n");
        if (rtx != 0) sdp.Append($"a=rtpmap:{rtx} rtx/90000\r\na=fmtp:{rtx} apt={type}\r\n");
    }

    public static void WriteExtension(StringBuilder sdp, byte id, string uri)
    {
        if (id != 0) sdp.Append("a=extmap:").Append(id).Append(' ').Append(uri).Append("\r\n");
    }
}
