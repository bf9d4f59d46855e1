using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>The distinct stretches of a class's timeline that one person watched in its replay.</summary>
public sealed class ReplayWatch
{
    private const double FastestSpeed = 3;
    /// <summary>Who loses the line goes on watching what is already there; that much of it is believed.</summary>
    private static readonly Duration BridgedBreak = Duration.FromMinutes(10);
    private static readonly Duration Slack = Duration.FromSeconds(5);

    private ReplayWatch() { }

    public Guid ClassId { get; private set; }
    public Guid PersonId { get; private set; }
    public ImmutableArray<WatchedInterval> Intervals { get; private set; } = [];
    public Instant LastAt { get; private set; }
    /// <summary>Until when the time of the wall clock has been spent on what was believed; null before anything was.</summary>
    public Instant? SpentUntil { get; private set; }

    public Stretches Watched => Stretches.Of(Intervals);

    public static ReplayWatch Begin(Guid classId, Guid personId, Instant since) => new() { ClassId = classId, PersonId = personId, LastAt = since };

    /// <summary>
    /// Adds what was watched, as far as it can have been: each moment of the wall clock is spent once, at the fastest speed, over all devices of the
    /// person, and none from long before this connection came. What goes beyond is cut off; what is known already costs nothing, so that a report that
    /// comes twice changes nothing.
    /// </summary>
    public void Add(IEnumerable<WatchedInterval> reported, Instant connectedSince, long lengthMs, Instant now)
    {
        var since = Instant.Max(SpentUntil ?? LastAt, connectedSince - BridgedBreak);
        var budget = (long)((now + Slack - since).TotalMilliseconds * FastestSpeed);
        var fresh = Stretches.Of(Within(budget, Stretches.Of(reported).Within(0, lengthMs).Without(Watched)));
        Intervals = [.. Watched.With(fresh)];
        SpentUntil = since + Duration.FromMilliseconds(fresh.TotalMs / FastestSpeed);
        LastAt = Instant.Max(LastAt, now);
    }

    private static IEnumerable<WatchedInterval> Within(long budget, IEnumerable<WatchedInterval> reported)
    {
        foreach (var interval in reported)
        {
            if (budget <= 0) yield break;
            var length = Math.Min(budget, interval.UntilMs - interval.FromMs);
            budget -= length;
            yield return interval with { UntilMs = interval.FromMs + length };
        }
    }
}
