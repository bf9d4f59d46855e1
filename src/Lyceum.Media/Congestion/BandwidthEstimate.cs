namespace Lyceum.Media.Congestion;

/// <summary>
/// How much a subscriber's line carries, from what it tells. With transport-wide feedback it is known what was delivered and how long a queue
/// stands: loss or a queue cuts the budget to what came through, and a probe that came through raises it. Without, there is the browser's own
/// estimate (REMB) and the loss in its receiver reports; then the budget grows by itself and a higher layer is simply tried. In the spirit of
/// draft-ietf-rmcat-gcc-02 (§5 delay, §6 loss), but with the least delay instead of its trend, which a busy machine does not disturb.
/// A try that fails makes the next one wait longer.
/// </summary>
public sealed class BandwidthEstimate
{
    public const double Floor = 30_000, Ceiling = 20_000_000, Start = 2_500_000;

    /// <summary>An estimate or a queue alone does not take the last picture away: a busy machine makes it low as well as a narrow line. Loss may.</summary>
    private const double EstimateFloor = 250_000;
    private const double Growth = 1.08, UsualLoss = 0.05, LightLoss = 0.07, Flood = 0.3, CameThrough = 0.8;
    private const long MinPause = 4_000_000, MaxPause = 60_000_000, TryLasts = 6_000_000, LossHolds = 3_000_000, Settle = 1_000_000, Persists = 1_500_000;
    private const long EnoughPackets = 100, FewPackets = 20, FewPacketsAfter = 3_000_000, MaxQueue = 100_000, ProbeAgain = 1_000_000, MaxProbePause = 30_000_000;
    private double remb = double.MaxValue, loss, delivered;
    private long lost, expected, queue, tightSince;
    private bool isHeavy;
    private long lossAt, congestedAt = long.MinValue / 2, raisedAt = long.MinValue / 2, tickedAt, probedAt = long.MinValue / 2;
    private long pause = MinPause, probePause = ProbeAgain;

    public double Budget { get; private set; } = Start;
    public double Loss => loss;

    /// <summary>What the browser says that it gets or might get, in bit/s; 0 before it said anything.</summary>
    public double Reportedly => delivered > 0 ? delivered : remb == double.MaxValue ? 0 : remb;

    /// <summary>Why the budget is what it is, for the people who look at a connection check: "start", "loss", "delay", "estimate" or "probe".</summary>
    public string Reason { get; private set; } = "start";

    public void Reported(ulong bitsPerSecond) => remb = bitsPerSecond;

    /// <summary>Losses are judged over enough packets that chance does not look like congestion: clearly above the five percent that repair hides.</summary>
    public void Reported(long lostNow, long expectedNow, long now)
    {
        // What a decision changed shows only after a while: until then the news is old.
        if (now - congestedAt < Settle) return;
        (lost, expected) = (lost + lostNow, expected + expectedNow);
        if (expected < EnoughPackets && (expected < FewPackets || now - lossAt < FewPacketsAfter)) return;
        loss = Math.Clamp((double)lost / expected, 0, 1);
        isHeavy = lost - UsualLoss * expected > 4 * Math.Sqrt(UsualLoss * (1 - UsualLoss) * expected);
        (lost, expected, lossAt) = (0, 0, now);
    }

    /// <summary>By transport-wide feedback: what arrived, in bit/s, and for how long packets wait, in microseconds.</summary>
    public void Measured(double bitsPerSecond, long queued) => (delivered, queue) = (bitsPerSecond, queued);

    /// <summary>A subscriber was moved up: congestion soon after is blamed on it.</summary>
    public void Raised(long now) => raisedAt = now;

    /// <summary>
    /// How fast to probe for <paramref name="wanted"/>: so much above it that it is had when four fifths come through, but not more than twice
    /// what is known to be carried.
    /// </summary>
    public double ProbeRate(double wanted, double sent) => Math.Min(wanted / CameThrough, 2 * Math.Max(Budget, sent));

    public bool MayProbe(long now) => now - congestedAt > pause && now - probedAt > probePause;

    /// <summary>A probe at the rate <paramref name="sent"/> ended, of which <paramref name="carried"/> came through.</summary>
    public void Probed(double sent, double carried, long now)
    {
        probedAt = now;
        var cameThrough = carried >= sent * CameThrough;
        probePause = cameThrough ? ProbeAgain : Math.Clamp(probePause * 2, MinPause, MaxProbePause);
        if (Math.Min(sent, carried) > Budget) (Budget, Reason) = (Math.Min(Ceiling, Math.Min(sent, carried)), "probe");
    }

    public void Tick(double sent, long now)
    {
        var elapsed = tickedAt == 0 ? 0 : (now - tickedAt) / 1e6;
        tickedAt = now;
        if (now - lossAt > LossHolds) (loss, isHeavy) = (0, false);
        // Every report counts once.
        var hasSettled = now - congestedAt > Settle;
        if (isHeavy && sent > Floor && hasSettled)
        {
            Congested(AfterLoss(sent), "loss", now);
            isHeavy = false;
        }
        else if (delivered > 0 && queue > MaxQueue && hasSettled) Congested(Math.Min(Budget, Math.Max(delivered * 0.85, EstimateFloor)), "delay", now);
        else if (delivered == 0 && IsTight(sent, now) && hasSettled) Congested(Math.Min(Budget, Math.Max(remb, EstimateFloor)), "estimate", now);
        else if (loss < LightLoss && now - congestedAt > pause) Grow(elapsed, now);
    }

    /// <summary>What came through, where that is known; else a flood is cut to what came through, a little too much by half of what was lost.</summary>
    private double AfterLoss(double sent) =>
        Math.Min(Budget, delivered > 0 ? Math.Min(delivered, sent) * 0.95 : sent * (1 - (loss > Flood ? loss : loss / 2)));

    /// <summary>By itself; but not far above what is known to come through, where that is known: there a probe must go first.</summary>
    private void Grow(double elapsed, long now)
    {
        var most = delivered > 0 ? Math.Max(Budget, delivered * 1.5) : Ceiling;
        Budget = Math.Min(Math.Min(most, Ceiling), Budget * Math.Pow(Growth, elapsed));
        if (now - raisedAt is > TryLasts and < MaxPause && now - congestedAt > 2 * pause) pause = MinPause;
    }

    /// <summary>The browser's estimate lies below what it gets, and not only for a moment in which its machine was busy.</summary>
    private bool IsTight(double sent, long now)
    {
        if (remb >= sent * 0.9) tightSince = 0;
        else if (tightSince == 0) tightSince = now;
        return tightSince != 0 && now - tightSince >= Persists;
    }

    private void Congested(double budget, string reason, long now)
    {
        pause = now - raisedAt < TryLasts ? Math.Min(MaxPause, pause * 2) : pause;
        raisedAt = long.MinValue / 2;
        congestedAt = now;
        Reason = reason;
        Budget = Math.Max(Floor, budget);
    }
}
