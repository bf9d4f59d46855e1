using System.Collections.Immutable;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Somebody in the room leads the class beside its staff, until it ends or this is taken back.</summary>
public sealed record NameCoHost(Guid PersonId) : ClassCommand;

public sealed record DismissCoHost(Guid PersonId) : ClassCommand;

public sealed record CoHostNamed(Guid PersonId) : ClassEvent;

public sealed record CoHostDismissed(Guid PersonId) : ClassEvent;

/// <summary>
/// How much of a class somebody sees: their own; what a co-host needs to lead it (the door, the polls that are prepared); or as staff
/// everything, what is private to somebody too.
/// </summary>
public enum ClassSight { Own, CoHost, Staff }

/// <summary>
/// Who leads a class. Assistants of the course do so by themselves; whoever the instructor names may do the same, but lines to the staff,
/// answers by name and marks of being lost stay the staff's.
/// </summary>
public static class CoHostRules
{
    public static Refusal OnlyThoseHere { get; } = Refusal.Conflict("Only somebody who is in the room can lead the class with you.");
    public static Refusal ObserversWatch { get; } = Refusal.Conflict("Observers only watch.");

    public static bool IsCoHost(this ClassState state, ClassActor who) => state.CoHosts.Contains(who.PersonId);

    /// <summary>Staff, and co-hosts.</summary>
    public static bool Leads(this ClassState state, ClassActor who) => who.IsStaff || state.IsCoHost(who);

    public static ClassSight SightOf(this ClassState state, ClassActor who) =>
        who.IsStaff ? ClassSight.Staff : state.IsCoHost(who) ? ClassSight.CoHost : ClassSight.Own;

    /// <summary>The whole state without what is private to somebody; what is for a person by name is applied on it afterwards.</summary>
    public static ClassState AsCoHostsSee(this ClassState whole) => whole with
    {
        Chat = [.. whole.Chat.Where(line => !line.IsToStaff)],
        Polls = [.. whole.Polls.Select(poll => poll with { Answers = poll.Answers.Clear(), Results = null })],
        Lost = [],
        Breakouts = whole.Breakouts with { Rooms = [.. whole.Breakouts.Rooms.Select(room => room with { Inside = null, Help = null })] },
    };

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command) => command switch
    {
        NameCoHost c when !state.People.TryGetValue(c.PersonId, out var person) || person.Connections.IsEmpty => OnlyThoseHere,
        NameCoHost c => state.People[c.PersonId].Role switch
        {
            ClassRole.Observer => ObserversWatch,
            ClassRole.Guest => GuestRefusals.GuestsAreGuests,
            ClassRole.Student when !state.CoHosts.Contains(c.PersonId) => Happened(new CoHostNamed(c.PersonId)),
            _ => Nothing,
        },
        DismissCoHost c => state.CoHosts.Contains(c.PersonId) ? Happened(new CoHostDismissed(c.PersonId)) : Nothing,
        _ => ClassRules.NotHere,
    };

    internal static ClassState? ApplyToCoHosts(this ClassState state, SeenEvent seen) => seen.Event switch
    {
        CoHostNamed e => state with { CoHosts = [.. state.CoHosts.Remove(e.PersonId), e.PersonId] },
        CoHostDismissed e => state with { CoHosts = state.CoHosts.Remove(e.PersonId) },
        _ => null,
    };
}
