using Lyceum.Media.Rtcp;
using Lyceum.Media.Rtp;
using Lyceum.Media.Sdp;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>A participant's publishing connection: binds its streams to tracks, forwards each packet and answers with feedback.</summary>
internal sealed class Publisher : IConnectionUser
{
    private readonly Participant participant;
    private readonly PublisherStreams streams;
    private readonly PublisherFeedback feedback;
    private int version;

    public Publisher(Participant participant, ServerParts parts)
    {
        this.participant = participant;
        Connection = new Connection(participant.Room, this, parts);
        streams = new PublisherStreams(participant);
        feedback = new PublisherFeedback(Connection, streams);
    }

    public Connection Connection { get; }
    public string PeerFragment { get; private set; } = "";

    public IEnumerable<PublishedTrack> Tracks => streams.Tracks;

    public int NextVersion() => ++version;

    public void Accept(PublishAnswer answer, IReadOnlyDictionary<string, string> sources)
    {
        PeerFragment = answer.PeerFragment;
        Connection.Expect(answer.Peer);
        streams.Agree(answer.Sections, sources);
    }

    public void OnStateChanged(ConnectionState state) => participant.ConnectionChanged(ConnectionDirection.Publishing, state);

    public void OnRtp(Span<byte> packet, in RtpHeader header, long now, PacketOut send)
    {
        if (streams.Find(packet, header) is not { } stream) return;
        if (stream.TransportSequenceId != 0) NoteArrival(packet, header, stream.TransportSequenceId, now);
        var payload = header.Payload(packet);
        if (payload.IsEmpty) return;
        if (stream.IsRepair)
        {
            // The original sequence number stands before the original payload (RFC 4588 §4).
            if (payload.Length <= 2) return;
            participant.Room.Counters.Recovered++;
            var original = (ushort)(payload[0] << 8 | payload[1]);
            Take(stream, original, header, payload[2..], 127, now, send);
            return;
        }
        Take(stream, header.Sequence, header, payload, Level(packet, header, stream.AudioLevelId), now, send);
    }

    private void Take(PublishedStream stream, ushort sequence, in RtpHeader header, ReadOnlySpan<byte> payload, byte level, long now, PacketOut send)
    {
        var (track, layer) = (stream.Track, stream.Layer);
        var isVideo = track.Kind == MediaKind.Video;
        Vp8Descriptor vp8 = default;
        if (isVideo && (!Vp8Descriptor.TryParse(payload, out vp8) || !layer.Cache.TryAdd(sequence, header.Timestamp, header.Marker, payload))) return;
        layer.Arrived(payload.Length, now);
        if (!stream.IsRepair || layer.Reception.HasStarted)
        {
            var extended = layer.Reception.Arrived(sequence, header.Timestamp, now);
            if (isVideo) layer.Missing.Arrived(extended, now);
        }
        if (vp8.IsKeyframe) layer.OnKeyframe(vp8.Width, vp8.Height);
        if (!isVideo) track.Loudness.Heard(level, now);

        var media = new MediaPacket(sequence, header.Timestamp, header.Marker, payload, vp8, level, now);
        track.Recorder?.Take(layer, media);
        if (!isVideo && !participant.Room.IsHeard(track)) return;
        foreach (var subscription in track.Subscriptions) subscription.Forward(layer, media, send);
    }

    public void OnRtcp(ReadOnlySpan<byte> compound, long now, PacketOut send)
    {
        var reader = new RtcpReader(compound);
        while (reader.TryRead(out var packet))
        {
            if (!SenderReport.TryRead(packet, out var report) || streams.Find(report.Ssrc) is not { IsRepair: false } stream) continue;
            stream.Layer.OnSenderReport(report, now);
            stream.Track.Recorder?.OnSenderReport(stream.Layer.Index, report, now);
        }
    }

    public void Tick(long now, PacketOut send)
    {
        Connection.Tick(now, send);
        feedback.Tick(now, send);
    }

    private void NoteArrival(ReadOnlySpan<byte> packet, in RtpHeader header, byte id, long now)
    {
        var extensions = new RtpExtensions(packet, header);
        while (extensions.MoveNext())
            if (extensions.Id == id && extensions.Value.Length == 2) feedback.Arrived((ushort)(extensions.Value[0] << 8 | extensions.Value[1]), now);
    }

    private static byte Level(ReadOnlySpan<byte> packet, in RtpHeader header, byte id)
    {
        if (id == 0) return 127;
        var extensions = new RtpExtensions(packet, header);
        while (extensions.MoveNext())
            if (extensions.Id == id && extensions.Value.Length >= 1) return extensions.Value[0];
        return 127;
    }

    public void Close(PacketOut send)
    {
        Connection.Goodbye(send);
        Connection.Dispose();
    }
}
