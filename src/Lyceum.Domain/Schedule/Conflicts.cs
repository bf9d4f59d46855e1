using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Schedule;

/// <summary>Something that already takes a stretch of an instructor's time, in UTC.</summary>
public sealed record Engagement(string Title, string CourseTitle, Instant Starts, Instant Ends);

/// <summary>A planned class overlaps an engagement of the same instructor. Touching ends do not overlap.</summary>
public sealed record Conflict(Occurrence Occurrence, Engagement With);

public static class Conflicts
{
    public static ImmutableArray<Conflict> Find(IEnumerable<Occurrence> planned, IReadOnlyCollection<Engagement> engagements) =>
    [
        .. from occurrence in planned
           where occurrence.Starts is not null
           from engagement in engagements
           where occurrence.Starts < engagement.Ends && engagement.Starts < occurrence.Ends
           select new Conflict(occurrence, engagement),
    ];
}
