using Lyceum.Media.Rtcp;
using Lyceum.Media.Sdp;

namespace Lyceum.Media.Recording;

/// <summary>
/// The hot path's side of a recording: picks the highest layer that comes, copies its packets and hands them to the writer's thread.
/// Used under the room's lock.
/// </summary>
internal sealed class TrackRecorder(RoomRecording recording, PublishedTrack track, TrackWriter writer)
{
    private int layer = -1, piece;

    public TrackWriter Writer => writer;

    public void Take(PublishedLayer source, in MediaPacket media)
    {
        if (source.Index != layer && !TryGoTo(source, media)) return;
        if (writer.TakeKeyframeRequest()) source.AskForKeyframe();
        var copy = RecordedPacket.Copy(media.Sequence, media.Timestamp, media.Marker, media.Payload, media.Now);
        recording.Post(new RecordingItem(writer, RecordingStep.Packet, piece, copy, default, media.Now));
    }

    public void OnSenderReport(int ofLayer, in SenderReport report, long now)
    {
        if (ofLayer == layer) recording.Post(new RecordingItem(writer, RecordingStep.Report, piece, default, report, now));
    }

    /// <summary>Another connection carries the track from now on, or other people hear it: a new file begins.</summary>
    public void SourceChanged() => layer = -1;

    /// <summary>Up with any keyframe, down only when the higher layer has fallen silent.</summary>
    private bool TryGoTo(PublishedLayer source, in MediaPacket media)
    {
        if (source.Index < layer && track.Layers[layer].IsAlive(media.Now)) return false;
        if (track.Kind == MediaKind.Video && !media.Vp8.IsKeyframe)
        {
            source.AskForKeyframe();
            return false;
        }
        layer = source.Index;
        piece++;
        return true;
    }
}
