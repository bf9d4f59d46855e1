using System.Text;
using Lyceum.Media.Rtp;
using Lyceum.Media.Sdp;

namespace Lyceum.Media;

/// <summary>An SSRC that is known: which track and layer it carries, and whether it repeats lost packets of it.</summary>
internal sealed record PublishedStream(PublishedTrack Track, PublishedLayer Layer, bool IsRepair, byte TransportSequenceId, byte AudioLevelId);

/// <summary>
/// Tells a publisher's streams apart (RFC 8843 §9.2, RFC 8852 §3): by the SSRCs of the offer where it names them, else by the mid and
/// rid that the first packets carry. After that it is one look-up a packet.
/// </summary>
internal sealed class PublisherStreams(Participant participant)
{
    private readonly Dictionary<uint, PublishedStream> bySsrc = [];
    private readonly Dictionary<string, (PublishedSection Section, PublishedTrack Track)> byMid = [];

    /// <summary>An array, since walking it on every tick must not allocate.</summary>
    public PublishedTrack[] Tracks { get; private set; } = [];

    public PublishedStream? Find(uint ssrc) => bySsrc.GetValueOrDefault(ssrc);

    public PublishedStream? Find(ReadOnlySpan<byte> packet, in RtpHeader header) =>
        bySsrc.TryGetValue(header.Ssrc, out var known) ? known : Bind(packet, header);

    /// <summary>The agreed m-lines, all of them: what is not among them any more is unpublished.</summary>
    public void Agree(IReadOnlyList<PublishedSection> sections, IReadOnlyDictionary<string, string> sources)
    {
        foreach (var gone in byMid.Where(m => !sections.Any(s => s.Mid == m.Key && s.IsSending)).ToList())
        {
            byMid.Remove(gone.Key);
            foreach (var stream in bySsrc.Where(s => s.Value.Track == gone.Value.Track).ToList()) bySsrc.Remove(stream.Key);
            participant.Unpublish(gone.Value.Track);
        }
        foreach (var section in sections.Where(s => s.IsSending && !byMid.ContainsKey(s.Mid)))
        {
            var source = sources.GetValueOrDefault(section.Mid) ?? (section.Kind == MediaKind.Audio ? "microphone" : "camera");
            if (byMid.Values.Any(m => m.Track.Source == source)) source += "-" + section.Mid;
            var track = participant.Publish(source, section.Kind);
            track.Carry(section);
            byMid[section.Mid] = (section, track);
            if (section.Rids.Count > 0) continue;
            foreach (var (ssrc, rtx) in section.Streams.Take(1)) Bind(section, track, track.Layers[0], ssrc, rtx);
        }
        Tracks = [.. byMid.Values.Select(m => m.Track)];
    }

    private PublishedStream? Bind(ReadOnlySpan<byte> packet, in RtpHeader header)
    {
        foreach (var (section, track) in byMid.Values)
        {
            var isMain = header.PayloadType == section.PayloadType;
            if (!isMain && (header.PayloadType != section.RtxPayloadType || section.RtxPayloadType == 0)) continue;
            var (mid, rid, repaired) = Names(packet, header, section.Extensions);
            if (mid is null ? byMid.Values.Count(m => m.Section.Kind == section.Kind) > 1 : mid != section.Mid) continue;
            var layer = track.Layers.FirstOrDefault(l => l.Rid == (isMain ? rid : repaired ?? rid ?? "")) ?? (section.Rids.Count == 0 ? track.Layers[0] : null);
            if (layer is null) continue;
            return isMain ? Bind(section, track, layer, header.Ssrc, 0) : Bind(section, track, layer, 0, header.Ssrc);
        }
        return null;
    }

    private PublishedStream? Bind(PublishedSection section, PublishedTrack track, PublishedLayer layer, uint ssrc, uint rtx)
    {
        var stream = new PublishedStream(track, layer, false, section.Extensions.TransportSequence, section.Extensions.AudioLevel);
        if (rtx != 0)
        {
            bySsrc.Remove(layer.RtxSsrc);
            layer.RtxSsrc = rtx;
            bySsrc[rtx] = stream with { IsRepair = true };
        }
        if (ssrc == 0) return bySsrc[rtx];
        if (layer.Ssrc != 0 && layer.Ssrc != ssrc)
        {
            bySsrc.Remove(layer.Ssrc);
            layer.BeginAnew();
            track.SourceChanged();
        }
        layer.Ssrc = ssrc;
        return bySsrc[ssrc] = stream;
    }

    private static (string? Mid, string? Rid, string? Repaired) Names(ReadOnlySpan<byte> packet, in RtpHeader header, ExtensionIds ids)
    {
        string? mid = null, rid = null, repaired = null;
        var extensions = new RtpExtensions(packet, header);
        while (extensions.MoveNext())
        {
            if (extensions.Value.Length > 32) continue;
            if (extensions.Id == ids.Mid) mid = Encoding.ASCII.GetString(extensions.Value);
            else if (extensions.Id == ids.Rid) rid = Encoding.ASCII.GetString(extensions.Value);
            else if (extensions.Id == ids.RepairedRid) repaired = Encoding.ASCII.GetString(extensions.Value);
        }
        return (mid, rid, repaired);
    }
}
