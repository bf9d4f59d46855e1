using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Recording;

/// <summary>
/// Where the frames of one stream lie in time. Within a file it is the RTP clock, kept in step with the sender's wall clock by its reports
/// (RFC 3550 §6.4.1); where the file lies on the room's timeline is first told by arrival, then by the sender's clock. A single report is
/// not believed: one that a busy machine wrote late would put sound and picture apart, so it is always the median of the last few that counts.
/// </summary>
public sealed class TrackTimeline(int clockRate)
{
    private const double NtpUnit = 4_294_967_296.0, SlewPerSecond = 0.005;

    /// <summary>A sender that captured nothing for a moment goes on with a step this large or larger, in seconds; less is drift.</summary>
    private const double Step = 0.04;
    private const int Window = 5;

    /// <summary>In seconds: so far may a report come too late or the clocks run apart over a long class; more is a wall clock that was set anew.</summary>
    private const double WallClockSlip = 2;
    private readonly List<double> lags = [];
    private SenderReport? firstReport;
    private uint firstTimestamp;
    private long elapsed, reportedElapsed, firstArrival;
    private uint lastTimestamp, lastReported;
    private double drift, wantedDrift, lastSeconds, settled;
    private int reports;

    public bool HasStarted { get; private set; }

    public void Start(uint timestamp)
    {
        (HasStarted, firstTimestamp, lastTimestamp, elapsed) = (true, timestamp, timestamp, 0);
        (drift, wantedDrift, lastSeconds, settled, firstReport, reports) = (0, 0, 0, 0, null, 0);
        lags.Clear();
    }

    /// <summary>Milliseconds after the first frame.</summary>
    public long ToMilliseconds(uint timestamp)
    {
        elapsed += (int)(timestamp - lastTimestamp);
        lastTimestamp = timestamp;
        var seconds = (double)elapsed / clockRate;
        var most = Math.Max(0, seconds - lastSeconds) * SlewPerSecond;
        // Forward at once: there was nothing in between. Backward there is no room but by and by.
        drift += wantedDrift - drift >= Step ? wantedDrift - drift : Math.Clamp(wantedDrift - drift, -most, most);
        lastSeconds = Math.Max(lastSeconds, seconds);
        return Math.Max(0, (long)Math.Round((seconds + drift) * 1000));
    }

    /// <param name="report">One of the sender's reports on this stream, in their order.</param>
    /// <param name="arrivedAt">In our monotonic microseconds.</param>
    public void OnSenderReport(in SenderReport report, long arrivedAt)
    {
        if (firstReport is null) (firstReport, firstArrival, lastReported, reportedElapsed) = (report, arrivedAt, report.RtpTimestamp, 0);
        reportedElapsed += (int)(report.RtpTimestamp - lastReported);
        lastReported = report.RtpTimestamp;
        var byWallClock = (long)(report.Ntp - firstReport.Value.Ntp) / NtpUnit;
        var byRtpClock = (double)reportedElapsed / clockRate;
        // A sender whose wall clock was set anew is not believed; one whose sound stood still again and again is, however much that comes to.
        if (Math.Abs(byWallClock - (arrivedAt - firstArrival) / 1e6) >= WallClockSlip) return;
        if (lags.Count == Window) lags.RemoveAt(0);
        lags.Add(byWallClock - byRtpClock);
        var middle = lags.Order().ElementAt(lags.Count / 2);
        // The first few say where the file begins; what changes later is drift within it.
        if (++reports <= Window) settled = middle;
        else wantedDrift = middle - settled;
    }

    /// <summary>The sender's wall clock at the first frame, in seconds of NTP time; null before a report, and surer with each of the first few.</summary>
    public double? FirstFrameNtp =>
        firstReport is { } report ? report.Ntp / NtpUnit + (double)(int)(firstTimestamp - report.RtpTimestamp) / clockRate + settled : null;
}
