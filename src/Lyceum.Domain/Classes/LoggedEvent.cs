using System.Collections.Immutable;
using NodaTime;

namespace Lyceum.Domain.Classes;

/// <summary>
/// One entry of a class's log. <paramref name="Sequence"/> counts from 1 without holes. <paramref name="At"/> is the UTC instant at which it
/// was written; <paramref name="OffsetMs"/> its place on the class's own timeline in milliseconds (0 before the start; for what is
/// done in a replay the offset at which it was done). <paramref name="Key"/> is the sender's idempotency key, on the first event of a
/// command alone. <paramref name="ActorId"/> is null for what the server does by itself.
/// </summary>
public sealed record LoggedEvent(
    long Sequence, Instant At, long OffsetMs, Audience Audience, Guid? ActorId, string? Key, bool IsLate, ClassEvent Event)
{
    /// <summary>How it travels: without whom else it was for, without the key, and who is lost is told to nobody.</summary>
    public SeenEvent AsSeen() => new(Sequence, At, OffsetMs, Event is LostMarked ? null : ActorId, IsLate, Event);
}

/// <summary>A logged event as a participant receives it; the reducer needs no more.</summary>
public sealed record SeenEvent(long Sequence, Instant At, long OffsetMs, Guid? ActorId, bool IsLate, ClassEvent Event);

public enum AudienceKind { All, Staff, People, Hosts }

/// <summary>Whose eyes an event is for. Staff of the course see everything.</summary>
public sealed record Audience(AudienceKind Kind, ImmutableHashSet<Guid> People)
{
    public static Audience All { get; } = new(AudienceKind.All, []);
    public static Audience Staff { get; } = new(AudienceKind.Staff, []);
    /// <summary>Staff, and whoever is a co-host when it happens.</summary>
    public static Audience Hosts { get; } = new(AudienceKind.Hosts, []);
    public static Audience Only(params IEnumerable<Guid> people) => new(AudienceKind.People, [.. people]);

    /// <summary>The one visibility rule of the log: the tail, snapshots and the replay all pass it.</summary>
    public bool Includes(Guid personId, ClassSight sight) => Kind switch
    {
        _ when sight == ClassSight.Staff => true,
        AudienceKind.All => true,
        AudienceKind.People => People.Contains(personId),
        AudienceKind.Hosts => sight == ClassSight.CoHost,
        _ => false,
    };

    /// <summary>The same for a log that is read afterwards: whoever led the class then sees it as everybody else.</summary>
    public bool Includes(Guid personId, bool isStaff) => Includes(personId, isStaff ? ClassSight.Staff : ClassSight.Own);
}
