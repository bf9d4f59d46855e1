using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Forwarding;

/// <summary>What arrived of one stream, as receiver reports tell it (RFC 3550 §6.4.1, appendix A.3 and A.8).</summary>
public sealed class Reception(int clockRate)
{
    private long first = -1, highest, received, expectedBefore, receivedBefore;
    private long lastTransit;
    private double jitter;
    private ulong reportNtp;
    private long reportArrival;

    public long Received => received;
    public long Lost => first < 0 ? 0 : Math.Max(0, highest - first + 1 - received);
    public bool HasStarted => first >= 0;

    /// <summary>The extended sequence number: roll-overs counted above the low 16 bits.</summary>
    public long Arrived(ushort sequence, uint timestamp, long now)
    {
        if (first < 0) first = highest = 0x10000 + sequence;
        var extended = highest + (short)(sequence - (ushort)highest);
        highest = Math.Max(highest, extended);
        received++;
        var transit = now * clockRate / 1_000_000 - timestamp;
        if (received > 1) jitter += (Math.Abs((int)(transit - lastTransit)) - jitter) / 16;
        lastTransit = transit;
        return extended;
    }

    public void ReportArrived(in SenderReport report, long now) => (reportNtp, reportArrival) = (report.Ntp, now);

    public ReportBlock Report(uint ssrc, long now)
    {
        var expected = highest - first + 1;
        var (expectedNow, receivedNow) = (expected - expectedBefore, received - receivedBefore);
        (expectedBefore, receivedBefore) = (expected, received);
        var lostNow = expectedNow - receivedNow;
        var fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : Math.Min(255, lostNow * 256 / expectedNow);
        var delay = reportNtp == 0 ? 0 : (uint)((now - reportArrival) * 65_536 / 1_000_000);
        return new ReportBlock(ssrc, (byte)fraction, (int)Math.Clamp(expected - received, -0x800000, 0x7FFFFF),
            (uint)(highest - 0x10000), (uint)jitter, (uint)(reportNtp >> 16), delay);
    }
}
