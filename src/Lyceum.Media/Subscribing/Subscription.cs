using System.Security.Cryptography;
using Lyceum.Media.Forwarding;
using Lyceum.Media.Rtcp;
using Lyceum.Media.Sdp;
using Lyceum.Media.Sockets;
using Lyceum.Media.Srtp;

namespace Lyceum.Media;

/// <summary>One track on its way to one subscriber: its own SSRC, numbers and layer.</summary>
internal sealed class Subscription
{
    private const long ResendPause = 25_000, HeldBack = 1_000_000;
    private readonly Connection connection;
    private readonly StreamRewriter rewriter = new((ushort)RandomNumberGenerator.GetInt32(1, 0x7FFF), (uint)RandomNumberGenerator.GetInt32(1, int.MaxValue));
    private readonly SentPackets? sent;
    private PublishedLayer? current;
    private uint lastIncoming;
    private long lastForwarded;
    private ushort rtxSequence = (ushort)RandomNumberGenerator.GetInt32(1, 0x7FFF);
    private PacketIndex index, rtxIndex;
    private SenderReport? toldClock;

    public Subscription(Connection connection, PublishedTrack track)
    {
        (this.connection, Track) = (connection, track);
        sent = track.Kind == MediaKind.Video ? new SentPackets() : null;
    }

    public PublishedTrack Track { get; private set; }
    public uint Ssrc { get; } = (uint)RandomNumberGenerator.GetInt32(2, int.MaxValue);
    public uint RtxSsrc { get; } = (uint)RandomNumberGenerator.GetInt32(2, int.MaxValue);

    /// <summary>The browser took the m-line: only then may packets come.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>The browser tells the arrival of each packet of it.</summary>
    public bool IsNumbered { get; set; }
    public Quality AtMost { get; set; }
    public int Target { get; private set; } = VideoWish.MaxLayers - 1;
    public int CurrentLayer => current?.Index ?? -1;
    public long Packets { get; private set; }
    public long Bytes { get; private set; }
    public long SentAgain { get; private set; }

    /// <summary>What went out since it was last asked, in bytes.</summary>
    public int TakeBytes()
    {
        var bytes = bytesSinceTaken;
        bytesSinceTaken = 0;
        return bytes;
    }

    private int bytesSinceTaken;
    private ReportBlock? lastReport;

    /// <summary>How many packets the subscriber should have had since its last report, and how many of them it lost.</summary>
    public (long Expected, long Lost) TakeLoss(in ReportBlock report)
    {
        var before = lastReport;
        lastReport = report;
        if (before is not { } last || report.HighestSequence < last.HighestSequence) return (0, 0);
        return (report.HighestSequence - last.HighestSequence, Math.Max(0, report.TotalLost - last.TotalLost));
    }

    public void SourceChanged() => current = null;

    /// <summary>Carries another microphone from now on, on the same stream: the next packet goes on where the last one of the former ended.</summary>
    public void Follow(PublishedTrack track)
    {
        Track.Remove(this);
        (Track, current, toldClock) = (track, null, null);
        track.Add(this);
    }

    /// <summary>Goes to another layer as soon as that has a keyframe; -1 for none.</summary>
    public bool Aim(int layer)
    {
        if (layer < 0) current = null;
        var isHigher = layer > Target;
        Target = layer;
        return isHigher;
    }

    /// <summary>To be called often: a wanted layer without a keyframe is asked for one.</summary>
    public void AskWhereNeeded()
    {
        if (!IsAccepted || Target < 0 || Track.Kind == MediaKind.Audio) return;
        if (CurrentLayer != Target && Target < Track.Layers.Length) Track.Layers[Target].AskForKeyframe();
    }

    public void AskForKeyframe() => current?.AskForKeyframe();

    public void Forward(PublishedLayer layer, in MediaPacket media, PacketOut send)
    {
        if (!IsAccepted || !connection.CanSend) return;
        if (layer != current)
        {
            if (!TrySplice(layer, media)) return;
        }
        // A microphone that was held back comes again without a hole in its numbers, which would look like loss.
        else if (Track.Kind == MediaKind.Audio && media.Now - lastForwarded > HeldBack) Splice(media, Step(layer, media));
        var shift = rewriter.Shift;
        if (!rewriter.TryMap(media.Sequence, media.Timestamp, media.Vp8.PictureId, media.Vp8.Tl0PicIdx, out var sequence)) return;
        sent?.Add(sequence, media.Sequence, layer.Index, shift);
        (lastIncoming, lastForwarded) = (media.Timestamp, media.Now);

        var slot = send.Reserve();
        var header = OutgoingHeader.Write(slot, Track.Kind, media.Marker, sequence, media.Timestamp + shift.Timestamp, Ssrc, media.Level, media.Now, IsNumbered);
        var payload = slot.Slice(header, media.Payload.Length);
        media.Payload.CopyTo(payload);
        if (Track.Kind == MediaKind.Video)
            media.Vp8.Rewrite(payload, (ushort)(media.Vp8.PictureId + shift.Picture), (byte)(media.Vp8.Tl0PicIdx + shift.Tl0));
        Count(connection.SendRtp(send, slot, header + payload.Length, header, Ssrc, sequence, ref index, media.Now, IsNumbered));
    }

    /// <summary>Serves a NACK from the layer's cache, on the retransmission stream (RFC 4588 §4).</summary>
    public void Resend(ushort sequence, long now, PacketOut send)
    {
        // Of a picture that was given up nothing is sent again: it begins anew with a keyframe.
        if (sent is null || current is null || !connection.CanSend || !sent.TryTake(sequence, now, ResendPause, out var entry) || entry.Layer >= Track.Layers.Length) return;
        if (!Track.Layers[entry.Layer].Cache.TryGet(entry.Original, out var payload, out var timestamp, out var marker)) return;
        var slot = send.Reserve();
        var header = OutgoingHeader.Write(slot, MediaKind.Video, marker, rtxSequence, timestamp + entry.Shift.Timestamp, RtxSsrc, 0, now, IsNumbered, SubscribeOffer.RtxType);
        slot[header] = (byte)(sequence >> 8);
        slot[header + 1] = (byte)sequence;
        var copy = slot.Slice(header + 2, payload.Length);
        payload.CopyTo(copy);
        if (Rtp.Vp8Descriptor.TryParse(payload, out var vp8)) vp8.Rewrite(copy, (ushort)(vp8.PictureId + entry.Shift.Picture), (byte)(vp8.Tl0PicIdx + entry.Shift.Tl0));
        Count(connection.SendRtp(send, slot, header + 2 + payload.Length, header, RtxSsrc, rtxSequence, ref rtxIndex, now, IsNumbered));
        rtxSequence++;
        SentAgain++;
        connection.Room.Counters.SentAgain++;
    }

    /// <summary>Sends a packet of nothing but padding on the retransmission stream, to fill the line (RFC 3550 §5.1); returns its bytes.</summary>
    public int Pad(long now, PacketOut send)
    {
        const int padding = 255;
        var slot = send.Reserve();
        var header = OutgoingHeader.Write(slot, MediaKind.Video, false, rtxSequence, rewriter.LastTimestamp, RtxSsrc, 0, now, IsNumbered, SubscribeOffer.RtxType);
        slot[0] |= 0x20;
        slot.Slice(header, padding).Clear();
        slot[header + padding - 1] = padding;
        var bytes = connection.SendRtp(send, slot, header + padding, header, RtxSsrc, rtxSequence++, ref rtxIndex, now, IsNumbered);
        connection.Room.Counters.PaddingOut++;
        return bytes;
    }

    /// <summary>Passes the publisher's clock on in this stream's own timestamps, so that sound and picture meet again (RFC 3550 §6.4.1).</summary>
    public void TellClock(PacketOut send)
    {
        if (current?.Clock is not { } clock || clock == toldClock || !connection.CanSend || !rewriter.HasStarted) return;
        toldClock = clock;
        var slot = send.Reserve();
        var writer = new RtcpWriter(slot);
        writer.SenderReport(new SenderReport(Ssrc, clock.Ntp, clock.RtpTimestamp + rewriter.Shift.Timestamp, (uint)Packets, (uint)Bytes));
        connection.SendRtcp(send, slot, writer.Length, Ssrc);
    }

    private bool TrySplice(PublishedLayer layer, in MediaPacket media)
    {
        if (Track.Kind == MediaKind.Video)
        {
            // Anything is better than nothing: until there is a picture, a lower layer than the wanted will do.
            var fits = layer.Index == Target || (current is null && layer.Index < Target);
            if (!fits || !media.Vp8.IsKeyframe) return false;
            if (current is not null) connection.Room.Counters.LayerChanges++;
        }
        Splice(media, Step(layer, media));
        current = layer;
        toldClock = null;
        return true;
    }

    private void Splice(in MediaPacket media, uint step) =>
        rewriter.Splice(media.Sequence, media.Timestamp, rewriter.HasStarted ? step : 0, media.Vp8.PictureId, media.Vp8.Tl0PicIdx);

    /// <summary>How much later than the last forwarded packet this one lies: by the sender's clock where both layers have told it, else by arrival.</summary>
    private uint Step(PublishedLayer layer, in MediaPacket media)
    {
        if (layer == current) return media.Timestamp - lastIncoming;
        var elapsed = (media.Now - lastForwarded) * Track.ClockRate / 1_000_000;
        if (current?.NtpOf(lastIncoming) is { } before && layer.NtpOf(media.Timestamp) is { } after)
            elapsed = (long)((after - before) * (Track.ClockRate / 4_294_967_296.0));
        return (uint)Math.Clamp(elapsed, 1, Track.ClockRate * 3600L);
    }

    private void Count(int bytes)
    {
        Packets++;
        Bytes += bytes;
        bytesSinceTaken += bytes;
    }
}
