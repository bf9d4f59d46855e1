using Lyceum.Media.Congestion;
using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Tests.Congestion;

/// <summary>A made-up line of which everything is known, told by real feedback packets.</summary>
public class LineGaugeTests
{
    private const int Bytes = 1_000;
    private readonly TransportHistory sent = new();
    private readonly ArrivalFeedback arrivals = new();
    private readonly LineGauge gauge;
    private long now = 50_000_000, tokens = 5_000, filledAt, freeAt;

    public LineGaugeTests() => gauge = new LineGauge(sent);

    [Fact]
    public void What_comes_through_a_line_that_drops_is_measured_and_its_loss_too()
    {
        Send(seconds: 4, packetsPerSecond: 100, Policed(400_000));
        var (lost, expected) = gauge.TakeLoss();
        Assert.InRange(gauge.Delivered, 360_000, 440_000);
        Assert.InRange((double)lost / expected, 0.4, 0.6);
        Assert.InRange(gauge.Queue.Delay, 0, 5_000);
    }

    [Fact]
    public void A_queue_that_fills_is_seen_whatever_the_two_clocks_say()
    {
        Send(seconds: 3, packetsPerSecond: 40, Queued(400_000));
        Assert.InRange(gauge.Queue.Delay, 0, 5_000);
        Send(seconds: 2, packetsPerSecond: 70, Queued(400_000));
        Assert.InRange(gauge.Queue.Delay, 300_000, 900_000);
        Assert.Equal(0, gauge.TakeLoss().Lost);
    }

    [Theory]
    [InlineData(2_000_000, true), InlineData(400_000, false)]
    public void A_probe_tells_whether_the_line_would_carry_more(int line, bool carries)
    {
        Send(seconds: 2, packetsPerSecond: 30, Queued(line));
        gauge.Probe.Begin(800_000, 240_000, now);
        sent.IsProbing = true;
        Send(seconds: 0.4, packetsPerSecond: 100, Queued(line));
        sent.IsProbing = false;
        gauge.Probe.Due(now + 1_000);
        Send(seconds: 1, packetsPerSecond: 30, Queued(line));
        Assert.True(gauge.Probe.TryEnd(now, out var filled, out var carried));
        Assert.InRange(filled, 700_000, 900_000);
        Assert.Equal(carries, carried > filled * 0.9);
        Assert.False(gauge.Probe.TryEnd(now, out _, out _));
    }

    /// <summary>A token bucket: what does not fit is dropped.</summary>
    private Func<long, long?> Policed(int bits) => at =>
    {
        tokens = Math.Min(bits / 80, tokens + (at - filledAt) * bits / 8_000_000);
        filledAt = at;
        if (tokens < Bytes) return null;
        tokens -= Bytes;
        return at + 20_000;
    };

    /// <summary>An endless queue in front of a line.</summary>
    private Func<long, long?> Queued(int bits) => at =>
    {
        freeAt = Math.Max(freeAt, at) + Bytes * 8_000_000L / bits;
        return freeAt + 20_000;
    };

    private void Send(double seconds, int packetsPerSecond, Func<long, long?> line)
    {
        const long theirClockIsAhead = 123_456_789;
        var end = now + (long)(seconds * 1e6);
        filledAt = filledAt == 0 ? now : filledAt;
        for (var i = 1; now < end; i++)
        {
            now += 1_000_000 / packetsPerSecond;
            var number = sent.Add(Bytes, now);
            if (line(now) is { } arrival) arrivals.Arrived(number, arrival + theirClockIsAhead);
            if (i % 10 == 0) Tell();
        }
        Tell();
    }

    private void Tell()
    {
        var bytes = new byte[1_500];
        var writer = new RtcpWriter(bytes);
        if (arrivals.TryWrite(ref writer, 1, 2))
        {
            var reader = new RtcpReader(bytes.AsSpan(0, writer.Length));
            while (reader.TryRead(out var packet)) gauge.Heed(packet, now);
        }
        gauge.Tick(now);
    }
}
