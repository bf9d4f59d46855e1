using Lyceum.Domain.Classes;
using NodaTime;

namespace Lyceum.Domain.Lectures;

/// <summary>What one person has watched of one lecture, as distinct stretches, and where they left off.</summary>
public sealed class LectureWatch
{
    /// <summary>The share of distinct seconds that counts as watched.</summary>
    public const double Enough = 0.9;

    private const double FastestPlay = 3;
    private static readonly Duration Slack = NodaTime.Duration.FromSeconds(20);

    private LectureWatch() { }

    public Guid ActivityId { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>Seconds from the start.</summary>
    public double Position { get; private set; }
    public IReadOnlyList<WatchedInterval> Watched { get; private set; } = [];
    public Instant BeganAt { get; private set; }
    public Instant ReportedAt { get; private set; }
    /// <summary>Milliseconds of play that the clock on the wall has not yet allowed to be claimed are refused; this is what was claimed so far.</summary>
    public long ClaimedMs { get; private set; }

    public static LectureWatch Begin(Guid activityId, Guid personId, Instant now) =>
        new() { ActivityId = activityId, PersonId = personId, BeganAt = now, ReportedAt = now };

    public long WatchedMs => Stretches.Of(Watched).TotalMs;

    public double FractionOf(double durationSeconds) =>
        durationSeconds <= 0 ? 0 : Math.Min(1, Stretches.Of(Watched).Within(0, (long)(durationSeconds * 1000)).TotalMs / (durationSeconds * 1000));

    /// <summary>
    /// Adds stretches that the player says it played. Nobody plays faster than three times: what goes beyond the time that has passed
    /// since the first play, times three, is not counted. A repeated report changes nothing.
    /// </summary>
    public void Report(IReadOnlyList<WatchedInterval> played, double position, double durationSeconds, Instant now)
    {
        var known = Stretches.Of(Watched);
        var length = durationSeconds > 0 ? (long)(durationSeconds * 1000) : long.MaxValue;
        var added = known.With(Stretches.Of(played).Within(0, length));
        var fresh = added.TotalMs - known.TotalMs;
        var allowed = (long)((now - BeganAt + Slack).TotalMilliseconds * FastestPlay) - ClaimedMs;
        if (fresh <= allowed)
        {
            Watched = [.. added];
            ClaimedMs += fresh;
        }
        (Position, ReportedAt) = (Math.Clamp(position, 0, durationSeconds > 0 ? durationSeconds : position), now);
    }
}
