using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Recording;

/// <summary>
/// How one participant's wall clock lies to ours: the smallest difference between a report's arrival and the time it names, over the last
/// minute, which is the one that network and machines held up least. One for all tracks of a participant, so that they stay together.
/// </summary>
public sealed class SenderClock
{
    private const long Bucket = 30_000_000;
    private double current = double.MaxValue, former = double.MaxValue;
    private long since;

    public void Heard(in SenderReport report, long arrivedAt)
    {
        if (arrivedAt - since > Bucket) (former, current, since) = (current, double.MaxValue, arrivedAt);
        current = Math.Min(current, arrivedAt / 1e6 - report.Ntp / 4_294_967_296.0);
    }

    /// <summary>Our monotonic microseconds at this moment of the sender's clock.</summary>
    public long ToOurs(double ntpSeconds) => (long)((ntpSeconds + Math.Min(current, former)) * 1e6);
}
