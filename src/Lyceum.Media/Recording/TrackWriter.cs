using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Recording;

/// <summary>
/// Writes one track's packets to files, on the recording's own thread. A new file begins with each new piece (another layer or connection)
/// and whenever the picture's size changes, since not every player follows that within a file.
/// </summary>
internal sealed class TrackWriter(RecordingPlace place, SenderClock senderClock, bool isVideo)
{
    private const long QuietFlush = 2_500_000, MaxFile = 4L << 30;

    /// <summary>In microseconds: after so long without a keyframe one is asked for. Seeking lands on them, and a picture comes back with one after a cut.</summary>
    private const long KeyframeEvery = 20_000_000;

    /// <summary>In microseconds: how long a file's place may still be told better, and by how much at least.</summary>
    private const long PlaceSettles = 60_000_000, PlaceMoves = 5_000;
    private readonly TrackTimeline timeline = new(isVideo ? 90_000 : 48_000);
    private readonly Vp8Frames frames = new();
    private ReorderBuffer order = new();
    private WebmFile? file;
    private string path = "";
    private int piece, width, height;
    private long lastFrame, lastKeyframe, beganAt;
    private long? toldPlace;
    private bool isBroken;
    private volatile bool wantsKeyframe;

    /// <summary>Asked by the hot path: the picture lost a part that did not come again.</summary>
    public bool TakeKeyframeRequest()
    {
        if (!wantsKeyframe) return false;
        wantsKeyframe = false;
        return true;
    }

    public void Take(RecordedPacket packet, int ofPiece)
    {
        if (ofPiece != piece)
        {
            EndFile();
            (piece, order) = (ofPiece, new ReorderBuffer());
        }
        if (order.TryAdd(packet)) Drain(packet.ArrivedAt);
    }

    public void OnReport(in SenderReport report, int ofPiece, long now)
    {
        senderClock.Heard(report, now);
        if (ofPiece != piece || file is null) return;
        timeline.OnSenderReport(report, now);
        Align(now);
    }

    /// <summary>Tells the file's place by the sender's clock, and again when a later report shows that an earlier one was held up.</summary>
    private void Align(long now)
    {
        if (file is null || timeline.FirstFrameNtp is not { } ntp || now - beganAt > PlaceSettles) return;
        var at = senderClock.ToOurs(ntp);
        if (toldPlace is { } told && Math.Abs(at - told) < PlaceMoves) return;
        toldPlace = at;
        place.Aligned(path, at);
    }

    /// <summary>To be called now and then: gives up what never comes, and puts a quiet track's last frames on disk.</summary>
    public void Tick(long now)
    {
        Drain(now);
        Align(now);
        if (file is not null && now - lastFrame > QuietFlush) file.FlushCluster();
    }

    public void EndFile()
    {
        Drain(long.MaxValue / 2);
        frames.Drop();
        FinishFile();
    }

    /// <summary>The disk refused: what is written stays, and the next keyframe tries a new file.</summary>
    public void Fail(string reason)
    {
        place.Failed(path, reason);
        file?.Dispose();
        file = null;
        wantsKeyframe = isVideo;
    }

    private void Drain(long now)
    {
        while (order.TryTake(now, out var packet, out var afterGap))
        {
            try
            {
                if (afterGap && isVideo) (isBroken, wantsKeyframe) = (true, true);
                if (isVideo) TakePicture(packet);
                else Write(packet.Timestamp, true, packet.Payload, packet.ArrivedAt);
            }
            finally
            {
                packet.Return();
            }
        }
    }

    private void TakePicture(in RecordedPacket packet)
    {
        if (!frames.Add(packet.Timestamp, packet.Marker, packet.Payload)) return;
        if (frames.IsKeyframe) (isBroken, lastKeyframe) = (false, packet.ArrivedAt);
        else if (packet.ArrivedAt - lastKeyframe > KeyframeEvery) (wantsKeyframe, lastKeyframe) = (true, packet.ArrivedAt);
        // What follows a loss refers to what is not there: it would be rubble until the next keyframe.
        if (isBroken || (file is null && !frames.IsKeyframe)) return;
        if (frames.IsKeyframe && file is not null && (frames.Width != width || frames.Height != height || file.Bytes > MaxFile)) FinishFile();
        Write(packet.Timestamp, frames.IsKeyframe, frames.Frame, packet.ArrivedAt);
    }

    private void FinishFile()
    {
        if (file is null) return;
        file.Finish();
        place.Ended(path, file.Length);
        file.Dispose();
        file = null;
    }

    private void Write(uint timestamp, bool isKeyframe, ReadOnlySpan<byte> frame, long arrivedAt)
    {
        if (file is null) Begin(timestamp, arrivedAt);
        file!.Add(timeline.ToMilliseconds(timestamp), isKeyframe, frame);
        lastFrame = arrivedAt;
    }

    private void Begin(uint timestamp, long arrivedAt)
    {
        (width, height, beganAt, toldPlace) = (frames.Width, frames.Height, arrivedAt, null);
        path = place.NextPath();
        file = isVideo ? WebmFile.CreateVp8(path, width, height) : WebmFile.CreateOpus(path);
        timeline.Start(timestamp);
        place.Began(path, arrivedAt);
    }
}
