using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>The breakout rooms of a class and who is in which. Everything stands on the class's one timeline.</summary>
public sealed record Breakouts
{
    public static Breakouts None { get; } = new();

    /// <summary>All that were ever opened, by id; those that stand open have no end.</summary>
    public ImmutableArray<BreakoutRoom> Rooms { get; init; } = [];
    /// <summary>Where each person is who is not in the class's own room.</summary>
    public ImmutableDictionary<Guid, int> Places { get; init; } = ImmutableDictionary<Guid, int>.Empty;
    /// <summary>Where each person belongs while the rooms are open, whether there or not.</summary>
    public ImmutableDictionary<Guid, int> Assigned { get; init; } = ImmutableDictionary<Guid, int>.Empty;
    /// <summary>Everybody goes where they like.</summary>
    public bool TheyChoose { get; init; }
    /// <summary>When the time of the rooms is over; null when they have none.</summary>
    public long? EndsMs { get; init; }
    /// <summary>When everybody is brought back, once they were called.</summary>
    public long? BackMs { get; init; }
    /// <summary>What was said to all rooms.</summary>
    public ImmutableArray<BreakoutLine> Said { get; init; } = [];
}

/// <summary>Ids count from 1 through the whole class, over every time that rooms were opened.</summary>
public sealed record BreakoutRoom(int Id, string Name, long OpenedMs)
{
    public long? ClosedMs { get; init; }
    public HelpCall? Help { get; init; }
    /// <summary>Everybody who was ever in it, in the order in which they came.</summary>
    public ImmutableArray<Guid> Visitors { get; init; } = [];
    /// <summary>What happened in it, as far as one may see it; made whole by BreakoutRules.Within.</summary>
    public ClassState? Inside { get; init; }
}

public sealed record HelpCall(Guid PersonId, long OffsetMs);

public sealed record BreakoutLine(long Id, long OffsetMs, string Text);

/// <summary>A room to be opened, and who belongs into it.</summary>
public sealed record PlannedBreakout(string Name, ImmutableArray<Guid> People);

/// <summary>Opens the rooms and brings those who are there into theirs; with <paramref name="TheyChoose"/> everybody goes where they like. <paramref name="Minutes"/> is null for no timer.</summary>
public sealed record OpenBreakouts(ImmutableArray<PlannedBreakout> Rooms, bool TheyChoose = false, int? Minutes = null) : ClassCommand;

/// <summary>Where these people belong from now on, and are if they are here; null is the class's own room.</summary>
public sealed record MoveToBreakout(ImmutableArray<Guid> People, int? Room) : ClassCommand;

/// <summary>One goes oneself: into the room where one belongs, or back to the class. Whoever leads visits any.</summary>
public sealed record EnterBreakout(int? Room) : ClassCommand;

/// <summary>Asks whoever leads to come into the room that one is in.</summary>
public sealed record CallForHelp : ClassCommand;

public sealed record AnswerHelp(int Room) : ClassCommand;

public sealed record TellBreakouts(string Text) : ClassCommand;

/// <summary>Everybody is brought back in half a minute.</summary>
public sealed record RecallBreakouts : ClassCommand;

/// <summary>More time; who was called back stays.</summary>
public sealed record ExtendBreakouts(int Minutes) : ClassCommand;

/// <summary>Done in a breakout room, by somebody who is there.</summary>
public sealed record DoInBreakout(int Room, ClassCommand Command) : ClassCommand;

/// <summary>When the time of the rooms is over, they are called back; when they were called, the rooms close.</summary>
public sealed record KeepBreakoutTime : ServerCommand;

/// <param name="Id">Of the room.</param>
/// <param name="Name">Of the room.</param>
/// <param name="People">Who belongs into it.</param>
public sealed record OpenedBreakout(int Id, string Name, ImmutableArray<Guid> People);

public sealed record BreakoutsOpened(ImmutableArray<OpenedBreakout> Rooms, bool TheyChoose, long? EndsMs) : ClassEvent;

/// <summary>Where they belong from now on; null is the class's own room.</summary>
public sealed record BreakoutAssigned(int? Room, ImmutableArray<Guid> People) : ClassEvent;

/// <summary>Where they are from now on; null is the class's own room.</summary>
public sealed record BreakoutEntered(int? Room, ImmutableArray<Guid> People) : ClassEvent;

/// <summary>For those in the room, staff and co-hosts, as <see cref="HelpAnswered"/> is.</summary>
public sealed record HelpCalled(int Room) : ClassEvent;

public sealed record HelpAnswered(int Room) : ClassEvent;

public sealed record BreakoutsTold(string Text) : ClassEvent;

/// <summary>Everybody is brought back at this offset.</summary>
public sealed record BreakoutsRecalled(long BackMs) : ClassEvent;

public sealed record BreakoutsExtended(long EndsMs) : ClassEvent;

/// <summary>Everybody is back in the class's own room.</summary>
public sealed record BreakoutsClosed : ClassEvent;

/// <summary>Happened in a breakout room: for those who were in it, and whoever leads the class.</summary>
public sealed record InBreakout(int Room, ClassEvent Event) : ClassEvent;

/// <summary>In a breakout room: they are in it no more, or their line is gone. Nothing of theirs is on, no hand of theirs is up.</summary>
public sealed record PeopleWent(ImmutableArray<Guid> People) : ClassEvent;
