using System.Text;
using Lyceum.Media.Rtp;

namespace Lyceum.Media.Sdp;

/// <summary>One m-line of a subscribing connection: a track on its way down, or an empty place kept for the next.</summary>
public sealed record OfferedSection(string Mid, MediaKind Kind, bool IsActive, string Stream, string Track, uint Ssrc, uint RtxSsrc);

/// <summary>
/// The server's offer on a subscribing connection (RFC 8829 §5.2). m-lines never vanish: one that is no longer needed goes inactive
/// and is taken again by the next track of its kind (§5.2.2).
/// </summary>
public static class SubscribeOffer
{
    public const byte OpusType = 111, Vp8Type = 96, RtxType = 97;

    public static string Write(IReadOnlyList<OfferedSection> sections, LocalEndpoint local, long version)
    {
        var sdp = new StringBuilder();
        LocalEndpoint.WriteSession(sdp, version, sections.Select(s => s.Mid));
        foreach (var section in sections) WriteSection(sdp, section, local);
        return sdp.ToString();
    }

    private static void WriteSection(StringBuilder sdp, OfferedSection section, LocalEndpoint local)
    {
        var isAudio = section.Kind == MediaKind.Audio;
        var type = isAudio ? OpusType : Vp8Type;
        sdp.Append(isAudio ? $"m=audio 9 UDP/TLS/RTP/SAVPF {OpusType}" : $"m=video 9 UDP/TLS/RTP/SAVPF {Vp8Type} {RtxType}");
        sdp.Append("\r\nc=IN IP4 0.0.0.0\r\na=mid:").Append(section.Mid).Append(section.IsActive ? "\r\na=sendonly" : "\r\na=inactive");
        sdp.Append("\r\na=rtcp-mux\r\na=rtcp-rsize\r\n");
        SdpCodecs.Write(sdp, section.Kind, type, isAudio ? (byte)0 : RtxType, upstream: false);
        if (isAudio) SdpCodecs.WriteExtension(sdp, ExtensionIds.Ours.AudioLevel, ExtensionIds.AudioLevelUri);
        SdpCodecs.WriteExtension(sdp, ExtensionIds.Ours.AbsoluteSendTime, ExtensionIds.AbsoluteSendTimeUri);
        SdpCodecs.WriteExtension(sdp, ExtensionIds.Ours.TransportSequence, ExtensionIds.TransportSequenceUri);
        SdpCodecs.WriteExtension(sdp, ExtensionIds.Ours.Mid, ExtensionIds.MidUri);
        if (section.IsActive) WriteStreams(sdp, section, isAudio);
        local.WriteTransport(sdp, "actpass");
    }

    private static void WriteStreams(StringBuilder sdp, OfferedSection section, bool isAudio)
    {
        sdp.Append($"a=msid:{section.Stream} {section.Track}\r\n");
        if (!isAudio) sdp.Append($"a=ssrc-group:FID {section.Ssrc} {section.RtxSsrc}\r\n");
        sdp.Append($"a=ssrc:{section.Ssrc} cname:{section.Stream}\r\na=ssrc:{section.Ssrc} msid:{section.Stream} {section.Track}\r\n");
        if (!isAudio) sdp.Append($"a=ssrc:{section.RtxSsrc} cname:{section.Stream}\r\na=ssrc:{section.RtxSsrc} msid:{section.Stream} {section.Track}\r\n");
    }
}
