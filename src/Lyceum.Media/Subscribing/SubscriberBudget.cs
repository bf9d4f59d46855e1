using Lyceum.Media.Congestion;
using Lyceum.Media.Forwarding;
using Lyceum.Media.Rtcp;
using Lyceum.Media.Sdp;
using Lyceum.Media.Sockets;

namespace Lyceum.Media;

/// <summary>What one subscriber's line carries, and so which layer of each picture it gets. Sound is never given up for picture.</summary>
internal sealed class SubscriberBudget(Participant participant, SubscriberPlaces places, Connection connection)
{
    private const long ChooseEvery = 200_000, ClimbAfter = 3_000_000;
    private RateMeter sent, sound;
    private long chosenAt, fellAt, due;
    private double wanting;

    public BandwidthEstimate Estimate { get; } = new();

    /// <summary>What transport-wide feedback says; silent for a browser that gives none.</summary>
    public LineGauge Line { get; } = new(connection.Sent);
    public Rung Rung { get; private set; } = Rung.AllVideo;

    /// <summary>What receiver reports say was lost (RFC 3550 §6.4.1), where nothing says it better.</summary>
    public void Heed(RtcpPacket packet, long now)
    {
        if (Line.IsAlive(now)) return;
        for (var i = 0; ReportBlock.TryRead(packet, i, out var block); i++)
        {
            if (places.Find(block.Ssrc) is not { } subscription) continue;
            var (expected, lost) = subscription.TakeLoss(block);
            Estimate.Reported(lost, expected, now);
        }
    }

    public void Tick(long now, PacketOut send)
    {
        Fill(now, send);
        if (now - chosenAt < ChooseEvery) return;
        chosenAt = now;
        foreach (var place in places.All)
        {
            if (place.Subscription is not { } subscription) continue;
            var bytes = subscription.TakeBytes();
            sent.Add(bytes);
            if (place.Kind == MediaKind.Audio) sound.Add(bytes);
        }
        sent.Tick(now);
        sound.Tick(now);
        Measure(now);
        Estimate.Tick(sent.BitsPerSecond, now);
        Choose(now);
        Probe(now);
    }

    private void Measure(long now)
    {
        Line.Tick(now);
        if (!Line.IsAlive(now))
        {
            Estimate.Measured(0, 0);
            return;
        }
        var (lost, expected) = Line.TakeLoss();
        Estimate.Reported(lost, expected, now);
        // The queue that a probe made is its own.
        Estimate.Measured(Line.Delivered, Line.Probe.IsAwaited ? 0 : Line.Queue.Delay);
        if (Line.Probe.TryEnd(now, out var filled, out var carried)) Estimate.Probed(filled, carried, now);
    }

    /// <summary>Something more is wanted than the budget holds: the line is filled for a moment, to see whether it would carry that.</summary>
    private void Probe(long now)
    {
        if (wanting == 0 || Line.Probe.IsAwaited || !Line.IsAlive(now) || !Estimate.MayProbe(now)) return;
        Line.Probe.Begin(Estimate.ProbeRate(wanting, sent.BitsPerSecond), sent.BitsPerSecond, now);
        (connection.Sent.IsProbing, due) = (true, 0);
    }

    private void Fill(long now, PacketOut send)
    {
        if (!connection.Sent.IsProbing) return;
        due += Line.Probe.Due(now);
        connection.Sent.IsProbing = Line.Probe.IsRunning && connection.CanSend;
        if (!connection.Sent.IsProbing || Filler() is not { } filler) return;
        while (due > 0) due -= filler.Pad(now, send);
    }

    private Subscription? Filler()
    {
        foreach (var place in places.All)
            if (place is { Kind: MediaKind.Video, Subscription: { IsAccepted: true, IsNumbered: true } subscription }) return subscription;
        return null;
    }

    private void Choose(long now)
    {
        Span<VideoWish> wishes = stackalloc VideoWish[places.All.Length];
        var count = 0;
        var anyMatters = false;
        foreach (var place in places.All)
        {
            if (place.Subscription is not { IsAccepted: true } subscription || place.Kind == MediaKind.Audio) continue;
            var wish = Wish(subscription, now);
            anyMatters |= wish.Matters;
            wishes[count++] = wish;
        }
        wanting = 0;
        if (count == 0) return;
        if (!anyMatters) wishes[0].Matters = true;
        var rung = LayerChoice.Choose(wishes[..count], Estimate.Budget - sound.BitsPerSecond);
        var more = LayerChoice.Wanting(wishes[..count], rung);
        if (more > 0) wanting = sound.BitsPerSecond + more;
        Apply(wishes, now);
        // Down at once, up only after a while: the ladder is reported to people.
        if (rung > Rung || now - fellAt > ClimbAfter) Report(rung, now);
    }

    private VideoWish Wish(Subscription subscription, long now)
    {
        var layers = subscription.Track.Layers;
        return new VideoWish
        {
            Low = layers.Length > 0 ? layers[0].Cost(now) : 0,
            Middle = layers.Length > 1 ? layers[1].Cost(now) : 0,
            High = layers.Length > 2 ? layers[2].Cost(now) : 0,
            AtMost = (int)subscription.AtMost,
            Current = subscription.CurrentLayer,
            Matters = subscription.Track.Source == "screen" || subscription.Track.Owner == participant.Room.Speaker,
        };
    }

    private void Apply(ReadOnlySpan<VideoWish> wishes, long now)
    {
        var at = 0;
        foreach (var place in places.All)
        {
            if (place.Subscription is not { IsAccepted: true } subscription || place.Kind == MediaKind.Audio) continue;
            var chosen = wishes[at++];
            // Nothing arrives of it: keep aiming at the top, so that the first keyframe will do.
            var isIdle = chosen is { Low: 0, Middle: 0, High: 0 };
            if (subscription.Aim(isIdle ? (int)subscription.AtMost : chosen.Chosen) && chosen.Current >= 0) Estimate.Raised(now);
        }
    }

    private void Report(Rung rung, long now)
    {
        if (rung > Rung) fellAt = now;
        if (rung == Rung) return;
        Rung = rung;
        participant.Room.Tell(new RungChanged(participant.Room.Name, participant.Name, rung, Estimate.Reason));
    }
}
