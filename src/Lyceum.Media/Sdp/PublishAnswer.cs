using System.Diagnostics.CodeAnalysis;
using System.Text;
using Lyceum.Media.Dtls;
using Lyceum.Media.Rtp;

namespace Lyceum.Media.Sdp;

public enum MediaKind { Audio, Video }

/// <summary>One m-line of a publisher as it was agreed on. <see cref="Rids"/> are the simulcast layers, lowest first.</summary>
public sealed record PublishedSection(
    string Mid, MediaKind Kind, byte PayloadType, byte RtxPayloadType, ExtensionIds Extensions,
    IReadOnlyList<string> Rids, IReadOnlyList<(uint Ssrc, uint Rtx)> Streams, bool IsSending);

/// <summary>
/// Answers an offer to publish (RFC 8829 §5.3): Opus and VP8 with retransmission are taken, simulcast as offered, everything else refused.
/// </summary>
public sealed class PublishAnswer
{
    private PublishAnswer(string sdp, Fingerprint peer, string fragment, IReadOnlyList<PublishedSection> sections) =>
        (Sdp, Peer, PeerFragment, Sections) = (sdp, peer, fragment, sections);

    public string Sdp { get; }
    public Fingerprint Peer { get; }

    /// <summary>The peer's user fragment: when it changes, the peer restarts ICE (RFC 8839 §4.4.1.1.1).</summary>
    public string PeerFragment { get; }
    public IReadOnlyList<PublishedSection> Sections { get; }

    public static bool TryMake(SessionDescription offer, LocalEndpoint local, long version,
        [NotNullWhen(true)] out PublishAnswer? answer, [NotNullWhen(false)] out string? problem)
    {
        answer = null;
        problem = null;
        Fingerprint? peer = null;
        string? fragment = null;
        var sections = new List<PublishedSection?>();
        foreach (var media in offer.Media)
        {
            var section = Agree(media);
            sections.Add(section);
            if (section is null) continue;
            if (!media.TryGetFingerprint(out var fingerprint) || media.Fragment is null) problem = "A media section has no sha-256 fingerprint or no ice-ufrag.";
            else if (peer is not null && peer != fingerprint) problem = "The media sections have different fingerprints; they must be bundled.";
            else if (media.Setup is not ("actpass" or "active")) problem = "The offer must let the server be the passive side (setup:actpass).";
            else if (!media.HasRtcpMux) problem = "The offer must multiplex RTCP (rtcp-mux).";
            else (peer, fragment) = (fingerprint, media.Fragment);
            if (problem is not null) return false;
        }
        var agreed = sections.OfType<PublishedSection>().ToList();
        if (agreed.Count == 0) problem = "The offer holds neither Opus nor VP8.";
        else if (agreed.DistinctBy(s => s.Mid).Count() < agreed.Count) problem = "Two media sections have the same mid.";
        else answer = new PublishAnswer(Write(offer, sections, local, version), peer!.Value, fragment!, agreed);
        return problem is null;
    }

    private static PublishedSection? Agree(MediaSection media)
    {
        // A mid is a token; it is repeated in our answer, so nothing else may pass.
        if (media.Mid is not { Length: > 0 and <= 32 } mid || !mid.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        if (media.Port == 0 && !media.Attributes.Has("bundle-only")) return null;
        MediaKind? kind = media.Kind switch { "audio" => MediaKind.Audio, "video" => MediaKind.Video, _ => null };
        if (kind is null) return null;
        var codecs = media.Codecs().ToList();
        var wanted = kind == MediaKind.Audio ? "opus" : "VP8";
        if (codecs.Find(c => c.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is not { } codec) return null;
        var rtx = codecs.Find(c => c.Name.Equals("rtx", StringComparison.OrdinalIgnoreCase) && c.Parameters.Split(';').Any(p => p.Trim() == $"apt={codec.PayloadType}"));
        var rids = media.SendRids().Where(r => r.All(char.IsAsciiLetterOrDigit)).ToList();
        return new PublishedSection(mid, kind.Value, codec.PayloadType, kind == MediaKind.Video ? rtx?.PayloadType ?? 0 : (byte)0,
            media.Extensions(), rids, [.. media.Streams()], media.Direction is SdpDirection.SendOnly or SdpDirection.SendRecv);
    }

    private static string Write(SessionDescription offer, List<PublishedSection?> sections, LocalEndpoint local, long version)
    {
        var sdp = new StringBuilder();
        LocalEndpoint.WriteSession(sdp, version, sections.OfType<PublishedSection>().Select(s => s.Mid));
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i] is { } section) WriteSection(sdp, section, local);
            else WriteRefused(sdp, offer.Media[i]);
        }
        return sdp.ToString();
    }

    private static void WriteSection(StringBuilder sdp, PublishedSection section, LocalEndpoint local)
    {
        var isAudio = section.Kind == MediaKind.Audio;
        sdp.Append(isAudio ? "m=audio 9 UDP/TLS/RTP/SAVPF " : "m=video 9 UDP/TLS/RTP/SAVPF ").Append(section.PayloadType);
        if (section.RtxPayloadType != 0) sdp.Append(' ').Append(section.RtxPayloadType);
        sdp.Append("\r\nc=IN IP4 0.0.0.0\r\na=mid:").Append(section.Mid).Append(section.IsSending ? "\r\na=recvonly" : "\r\na=inactive");
        sdp.Append("\r\na=rtcp-mux\r\na=rtcp-rsize\r\n");
        SdpCodecs.Write(sdp, section.Kind, section.PayloadType, section.RtxPayloadType, upstream: true);
        WriteExtensions(sdp, section.Extensions);
        foreach (var rid in section.Rids) sdp.Append("a=rid:").Append(rid).Append(" recv\r\n");
        if (section.Rids.Count > 0) sdp.Append("a=simulcast:recv ").AppendJoin(';', section.Rids).Append("\r\n");
        local.WriteTransport(sdp, "passive");
    }

    private static void WriteExtensions(StringBuilder sdp, ExtensionIds ids)
    {
        SdpCodecs.WriteExtension(sdp, ids.AudioLevel, ExtensionIds.AudioLevelUri);
        SdpCodecs.WriteExtension(sdp, ids.TransportSequence, ExtensionIds.TransportSequenceUri);
        SdpCodecs.WriteExtension(sdp, ids.Mid, ExtensionIds.MidUri);
        SdpCodecs.WriteExtension(sdp, ids.Rid, ExtensionIds.RidUri);
        SdpCodecs.WriteExtension(sdp, ids.RepairedRid, ExtensionIds.RepairedRidUri);
    }

    /// <summary>A refused m-line keeps its place with port zero (RFC 3264 §6).</summary>
    private static void WriteRefused(StringBuilder sdp, MediaSection media)
    {
        var kind = media.Kind is "audio" or "video" ? media.Kind : "application";
        var protocol = kind == "application" ? "UDP/DTLS/SCTP webrtc-datachannel" : "UDP/TLS/RTP/SAVPF 0";
        sdp.Append("m=").Append(kind).Append(" 0 ").Append(protocol).Append("\r\nc=IN IP4 0.0.0.0\r\na=inactive\r\n");
        if (media.Mid is { } mid && mid.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) sdp.Append("a=mid:").Append(mid).Append("\r\n");
    }
}
