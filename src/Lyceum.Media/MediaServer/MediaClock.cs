namespace Lyceum.Media;

/// <summary>Monotonic microseconds for all that is measured, and the same instant as NTP time for what is reported (RFC 3550 §4).</summary>
public sealed class MediaClock(TimeProvider time)
{
    private static readonly DateTimeOffset NtpEpoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly long start = time.GetTimestamp();
    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    public TimeProvider Time => time;

    /// <summary>Never zero, so that zero may mean "not yet".</summary>
    public long Now => time.GetElapsedTime(start).Ticks / TimeSpan.TicksPerMicrosecond + 1;

    public ulong ToNtp(long now)
    {
        var since = (startedAt - NtpEpoch).Ticks + now * TimeSpan.TicksPerMicrosecond;
        return (ulong)(since / TimeSpan.TicksPerSecond) << 32 | (ulong)(since % TimeSpan.TicksPerSecond) * (1UL << 32) / TimeSpan.TicksPerSecond;
    }
}
