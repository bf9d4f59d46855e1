using System.Collections.Immutable;
using NodaTime;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>A guest's link is used in another browser than the first; that one knocks, whatever the door.</summary>
public sealed record NoticeSharedLink(string Name, Guid First, Guid Later) : ServerCommand;

/// <summary>For staff and co-hosts. <paramref name="First"/> and <paramref name="Later"/> are two browsers of the guest of this name.</summary>
public sealed record GuestLinkShared(string Name, Guid First, Guid Later) : ClassEvent;

public sealed record SharedLink(string Name, Guid First, Guid Later, Instant At);

internal static class SharedLinkRules
{
    public static bool HasToKnock(this ClassState state, ClassActor who) =>
        who.Role == ClassRole.Guest && state.SharedLinks.Any(link => link.Later == who.PersonId) && !state.Door.LetIn.Contains(who.PersonId);

    public static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ServerCommand command) => command switch
    {
        NoticeSharedLink c when state.Phase is ClassPhase.Closed or ClassPhase.Ended || state.SharedLinks.Any(link => link.Later == c.Later) => Nothing,
        NoticeSharedLink c => Happened(new DecidedEvent(Audience.Hosts, new GuestLinkShared(c.Name, c.First, c.Later))),
        _ => NotHere,
    };

    public static ClassState? ApplyToSharedLinks(this ClassState state, SeenEvent seen) => seen.Event switch
    {
        GuestLinkShared e => state with { SharedLinks = state.SharedLinks.Add(new(e.Name, e.First, e.Later, seen.At)) },
        _ => null,
    };
}
