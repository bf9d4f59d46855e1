using System.Collections;
using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>Distinct stretches of a timeline, in milliseconds, sorted and apart from each other; what overlaps or touches is one.</summary>
public sealed class Stretches : IEnumerable<WatchedInterval>
{
    private readonly ImmutableArray<WatchedInterval> intervals;

    private Stretches(ImmutableArray<WatchedInterval> intervals) => this.intervals = intervals;

    public static Stretches None { get; } = new([]);

    public long TotalMs => intervals.Sum(i => i.UntilMs - i.FromMs);

    /// <summary>Empty and backward intervals are left out. A gap of at most <paramref name="bridgedGapMs"/> counts as covered.</summary>
    public static Stretches Of(IEnumerable<WatchedInterval> intervals, long bridgedGapMs = 0)
    {
        var joined = ImmutableArray.CreateBuilder<WatchedInterval>();
        foreach (var next in intervals.Where(i => i.UntilMs > i.FromMs).OrderBy(i => i.FromMs))
        {
            if (joined.Count > 0 && next.FromMs - joined[^1].UntilMs <= bridgedGapMs)
                joined[^1] = joined[^1] with { UntilMs = Math.Max(joined[^1].UntilMs, next.UntilMs) };
            else joined.Add(next);
        }
        return new(joined.ToImmutable());
    }

    public Stretches With(IEnumerable<WatchedInterval> more) => Of(intervals.Concat(more));

    public Stretches Without(Stretches others)
    {
        var left = intervals.ToList();
        foreach (var other in others)
            left = [.. left.SelectMany(i => new[] { i with { UntilMs = Math.Min(i.UntilMs, other.FromMs) }, i with { FromMs = Math.Max(i.FromMs, other.UntilMs) } }).Where(i => i.UntilMs > i.FromMs)];
        return Of(left);
    }

    public Stretches Within(long fromMs, long untilMs) =>
        Of(intervals.Select(i => new WatchedInterval(Math.Max(i.FromMs, fromMs), Math.Min(i.UntilMs, untilMs))));

    public IEnumerator<WatchedInterval> GetEnumerator() => intervals.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
