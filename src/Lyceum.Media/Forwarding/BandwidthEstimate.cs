namespace Lyceum.Media.Forwarding;

/// <summary>
/// How much a subscriber's line carries, from what it tells: its own estimate (REMB) and the loss in its receiver reports
/// (loss thresholds as in draft-ietf-rmcat-gcc-02 §6). A browser's estimate never rises far above what it gets, so when nothing speaks
/// of congestion the budget grows by itself and a higher layer is tried; a try that fails makes the next one wait longer.
/// </summary>
public sealed class BandwidthEstimate
{
    public const double Floor = 30_000, Ceiling = 20_000_000, Start = 2_500_000;
    /// <summary>An estimate alone does not take the last picture away: a busy machine makes it low as well as a narrow line. Loss may.</summary>
    private const double EstimateFloor = 250_000;
    private const double Growth = 1.08, HeavyLoss = 0.10, LightLoss = 0.07, Flood = 0.3;
    private const long MinPause = 4_000_000, MaxPause = 60_000_000, TryLasts = 6_000_000, LossHolds = 3_000_000, Settle = 1_000_000, Persists = 1_500_000;
    private double remb = double.MaxValue, loss;
    private long tightSince;
    private bool isLossFresh;
    private long lossAt, congestedAt = long.MinValue / 2, raisedAt = long.MinValue / 2, tickedAt;
    private long pause = MinPause;

    public double Budget { get; private set; } = Start;
    public double Loss => loss;

    /// <summary>The browser's own estimate in bit/s; 0 before the first.</summary>
    public double Reportedly => remb == double.MaxValue ? 0 : remb;

    /// <summary>Why the budget is what it is, for the people who look at a connection check.</summary>
    public string Reason { get; private set; } = "start";

    public void Reported(ulong bitsPerSecond) => remb = bitsPerSecond;

    public void Reported(double fractionLost, long now) => (loss, lossAt, isLossFresh) = (fractionLost, now, true);

    /// <summary>A subscriber was moved up: congestion soon after is blamed on it.</summary>
    public void Raised(long now) => raisedAt = now;

    public void Tick(double sent, long now)
    {
        var elapsed = tickedAt == 0 ? 0 : (now - tickedAt) / 1e6;
        tickedAt = now;
        if (now - lossAt > LossHolds) loss = 0;
        // Every report counts once; what a decision changed shows in the reports only after a while.
        if (isLossFresh && loss > HeavyLoss && sent > Floor && now - congestedAt > Settle)
        {
            // A flood is cut to what came through; a little too much by half of what was lost.
            Congested(Math.Min(Budget, sent) * (1 - (loss > Flood ? loss : loss / 2)), "loss", now);
            isLossFresh = false;
        }
        else if (IsTight(sent, now) && now - congestedAt > Settle) Congested(Math.Min(Budget, Math.Max(remb, EstimateFloor)), "estimate", now);
        else if (loss < LightLoss && now - congestedAt > pause)
        {
            Budget = Math.Min(Ceiling, Budget * Math.Pow(Growth, elapsed));
            if (now - raisedAt is > TryLasts and < MaxPause && now - congestedAt > 2 * pause) pause = MinPause;
        }
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
