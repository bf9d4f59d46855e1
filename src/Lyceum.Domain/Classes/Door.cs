using System.Collections.Immutable;
using NodaTime;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Who may come in while the class is held. Staff always may, and whoever was in and was not sent away.</summary>
public sealed record RoomDoor
{
    public static RoomDoor Open { get; } = new();

    /// <summary>Nobody new comes in.</summary>
    public bool IsLocked { get; init; }
    /// <summary>Whoever comes waits until they are let in.</summary>
    public bool IsKept { get; init; }
    public ImmutableArray<Guid> LetIn { get; init; } = [];
    public ImmutableArray<Guid> SentAway { get; init; } = [];
    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<WaitingPerson> Waiting { get; init; } = [];
}

/// <summary><paramref name="At"/> is when they last knocked; whoever waits knocks again and again.</summary>
public sealed record WaitingPerson(Guid PersonId, string Name, Guid? SectionId, Instant At);

/// <summary>Locks the room, or has people wait until they are let in.</summary>
public sealed record KeepDoor(bool IsLocked, bool IsKept) : ClassCommand;

/// <summary>Those who wait, or who were sent away and may come back.</summary>
public sealed record LetIn(ImmutableArray<Guid> People) : ClassCommand;

/// <summary>Out of the room, and not in again unless let in.</summary>
public sealed record SendAway(Guid PersonId) : ClassCommand;

/// <summary>Somebody stands before a kept door.</summary>
public sealed record Knock(Guid? SectionId) : ServerCommand;

public sealed record DoorKept(bool IsLocked, bool IsKept) : ClassEvent;

/// <summary>For staff and co-hosts, like all that follows: the actor waits to be let in.</summary>
public sealed record Knocked(string Name, Guid? SectionId) : ClassEvent;

public sealed record PeopleLetIn(ImmutableArray<Guid> People) : ClassEvent;

public sealed record PersonSentAway(Guid PersonId) : ClassEvent;

/// <summary>The door of the room.</summary>
public static class DoorRules
{
    private const int MostAtOnce = 2000;
    private static readonly Duration KnocksApart = Duration.FromSeconds(20);

    public static Refusal WaitToBeLetIn { get; } = Refusal.Conflict("The host lets people in. Wait here: you come in by yourself.");
    public static Refusal Locked { get; } = Refusal.Conflict("The room is locked. You come in by yourself when it is opened.");
    public static Refusal WasSentAway { get; } = Refusal.Forbidden("You were removed from this class. The replay is there afterwards.");
    public static Refusal NoStaffAway { get; } = Refusal.Forbidden("The staff of the course cannot be removed from its class.");

    /// <summary>Why this person may not come in now; null = come in.</summary>
    public static Refusal? KeepsOut(this ClassState state, ClassActor who)
    {
        if (state.Leads(who) || state.Phase == ClassPhase.Ended) return null;
        if (state.Door.SentAway.Contains(who.PersonId)) return WasSentAway;
        if (state.HasToKnock(who)) return WaitToBeLetIn;
        if (state.Door.LetIn.Contains(who.PersonId) || state.People.ContainsKey(who.PersonId)) return null;
        return state.Door.IsLocked ? Locked : state.Door.IsKept ? WaitToBeLetIn : null;
    }

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who) => command switch
    {
        KeepDoor c => state.Door.IsLocked == c.IsLocked && state.Door.IsKept == c.IsKept ? Nothing : Happened(new DoorKept(c.IsLocked, c.IsKept)),
        LetIn c when c.People.Length > MostAtOnce => MediaRules.NotHere,
        LetIn c => ForStaff(new PeopleLetIn([.. c.People.Distinct().Where(id => state.Door.SentAway.Contains(id) || state.Door.Waiting.Any(w => w.PersonId == id))])),
        SendAway c when !state.People.ContainsKey(c.PersonId) && state.Door.Waiting.All(w => w.PersonId != c.PersonId) => MediaRules.NotHere,
        SendAway c when state.People.TryGetValue(c.PersonId, out var person) && person.Role is ClassRole.Instructor or ClassRole.Assistant => NoStaffAway,
        SendAway c when state.CoHosts.Contains(c.PersonId) && !who.IsStaff => NoStaffAway,
        SendAway c when state.Door.SentAway.Contains(c.PersonId) => Nothing,
        SendAway c => Happened([.. state.CoHosts.Where(id => id == c.PersonId).Select(id => ForAll(new CoHostDismissed(id))), new DecidedEvent(Audience.Hosts, new PersonSentAway(c.PersonId))]),
        _ => ClassRules.NotHere,
    };

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ServerCommand command, ClassActor? who, Instant now)
    {
        if (command is not Knock knock || who is null) return ClassRules.NotHere;
        var known = state.Door.Waiting.FirstOrDefault(w => w.PersonId == who.PersonId);
        return known is not null && now - known.At < KnocksApart ? Nothing : Happened(new DecidedEvent(Audience.Hosts, new Knocked(who.Name, knock.SectionId)));
    }

    internal static RoomDoor? Apply(this RoomDoor door, SeenEvent seen, Guid actor) => seen.Event switch
    {
        DoorKept e => door with { IsLocked = e.IsLocked, IsKept = e.IsKept, Waiting = e.IsKept ? door.Waiting : [] },
        Knocked e => door with { Waiting = door.Waiting.Any(w => w.PersonId == actor) ? [.. door.Waiting.Select(w => w.PersonId == actor ? w with { At = seen.At } : w)] : door.Waiting.Add(new(actor, e.Name, e.SectionId, seen.At)) },
        PeopleLetIn e => door with
        {
            LetIn = [.. door.LetIn.Except(e.People), .. e.People],
            SentAway = [.. door.SentAway.Except(e.People)],
            Waiting = [.. door.Waiting.Where(w => !e.People.Contains(w.PersonId))],
        },
        PersonSentAway e => door with { SentAway = [.. door.SentAway, e.PersonId], LetIn = door.LetIn.Remove(e.PersonId), Waiting = [.. door.Waiting.Where(w => w.PersonId != e.PersonId)] },
        _ => null,
    };

    private static Outcome<ImmutableArray<DecidedEvent>> ForStaff(PeopleLetIn letIn) => letIn.People.IsEmpty ? Nothing : Happened(new DecidedEvent(Audience.Hosts, letIn));
}
