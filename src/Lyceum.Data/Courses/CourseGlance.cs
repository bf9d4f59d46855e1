using NodaTime;

namespace Lyceum.Data.Courses;

/// <summary>
/// A student at the page of their course: who reads, which version of the course, and all that the page shows of the reader alone.
/// </summary>
public sealed record CourseGlance(Guid PersonId, string Name, string TimeZone, string Language, Instant SeenAt, Guid CourseId, long Version, string? School, int Unread, Guid? SectionId)
{
    public Dictionary<Guid, OwnStanding> Own { get; } = [];
}
