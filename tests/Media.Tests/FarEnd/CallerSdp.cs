using System.Net;
using System.Text;
using Lyceum.Media.Dtls;
using Lyceum.Media.Ice;
using Lyceum.Media.Rtp;
using Lyceum.Media.Sdp;

namespace Lyceum.Media.FarEnd;

/// <summary>What the other end's description says of how to reach it.</summary>
public sealed record RemoteEnd(IPEndPoint Address, string Fragment, string Password, Fingerprint Fingerprint, string Setup)
{
    public static RemoteEnd Read(string sdp)
    {
        if (!SessionDescription.TryParse(sdp, out var description, out var problem)) throw new FormatException(problem);
        var media = description.Media.First(m => m.Port != 0);
        media.TryGetFingerprint(out var fingerprint);
        var candidate = media.Attributes.All("candidate").Select(c => c.Split(' ')).First(c => c[2].Equals("udp", StringComparison.OrdinalIgnoreCase) && IPAddress.Parse(c[4]).GetAddressBytes().Length == 4);
        return new(new IPEndPoint(IPAddress.Parse(candidate[4]), int.Parse(candidate[5])), media.Fragment!,
            media.Attributes["ice-pwd"] ?? description.Attributes["ice-pwd"]!, fingerprint, media.Setup ?? "passive");
    }
}

/// <summary>The few descriptions that a caller writes.</summary>
public static class CallerSdp
{
    public const uint SoundSsrc = 1001, PictureSsrc = 2001;
    public const byte PictureType = 96;

    public static string Offer(IceCredentials ours, Fingerprint fingerprint, bool sound, bool picture)
    {
        var sdp = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
        sdp.Append($"a=group:BUNDLE{(sound ? " a" : "")}{(picture ? " v" : "")}\r\n");
        if (sound)
        {
            sdp.Append("m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:a\r\na=sendonly\r\na=rtpmap:111 opus/48000/2\r\na=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level\r\n");
            Common(sdp, ours, fingerprint, "actpass").Append($"a=ssrc:{SoundSsrc} cname:c\r\n");
        }
        if (picture)
        {
            sdp.Append("m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=mid:v\r\na=sendonly\r\na=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack\r\na=rtcp-fb:96 nack pli\r\n");
            Common(sdp, ours, fingerprint, "actpass").Append($"a=ssrc:{PictureSsrc} cname:c\r\n");
        }
        return sdp.ToString();
    }

    public static string Answer(string offer, IceCredentials ours, Fingerprint fingerprint)
    {
        SessionDescription.TryParse(offer, out var description, out _);
        var sdp = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
        sdp.Append("a=group:BUNDLE ").AppendJoin(' ', description!.Media.Select(m => m.Mid)).Append("\r\n");
        foreach (var media in description.Media)
        {
            sdp.Append($"m={media.Kind} 9 {media.Protocol} {string.Join(' ', media.Formats)}\r\nc=IN IP4 0.0.0.0\r\na=mid:{media.Mid}\r\n");
            sdp.Append(media.Direction == SdpDirection.Inactive ? "a=inactive\r\n" : "a=recvonly\r\n");
            foreach (var map in media.Attributes.All("rtpmap")) sdp.Append($"a=rtpmap:{map}\r\n");
            if (media.Extensions().TransportSequence is > 0 and var id)
                sdp.Append($"a=extmap:{id} {ExtensionIds.TransportSequenceUri}\r\na=rtcp-fb:* transport-cc\r\n");
            Common(sdp, ours, fingerprint, "active");
        }
        return sdp.ToString();
    }

    private static StringBuilder Common(StringBuilder sdp, IceCredentials ours, Fingerprint fingerprint, string setup) =>
        sdp.Append($"a=rtcp-mux\r\na=ice-ufrag:{ours.Fragment}\r\na=ice-pwd:{ours.Password}\r\na=fingerprint:sha-256 {fingerprint.Hex}\r\na=setup:{setup}\r\n");
}
