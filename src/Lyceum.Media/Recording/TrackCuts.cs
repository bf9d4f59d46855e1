using System.Buffers.Binary;

namespace Lyceum.Media.Recording;

/// <summary>Bytes of a file that nobody is to get; in their place stands a Void element of the same length (RFC 8794 §11.3.2).</summary>
public readonly record struct BlankPart(long At, long Length);

/// <summary>
/// Finds the bytes of a recording in which a stretch of it is heard or seen. What is left is the same file, as long as before and with everything
/// else at its place: ranges, cues and duration hold. A picture comes back with the first keyframe after a cut, since the frames before that are made from what was cut.
/// </summary>
public static class TrackCuts
{
    private const uint Segment = 0x18538067, Cluster = 0x1F43B675, Cues = 0x1C53BB6B, CuePoint = 0xBB, Timestamp = 0xE7, SimpleBlock = 0xA3,
        CuePositions = 0xB7, CueClusterPosition = 0xF1;

    /// <summary>No Opus packet is longer.</summary>
    private const long LongestSound = 120;

    /// <param name="file">One that <see cref="WebmFile"/> wrote, or is writing.</param>
    /// <param name="cuts">In milliseconds of the file, from and until, sorted and apart.</param>
    /// <param name="isVideo">Whether frames depend on the ones before.</param>
    public static IReadOnlyList<BlankPart> Find(Stream file, IReadOnlyList<(long From, long Until)> cuts, bool isVideo)
    {
        var (clusters, cues, segmentAt) = Walk(file);
        var blank = new List<BlankPart>();
        var beheaded = new HashSet<long>();
        var waitsForKeyframe = false;
        for (var i = 0; i < clusters.Count; i++)
        {
            var (cluster, time) = clusters[i];
            var next = i + 1 < clusters.Count ? clusters[i + 1].Time : long.MaxValue;
            var from = isVideo ? time : time - LongestSound;
            if (!waitsForKeyframe && !cuts.Any(c => from < c.Until && next > c.From - (isVideo ? 0 : LongestSound))) continue;
            if (cuts.Any(c => time >= c.From && next <= c.Until))
            {
                blank.Add(new(cluster.At, cluster.End - cluster.At));
                beheaded.Add(cluster.At - segmentAt);
                waitsForKeyframe = isVideo;
                continue;
            }
            if (BlankBlocks(file, cluster, time, cuts, isVideo, ref waitsForKeyframe, blank)) beheaded.Add(cluster.At - segmentAt);
        }
        if (cues is { } all) BlankCues(file, all, beheaded, blank);
        return blank;
    }

    // True when its first frame is gone, so that nothing may lead to it.
    private static bool BlankBlocks(Stream file, Element cluster, long time, IReadOnlyList<(long From, long Until)> cuts, bool isVideo, ref bool waits, List<BlankPart> blank)
    {
        var isFirst = true;
        var isBeheaded = false;
        Span<byte> head = stackalloc byte[4];
        foreach (var block in Children(file, cluster.Content, cluster.End))
        {
            if (block.Id != SimpleBlock) continue;
            file.Position = block.Content;
            file.ReadExactly(head);
            var at = time + BinaryPrimitives.ReadInt16BigEndian(head[1..]);
            var until = isVideo ? at + 1 : at + LongestSound;
            var isCut = cuts.Any(c => at < c.Until && until > c.From);
            if (isVideo && !isCut && (head[3] & 0x80) != 0) waits = false;
            if (isCut || waits)
            {
                waits = isVideo;
                blank.Add(new(block.At, block.End - block.At));
                isBeheaded |= isFirst;
            }
            isFirst = false;
        }
        return isBeheaded;
    }

    private static void BlankCues(Stream file, Element cues, HashSet<long> beheaded, List<BlankPart> blank)
    {
        foreach (var point in Children(file, cues.Content, cues.End))
        {
            if (point.Id != CuePoint) continue;
            var at = Children(file, point.Content, point.End).Where(e => e.Id == CuePositions).SelectMany(e => Children(file, e.Content, e.End))
                .Where(e => e.Id == CueClusterPosition).Select(e => ReadUInt(file, e)).FirstOrDefault(-1);
            if (beheaded.Contains(at)) blank.Add(new(point.At, point.End - point.At));
        }
    }

    private static (List<(Element Cluster, long Time)> Clusters, Element? Cues, long SegmentAt) Walk(Stream file)
    {
        var clusters = new List<(Element, long)>();
        Element? cues = null;
        var segment = Children(file, 0, file.Length).FirstOrDefault(e => e.Id == Segment);
        foreach (var element in Children(file, segment.Content, file.Length))
        {
            if (element.Id == Cues) cues = element;
            if (element.Id != Cluster) continue;
            var time = Children(file, element.Content, element.End).First();
            if (time.Id == Timestamp) clusters.Add((element, ReadUInt(file, time)));
        }
        return (clusters, cues, segment.Content);
    }

    /// <summary>What the disk had not yet taken when the server died ends at the file's end.</summary>
    private static IEnumerable<Element> Children(Stream file, long from, long until)
    {
        for (var at = from; at < until - 1;)
        {
            if (Read(file, at, until) is not { } element) yield break;
            yield return element;
            at = element.End;
        }
    }

    private static Element? Read(Stream file, long at, long until)
    {
        Span<byte> head = stackalloc byte[12];
        file.Position = at;
        var got = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var idLength = got == 0 || head[0] == 0 ? 0 : System.Numerics.BitOperations.LeadingZeroCount((uint)head[0] << 24) + 1;
        if (idLength is 0 or > 4 || got <= idLength || head[idLength] == 0) return null;
        uint id = 0;
        foreach (var octet in head[..idLength]) id = id << 8 | octet;
        var sizeLength = System.Numerics.BitOperations.LeadingZeroCount((uint)head[idLength] << 24) + 1;
        if (got < idLength + sizeLength) return null;
        long size = head[idLength] & (0xFF >> sizeLength);
        for (var i = 1; i < sizeLength; i++) size = size << 8 | head[idLength + i];
        var content = at + idLength + sizeLength;
        var isUnknown = size == (1L << 7 * sizeLength) - 1;
        return new(id, at, content, isUnknown ? until : Math.Min(until, content + size));
    }

    private static long ReadUInt(Stream file, Element element)
    {
        Span<byte> octets = stackalloc byte[8];
        file.Position = element.Content;
        file.ReadExactly(octets[..(int)(element.End - element.Content)]);
        long value = 0;
        foreach (var octet in octets[..(int)(element.End - element.Content)]) value = value << 8 | octet;
        return value;
    }

    private readonly record struct Element(uint Id, long At, long Content, long End);
}
