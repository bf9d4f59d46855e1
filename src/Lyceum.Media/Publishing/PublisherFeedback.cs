using Lyceum.Media.Rtcp;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>What a publisher is told: arrivals, losses, keyframe requests, and a receiver report a second (RFC 4585, RFC 3550 §6.4.2).</summary>
internal sealed class PublisherFeedback(Connection connection, PublisherStreams streams)
{
    private const long ArrivalsEvery = 50_000, ReportsEvery = 1_000_000;

    /// <summary>Our SSRC as a receiver; it names no stream.</summary>
    private const uint OurSsrc = 1;
    private readonly ArrivalFeedback arrivals = new();
    private long arrivalsAt, reportsAt;

    public void Arrived(ushort sequence, long now) => arrivals.Arrived(sequence, now);

    public void Tick(long now, PacketOut send)
    {
        if (!connection.CanSend) return;
        var reportsDue = now - reportsAt >= ReportsEvery;
        if (reportsDue) reportsAt = now;
        uint anySsrc = 0;
        foreach (var track in streams.Tracks)
        {
            foreach (var layer in track.Layers)
            {
                layer.Tick(now);
                if (layer.Ssrc == 0) continue;
                anySsrc = layer.Ssrc;
                TellLayer(layer, reportsDue, now, send);
            }
        }
        if (anySsrc == 0 || now - arrivalsAt < ArrivalsEvery) return;
        arrivalsAt = now;
        var slot = send.Reserve();
        var writer = new RtcpWriter(slot);
        if (arrivals.TryWrite(ref writer, OurSsrc, anySsrc)) connection.SendRtcp(send, slot, writer.Length, OurSsrc);
    }

    private void TellLayer(PublishedLayer layer, bool reportDue, long now, PacketOut send)
    {
        var slot = send.Reserve();
        var writer = new RtcpWriter(slot);
        var counters = connection.Room.Counters;
        if (reportDue && layer.Reception.HasStarted) writer.ReceiverReport(OurSsrc, layer.Reception.Report(layer.Ssrc, now));
        if (layer.TakeKeyframeRequest(now))
        {
            writer.Pli(OurSsrc, layer.Ssrc);
            counters.KeyframesAsked++;
        }
        Span<ushort> lost = stackalloc ushort[64];
        var count = layer.Missing.Collect(now, lost);
        if (count > 0)
        {
            writer.Nack(OurSsrc, layer.Ssrc, lost[..count]);
            counters.NacksSent += count;
        }
        connection.SendRtcp(send, slot, writer.Length, OurSsrc);
    }
}
