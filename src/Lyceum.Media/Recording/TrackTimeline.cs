using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Recording;

/// <summary>
/// Where the frames of one stream lie in time. Within a file it is the RTP clock, kept in step with the sender's wall clock by its reports
/// (RFC 3550 §6.4.1); where the file lies on the room's timeline is first told by arrival, then by the sender's clock.
/// </summary>
public sealed class TrackTimeline(int clockRate)
{
    private const double NtpUnit = 4_294_967_296.0, SlewPerSecond = 0.005;
    private SenderReport? firstReport;
    private uint firstTimestamp;
    private long elapsed;
    private uint lastTimestamp;
    private double drift, wantedDrift, lastSeconds;

    public bool HasStarted { get; private set; }

    public void Start(uint timestamp)
    {
        (HasStarted, firstTimestamp, lastTimestamp, elapsed) = (true, timestamp, timestamp, 0);
        (drift, wantedDrift, lastSeconds, firstReport) = (0, 0, 0, null);
    }

    /// <summary>Milliseconds after the first frame.</summary>
    public long ToMilliseconds(uint timestamp)
    {
        elapsed += (int)(timestamp - lastTimestamp);
        lastTimestamp = timestamp;
        var seconds = (double)elapsed / clockRate;
        var most = Math.Max(0, seconds - lastSeconds) * SlewPerSecond;
        drift += Math.Clamp(wantedDrift - drift, -most, most);
        lastSeconds = Math.Max(lastSeconds, seconds);
        return Math.Max(0, (long)Math.Round((seconds + drift) * 1000));
    }

    public void OnSenderReport(in SenderReport report)
    {
        if (firstReport is not { } first)
        {
            firstReport = report;
            return;
        }
        var byWallClock = (long)(report.Ntp - first.Ntp) / NtpUnit;
        var byRtpClock = (double)(int)(report.RtpTimestamp - first.RtpTimestamp) / clockRate;
        // A sender whose wall clock was set anew is not believed.
        if (Math.Abs(byWallClock - byRtpClock) < 0.5) wantedDrift = byWallClock - byRtpClock;
    }

    /// <summary>The sender's wall clock at the first frame, in seconds of NTP time; null before a report.</summary>
    public double? FirstFrameNtp =>
        firstReport is { } report ? report.Ntp / NtpUnit + (double)(int)(firstTimestamp - report.RtpTimestamp) / clockRate : null;
}

/// <summary>
/// How one participant's wall clock lies to ours: the smallest difference seen between a report's arrival and the time it names,
/// which is the one that the network held up least. One for all tracks of a participant, so that they stay together.
/// </summary>
public sealed class SenderClock
{
    private double offset = double.MaxValue;

    public bool IsKnown => offset < double.MaxValue;

    public void Heard(in SenderReport report, long arrivedAt) => offset = Math.Min(offset, arrivedAt / 1e6 - report.Ntp / 4_294_967_296.0);

    /// <summary>Our monotonic microseconds at this moment of the sender's clock.</summary>
    public long ToOurs(double ntpSeconds) => (long)((ntpSeconds + offset) * 1e6);
}
