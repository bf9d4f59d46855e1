using Lyceum.Media.Forwarding;
using Lyceum.Media.Rtcp;
using Lyceum.Media.Sdp;

namespace Lyceum.Media;

/// <summary>What one subscriber's line carries, and so which layer of each picture it gets. Sound is never given up for picture.</summary>
internal sealed class SubscriberBudget(Participant participant, SubscriberPlaces places)
{
    private const long ChooseEvery = 200_000, ClimbAfter = 3_000_000, EnoughPackets = 80, FewPackets = 20, FewPacketsAfter = 3_000_000;
    private RateMeter sent, sound;
    private long chosenAt, fellAt, lossToldAt, expected, lost;

    public BandwidthEstimate Estimate { get; } = new();
    public Rung Rung { get; private set; } = Rung.AllVideo;

    /// <summary>
    /// Adds up what the reports say was lost (RFC 3550 §6.4.1), over enough packets that a single one does not look like a flood.
    /// </summary>
    public void Heed(RtcpPacket packet, long now)
    {
        for (var i = 0; ReportBlock.TryRead(packet, i, out var block); i++)
        {
            if (places.Find(block.Ssrc) is not { } subscription) continue;
            var (expectedNow, lostNow) = subscription.TakeLoss(block);
            expected += expectedNow;
            lost += lostNow;
        }
        if (expected < EnoughPackets && (expected < FewPackets || now - lossToldAt < FewPacketsAfter)) return;
        Estimate.Reported(Math.Clamp((double)lost / expected, 0, 1), now);
        (expected, lost, lossToldAt) = (0, 0, now);
    }

    public void Tick(long now)
    {
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
        Estimate.Tick(sent.BitsPerSecond, now);
        Choose(now);
    }

    private void Choose(long now)
    {
        Span<VideoWish> wishes = stackalloc VideoWish[places.All.Count];
        var count = 0;
        var anyMatters = false;
        foreach (var place in places.All)
        {
            if (place.Subscription is not { IsAccepted: true } subscription || place.Kind == MediaKind.Audio) continue;
            var wish = Wish(subscription, now);
            anyMatters |= wish.Matters;
            wishes[count++] = wish;
        }
        if (count == 0) return;
        if (!anyMatters) wishes[0].Matters = true;
        var rung = LayerChoice.Choose(wishes[..count], Estimate.Budget - sound.BitsPerSecond);
        Apply(wishes, now);
        // Down at once, up only after a while: the ladder is reported to people.
        if (rung > Rung || now - fellAt > ClimbAfter) Report(rung, now);
    }

    private VideoWish Wish(Subscription subscription, long now)
    {
        var layers = subscription.Track.Layers;
        return new VideoWish
        {
            Low = layers.Count > 0 ? layers[0].Cost(now) : 0,
            Middle = layers.Count > 1 ? layers[1].Cost(now) : 0,
            High = layers.Count > 2 ? layers[2].Cost(now) : 0,
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
