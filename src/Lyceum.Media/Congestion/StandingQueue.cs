namespace Lyceum.Media.Congestion;

/// <summary>
/// How long packets wait in a queue on their way: the least delay of the last quarter of a second above the least of the last ten seconds or
/// more. The least, since a busy machine delays single packets and a full line all of them; the clocks of the two ends need not agree.
/// </summary>
public sealed class StandingQueue
{
    private const long BaseWindow = 10_000_000, Glance = 250_000;
    private long current = long.MaxValue, former = long.MaxValue, baseSince;
    private long least = long.MaxValue, glanceSince;

    /// <summary>In microseconds.</summary>
    public long Delay { get; private set; }

    public void Add(long sentAt, long arrivedAt, long now)
    {
        if (now - baseSince > BaseWindow) (former, current, baseSince) = (current, long.MaxValue, now);
        var oneWay = arrivedAt - sentAt;
        current = Math.Min(current, oneWay);
        least = Math.Min(least, oneWay);
        if (now - glanceSince < Glance) return;
        Delay = least - Math.Min(current, former);
        (least, glanceSince) = (long.MaxValue, now);
    }
}
