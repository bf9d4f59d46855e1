using Lyceum.Media.Rtcp;

namespace Lyceum.Media.Congestion;

/// <summary>What a subscriber's transport-wide feedback says of its line: what was delivered, what was lost, how long a queue stands, how a probe came through.</summary>
public sealed class LineGauge(TransportHistory sent)
{
    private const long Alive = 1_500_000;
    private const long Window = 400_000;
    private long arrivedBytes, countedSince, lost, expected, heardAt = long.MinValue / 2, lastArrival;

    public LineProbe Probe { get; } = new();
    public StandingQueue Queue { get; } = new();

    /// <summary>In bit/s; 0 before any feedback.</summary>
    public double Delivered { get; private set; }

    public bool IsAlive(long now) => now - heardAt < Alive;

    public void Heed(RtcpPacket packet, long now)
    {
        var reader = new TransportFeedbackReader(packet);
        while (reader.MoveNext())
        {
            if (!sent.TryTake(reader.Sequence, out var entry)) continue;
            heardAt = now;
            var arrivedAt = reader.HasArrived ? Unwrapped(reader.ArrivedAt) : 0;
            if (entry.IsProbe) Probe.Heard(entry, reader.HasArrived, arrivedAt, now);
            else (expected, lost) = (expected + 1, lost + (reader.HasArrived ? 0 : 1));
            if (!reader.HasArrived) continue;
            arrivedBytes += entry.Bytes;
            if (!entry.IsProbe) Queue.Add(entry.SentAtFrom(now), arrivedAt, now);
        }
    }

    /// <summary>How many of how many were lost since it was last asked; a probe's own losses are no congestion.</summary>
    public (long Lost, long Expected) TakeLoss()
    {
        var taken = (lost, expected);
        (lost, expected) = (0, 0);
        return taken;
    }

    /// <summary>To be called a few times a second.</summary>
    public void Tick(long now)
    {
        if (countedSince == 0) countedSince = now;
        if (now - countedSince < Window) return;
        // Not smoothed: what a full line carries must be known at once.
        Delivered = arrivedBytes * 8e6 / (now - countedSince);
        (arrivedBytes, countedSince) = (0, now);
    }

    private long Unwrapped(long arrivedAt)
    {
        var step = (arrivedAt - lastArrival) % TransportFeedbackReader.WrapsAfter;
        if (step > TransportFeedbackReader.WrapsAfter / 2) step -= TransportFeedbackReader.WrapsAfter;
        else if (step < -TransportFeedbackReader.WrapsAfter / 2) step += TransportFeedbackReader.WrapsAfter;
        return lastArrival += step;
    }
}
