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

    public Stretches Watched => Stretches.Of(Intervals);

    public static ReplayWatch Begin(Guid classId, Guid personId, Instant since) => new() { ClassId = classId, PersonId = personId, LastAt = since };

    /// <summary>
    /// Adds what was watched since the last report, as far as it can have been: no more than the wall clock allows at the fastest speed, counted
    /// over all devices of the person and not from long before this connection came. What goes beyond is cut off.
    /// </summary>
    public void Add(IEnumerable<WatchedInterval> reported, Instant connectedSince, long lengthMs, Instant now)
    {
        var since = Instant.Max(LastAt, connectedSince - BridgedBreak);
        if (now <= since) return;
        var budget = (long)((now - since + Slack).TotalMilliseconds * FastestSpeed);
        Intervals = [.. Watched.With(Within(budget, reported)).Within(0, lengthMs)];
        LastAt = now;
    }

    private static IEnumerable<WatchedInterval> Within(long budget, IEnumerable<WatchedInterval> reported)
    {
        foreach (var interval in Stretches.Of(reported))
        {
            if (budget <= 0) yield break;
            var length = Math.Min(budget, interval.UntilMs - interval.FromMs);
            budget -= length;
            yield return interval with { UntilMs = interval.FromMs + length };
        }
    }
}
