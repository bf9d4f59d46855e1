namespace Lyceum.Media.Forwarding;

/// <summary>Bits per second over the last second or so.</summary>
public struct RateMeter
{
    private const long Window = 500_000;
    private long bytes, since;

    public double BitsPerSecond { get; private set; }

    public void Add(int count) => bytes += count;

    /// <summary>To be called a few times a second.</summary>
    public void Tick(long now)
    {
        if (since == 0) since = now;
        var elapsed = now - since;
        if (elapsed < Window) return;
        var rate = bytes * 8_000_000.0 / elapsed;
        BitsPerSecond = BitsPerSecond == 0 || rate == 0 ? rate : BitsPerSecond + (rate - BitsPerSecond) * 0.5;
        (bytes, since) = (0, now);
    }
}
