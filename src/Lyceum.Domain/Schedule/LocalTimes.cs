using NodaTime;

namespace Lyceum.Domain.Schedule;

public enum LocalTimeKind { Plain, Skipped, Ambiguous }

/// <summary>
/// From local time to an instant when the clocks change. A time that the clocks skip (spring) is moved forward by the length of the gap,
/// so 02:30 becomes 03:30: the class is not earlier than people expect. Of a time that comes twice (autumn) it is the first.
/// Both are told to the planner.
/// </summary>
public static class LocalTimes
{
    public static (Instant Instant, LocalTimeKind Kind) Resolve(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => (Plain(local, zone), LocalTimeKind.Skipped),
            1 => (mapping.Single().ToInstant(), LocalTimeKind.Plain),
            _ => (mapping.First().ToInstant(), LocalTimeKind.Ambiguous),
        };
    }

    private static Instant Plain(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant();
}
