using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Schedule;

/// <summary>A zone's clocks go forward or back on a local date, in the midst of a plan; <paramref name="Shift"/> is by how much.</summary>
public sealed record ClockChange(string Zone, LocalDate Date, Instant At, Offset Shift)
{
    public bool IsToSummer => Shift > Offset.Zero;
}

public static class ClockChanges
{
    /// <summary>The changes in these zones from one instant to another, in order.</summary>
    public static ImmutableArray<ClockChange> Between(Instant from, Instant until, IEnumerable<string> zones) =>
    [
        .. zones.Distinct().SelectMany(id => InZone(id, DateTimeZoneProviders.Tzdb[id], from, until)).OrderBy(c => c.At),
    ];

    private static IEnumerable<ClockChange> InZone(string id, DateTimeZone zone, Instant from, Instant until)
    {
        var intervals = zone.GetZoneIntervals(from, until).ToArray();
        return intervals.Zip(intervals.Skip(1), (before, after) =>
            new ClockChange(id, after.IsoLocalStart.Date, after.Start, after.WallOffset - before.WallOffset)).Where(c => c.Shift != Offset.Zero);
    }
}
