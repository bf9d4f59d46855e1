using System.Globalization;
using Lyceum.Media.Dtls;
using Lyceum.Media.Rtp;

namespace Lyceum.Media.Sdp;

public enum SdpDirection { SendRecv, SendOnly, RecvOnly, Inactive }

/// <summary>One codec of an m-line: rtpmap with its fmtp (RFC 8866 §6.6, §6.15).</summary>
public sealed record SdpCodec(byte PayloadType, string Name, int ClockRate, int Channels, string Parameters);

/// <summary>One m-line with its attributes, and what WebRTC reads from it (RFC 8829 §5.8).</summary>
public sealed class MediaSection
{
    private readonly SdpAttributes session;

    private MediaSection(string kind, int port, string protocol, IReadOnlyList<string> formats, SdpAttributes session) =>
        (Kind, Port, Protocol, Formats, this.session) = (kind, port, protocol, formats, session);

    public string Kind { get; }
    public int Port { get; }
    public string Protocol { get; }
    public IReadOnlyList<string> Formats { get; }
    public SdpAttributes Attributes { get; } = new();

    public string? Mid => Attributes["mid"];
    public string? Fragment => Inherited("ice-ufrag");
    public string? Setup => Inherited("setup");
    public bool HasRtcpMux => Attributes.Has("rtcp-mux");

    public SdpDirection Direction =>
        Attributes.Has("sendonly") ? SdpDirection.SendOnly
        : Attributes.Has("recvonly") ? SdpDirection.RecvOnly
        : Attributes.Has("inactive") ? SdpDirection.Inactive
        : SdpDirection.SendRecv;

    internal static MediaSection? TryParse(ReadOnlySpan<char> line, SdpAttributes session)
    {
        var parts = line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || parts.Length > 256 || !ushort.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return null;
        return new MediaSection(parts[0], port, parts[2], parts[3..], session);
    }

    public bool TryGetFingerprint(out Fingerprint fingerprint)
    {
        foreach (var line in Attributes.All("fingerprint").Concat(session.All("fingerprint")))
            if (Fingerprint.TryParse(line, out fingerprint)) return true;
        fingerprint = default;
        return false;
    }

    public IEnumerable<SdpCodec> Codecs()
    {
        foreach (var line in Attributes.All("rtpmap"))
        {
            var space = line.IndexOf(' ');
            if (space < 0 || !byte.TryParse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var type) || type > 127) continue;
            var parts = line[(space + 1)..].Split('/');
            if (parts.Length < 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rate)) continue;
            var channels = parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
            yield return new SdpCodec(type, parts[0], rate, channels, FormatParameters(type));
        }
    }

    public ExtensionIds Extensions()
    {
        var ids = new ExtensionIds();
        foreach (var line in Attributes.All("extmap"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2) continue;
            // "4/sendonly" is as good as "4".
            if (byte.TryParse(parts[0].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0) ids = ids.With(parts[1], id);
        }
        return ids;
    }

    /// <summary>The layers that are offered to be sent, in the order of the simulcast line (RFC 8853 §5.1); empty without simulcast.</summary>
    public IReadOnlyList<string> SendRids()
    {
        var line = Attributes["simulcast"];
        if (line is null) return [];
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(parts, "send");
        if (at < 0 || at + 1 >= parts.Length) return [];
        return [.. parts[at + 1].Split(';').Select(r => r.Split(',')[0].TrimStart('~')).Where(r => r.Length is > 0 and <= 16).Take(4)];
    }

    /// <summary>Streams named by a=ssrc, paired with their retransmission stream where an FID group says so (RFC 5576 §4.2), 0 where none.</summary>
    public IEnumerable<(uint Ssrc, uint Rtx)> Streams()
    {
        var pairs = new Dictionary<uint, uint>();
        var repairs = new HashSet<uint>();
        foreach (var group in Attributes.All("ssrc-group"))
        {
            var parts = group.Split(' ');
            if (parts.Length != 3 || parts[0] != "FID" || !uint.TryParse(parts[1], out var main) || !uint.TryParse(parts[2], out var rtx)) continue;
            pairs[main] = rtx;
            repairs.Add(rtx);
        }
        foreach (var line in Attributes.All("ssrc"))
            if (uint.TryParse(line.Split(' ')[0], out var ssrc) && !repairs.Contains(ssrc)) pairs.TryAdd(ssrc, 0);
        return pairs.Select(p => (p.Key, p.Value)).Take(8);
    }

    private string? Inherited(string name) => Attributes[name] ?? session[name];

    private string FormatParameters(byte type)
    {
        var prefix = type.ToString(CultureInfo.InvariantCulture) + " ";
        return Attributes.All("fmtp").FirstOrDefault(l => l.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..] ?? "";
    }
}
