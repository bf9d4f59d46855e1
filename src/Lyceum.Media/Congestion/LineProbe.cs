namespace Lyceum.Media.Congestion;

/// <summary>
/// A short stretch in which padding fills the line up to some rate, to learn whether it would carry that before a picture depends on it.
/// What arrived of the stretch, over the longer of the times that sending and arriving took, is what the line carries; but that a busy machine
/// held packets up for a moment is not held against the line.
/// </summary>
public sealed class LineProbe
{
    private const long Lasts = 400_000, Returns = 700_000, MostAtOnce = 30_000, HeldUp = 200_000;
    private double paddingRate;
    private long dueAt, beganAt, firstSent, lastSent, firstArrived, lastArrived, sentBytes, arrivedBytes;

    public bool IsRunning { get; private set; }
    public bool IsAwaited { get; private set; }

    public void Begin(double rate, double alreadySent, long now)
    {
        (paddingRate, beganAt, dueAt) = (Math.Max(0, rate - alreadySent), now, now);
        (firstSent, lastSent, firstArrived, lastArrived, sentBytes, arrivedBytes) = (0, 0, 0, 0, 0, 0);
        IsRunning = IsAwaited = true;
    }

    /// <summary>Bytes of padding to send at this moment; ends the stretch when its time is over.</summary>
    public int Due(long now)
    {
        if (now - beganAt > Lasts) IsRunning = false;
        if (!IsRunning) return 0;
        // A clock that was late does not catch up: a burst would ask the line for more than the rate.
        var due = (long)(paddingRate / 8 * Math.Min(now - dueAt, MostAtOnce) / 1e6);
        dueAt = now;
        return (int)due;
    }

    public void Heard(in TransportHistory.Entry entry, bool hasArrived, long arrivedAt, long now)
    {
        if (!IsAwaited) return;
        var sentAt = entry.SentAtFrom(now);
        if (firstSent == 0) firstSent = sentAt;
        lastSent = Math.Max(lastSent, sentAt);
        sentBytes += entry.Bytes;
        if (!hasArrived) return;
        if (firstArrived == 0) firstArrived = arrivedAt;
        lastArrived = Math.Max(lastArrived, arrivedAt);
        arrivedBytes += entry.Bytes;
    }

    /// <summary>True once, when feedback has had its time: the rate at which was sent, and at which it came through, in bit/s.</summary>
    public bool TryEnd(long now, out double sent, out double carried)
    {
        (sent, carried) = (0, 0);
        if (!IsAwaited || IsRunning || now - beganAt < Lasts + Returns) return false;
        IsAwaited = false;
        var took = lastSent - firstSent;
        if (took < Lasts / 2) return false;
        sent = sentBytes * 8e6 / took;
        carried = arrivedBytes * 8e6 / Math.Max(took, lastArrived - firstArrived - HeldUp);
        return true;
    }
}
