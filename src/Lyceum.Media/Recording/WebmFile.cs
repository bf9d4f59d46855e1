namespace Lyceum.Media.Recording;

/// <summary>
/// A WebM file of one track that is playable while it grows: a segment of unknown size, clusters of about two seconds, each written whole
/// in one call (RFC 9559 §23.2 on live). Closing it puts duration and cues into places kept free at the start, so that players can seek.
/// </summary>
public sealed class WebmFile : IDisposable
{
    private const uint EbmlHeader = 0x1A45DFA3, Segment = 0x18538067, Information = 0x1549A966, Duration = 0x4489, SeekHead = 0x114D9B74,
        Cues = 0x1C53BB6B, Cluster = 0x1F43B675;
    private const int SeekHeadBytes = 64, DurationBytes = 14, ClusterMilliseconds = 2_000;
    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(5);
    private readonly FileStream file;
    private readonly bool isVideo;
    private readonly EbmlWriter cluster = new(1 << 16), blocks = new(1 << 16);
    private readonly List<(long Time, long Position)> cues = [];
    private readonly long segmentStart, durationAt;
    private long clusterTime = -1, lastTime, position, syncedAt;

    private WebmFile(string path, bool isVideo, Action<EbmlWriter> track)
    {
        this.isVideo = isVideo;
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var head = new EbmlWriter();
        WriteEbmlHeader(head);
        head.UnknownSize(Segment);
        segmentStart = head.Length;
        head.Void(SeekHeadBytes);
        head.Master(Information, info =>
        {
            info.UInt(0x2AD7B1, 1_000_000);
            info.Text(0x4D80, "Lyceum"u8);
            info.Text(0x5741, "Lyceum"u8);
            info.Void(DurationBytes);
        });
        durationAt = head.Length - DurationBytes;
        track(head);
        Append(head);
    }

    /// <summary>From the first frame to the last.</summary>
    public TimeSpan Length => TimeSpan.FromMilliseconds(lastTime);
    public long Bytes => position;

    public static WebmFile CreateVp8(string path, int width, int height) => new(path, true, w => WebmTrack.WriteVp8(w, width, height));

    public static WebmFile CreateOpus(string path) => new(path, false, WebmTrack.WriteOpus);

    /// <summary>Adds a frame at so many milliseconds after the file's first; times must not fall behind the open cluster by more than 32 s.</summary>
    public void Add(long milliseconds, bool isKeyframe, ReadOnlySpan<byte> frame)
    {
        var age = milliseconds - clusterTime;
        // A cluster of picture begins with a keyframe where one comes in good time, so that seeking lands on it.
        if (clusterTime >= 0 && (age >= ClusterMilliseconds || age < 0 || (isVideo && isKeyframe && age > ClusterMilliseconds / 4))) FlushCluster();
        if (clusterTime < 0)
        {
            clusterTime = milliseconds;
            if (isKeyframe) cues.Add((milliseconds, position - segmentStart));
        }
        blocks.SimpleBlock((short)(milliseconds - clusterTime), isKeyframe, frame);
        lastTime = Math.Max(lastTime, milliseconds);
    }

    /// <summary>Puts the open cluster on disk; also to be called when no frame came for a while.</summary>
    public void FlushCluster()
    {
        if (clusterTime < 0) return;
        cluster.Clear();
        cluster.Master(Cluster, content =>
        {
            content.UInt(0xE7, (ulong)clusterTime);
            content.Append(blocks);
        });
        Append(cluster);
        blocks.Clear();
        clusterTime = -1;
        if (lastTime - syncedAt < SyncEvery.TotalMilliseconds) return;
        file.Flush(flushToDisk: true);
        syncedAt = lastTime;
    }

    /// <summary>Finishes the file: cues at its end, duration and a table of contents in the places kept for them.</summary>
    public void Finish()
    {
        FlushCluster();
        var cuesAt = position - segmentStart;
        var index = new EbmlWriter();
        index.Master(Cues, all =>
        {
            foreach (var cue in cues) all.Master(0xBB, point => WriteCue(point, cue.Time, cue.Position));
        });
        Append(index);
        var contents = new EbmlWriter();
        contents.Master(SeekHead, head => head.Master(0x4DBB, seek =>
        {
            seek.Binary(0x53AB, [0x1C, 0x53, 0xBB, 0x6B]);
            seek.UInt(0x53AC, (ulong)cuesAt);
        }));
        contents.Void(SeekHeadBytes - contents.Length);
        Overwrite(segmentStart, contents);
        var duration = new EbmlWriter();
        duration.Float(Duration, lastTime);
        Overwrite(durationAt, duration);
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => file.Dispose();

    private static void WriteEbmlHeader(EbmlWriter head) => head.Master(EbmlHeader, ebml =>
    {
        ebml.UInt(0x4286, 1);
        ebml.UInt(0x42F7, 1);
        ebml.UInt(0x42F2, 4);
        ebml.UInt(0x42F3, 8);
        ebml.Text(0x4282, "webm"u8);
        ebml.UInt(0x4287, 4);
        ebml.UInt(0x4285, 2);
    });

    private static void WriteCue(EbmlWriter point, long time, long at)
    {
        point.UInt(0xB3, (ulong)time);
        point.Master(0xB7, positions =>
        {
            positions.UInt(0xF7, 1);
            positions.UInt(0xF1, (ulong)at);
        });
    }

    private void Append(EbmlWriter bytes)
    {
        file.Write(bytes.Written);
        position += bytes.Length;
    }

    private void Overwrite(long at, EbmlWriter bytes)
    {
        file.Seek(at, SeekOrigin.Begin);
        file.Write(bytes.Written);
    }
}
