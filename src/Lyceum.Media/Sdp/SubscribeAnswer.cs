using System.Diagnostics.CodeAnalysis;
using Lyceum.Media.Dtls;
using Lyceum.Media.Rtp;

namespace Lyceum.Media.Sdp;

/// <summary>
/// What a browser's answer on a subscribing connection tells: who it is, which m-lines it takes, and on which of them it tells the arrival of
/// every packet (transport-wide feedback).
/// </summary>
public sealed record SubscribeAnswer(Fingerprint Peer, IReadOnlySet<string> Accepted, IReadOnlySet<string> Numbered)
{
    public static bool TryRead(SessionDescription answer, [NotNullWhen(true)] out SubscribeAnswer? result, [NotNullWhen(false)] out string? problem)
    {
        result = null;
        problem = null;
        Fingerprint? peer = null;
        var accepted = new HashSet<string>();
        var numbered = new HashSet<string>();
        foreach (var media in answer.Media)
        {
            if (media.Mid is null || media.Port == 0) continue;
            if (!media.TryGetFingerprint(out var fingerprint)) problem = "A media section has no sha-256 fingerprint.";
            else if (peer is not null && peer != fingerprint) problem = "The media sections have different fingerprints; they must be bundled.";
            else if (media.Setup != "active") problem = "The answer must make the browser the active side (setup:active).";
            if (problem is not null) return false;
            peer = fingerprint;
            if (media.Direction != SdpDirection.RecvOnly) continue;
            accepted.Add(media.Mid);
            var tellsArrivals = media.Attributes.All("rtcp-fb").Any(f => f.EndsWith(" transport-cc", StringComparison.Ordinal));
            if (tellsArrivals && media.Extensions().TransportSequence == ExtensionIds.Ours.TransportSequence) numbered.Add(media.Mid);
        }
        if (peer is null) problem = "The answer accepts no media section.";
        else result = new SubscribeAnswer(peer.Value, accepted, numbered);
        return problem is null;
    }
}
