using System.Collections.Immutable;
using NodaTime;
using static Lyceum.Domain.Classes.ClassRules;

namespace Lyceum.Domain.Classes;

/// <summary>Who goes into which room, for how long, and who is told.</summary>
public static class BreakoutRules
{
    public const long CountdownMs = 30_000;
    private const int Most = 20, LongestName = 40, LongestLine = 500, LongestMinutes = 240, MostMoved = 2000;

    public static int? PlaceOf(this ClassState state, Guid personId) => state.Breakouts.Places.TryGetValue(personId, out var room) ? room : null;

    public static bool AreBreakoutsOpen(this ClassState state) => OpenRooms(state).Any();

    /// <summary>A room as a class of its own: what happened in it, who of the class is in it, and the class's slides until it shows its own.</summary>
    public static ClassState Within(this ClassState state, BreakoutRoom room)
    {
        var inside = room.Inside ?? BreakoutReducer.Fresh;
        return inside with
        {
            Sequence = state.Sequence,
            Phase = room.ClosedMs is null ? state.Phase : ClassPhase.Ended,
            Title = room.Name,
            PlannedStart = state.PlannedStart,
            PlannedEnd = state.PlannedEnd,
            StartedAt = state.StartedAt,
            EndedAt = state.EndedAt,
            People = state.People.ToImmutableDictionary(p => p.Key, p => state.PlaceOf(p.Key) == room.Id ? p.Value : p.Value with { Connections = [] }),
            CoHosts = state.CoHosts,
            Deck = inside.Deck ?? state.Deck,
            Breakouts = state.Breakouts,
        };
    }

    /// <summary>The class's own room is null; null for a room that is not there.</summary>
    public static ClassState? Within(this ClassState state, int? room) =>
        room is not { } id ? state : state.Breakouts.Rooms.FirstOrDefault(r => r.Id == id) is { } found ? state.Within(found) : null;

    /// <summary>Those in the room, and whoever is a co-host just now; staff see everything anyhow.</summary>
    public static Audience AudienceOf(ClassState state, int room) =>
        Audience.Only(state.Breakouts.Places.Where(p => p.Value == room).Select(p => p.Key).Concat(state.CoHosts));

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ClassCommand command, ClassActor who, Instant now) => command switch
    {
        OpenBreakouts c => Open(state, c, state.OffsetAt(now)),
        _ when command is not (MoveToBreakout or EnterBreakout or CallForHelp or AnswerHelp or TellBreakouts or RecallBreakouts or ExtendBreakouts) => NotHere,
        _ when !state.AreBreakoutsOpen() => BreakoutRefusals.NotOpen,
        MoveToBreakout c => Move(state, c),
        EnterBreakout c => Enter(state, c.Room, who),
        CallForHelp => state.PlaceOf(who.PersonId) is { } room ? Help(state, room, new HelpCalled(room), calls: true) : BreakoutRefusals.InNoRoom,
        AnswerHelp c => Help(state, c.Room, new HelpAnswered(c.Room), calls: false),
        TellBreakouts c => Text(c.Text, LongestLine).Match(text => Happened(new BreakoutsTold(text)), refusal => refusal),
        RecallBreakouts => state.Breakouts.BackMs is null ? Happened(new BreakoutsRecalled(state.OffsetAt(now) + CountdownMs)) : Nothing,
        ExtendBreakouts c when c.Minutes is < 1 or > LongestMinutes => BreakoutRefusals.BadTime,
        ExtendBreakouts c => Happened(new BreakoutsExtended(Math.Max(state.Breakouts.EndsMs ?? 0, state.OffsetAt(now)) + c.Minutes * 60_000L)),
        _ => NotHere,
    };

    internal static Outcome<ImmutableArray<DecidedEvent>>? Decide(ClassState state, ServerCommand command, Instant now)
    {
        if (command is not KeepBreakoutTime) return NotHere;
        var offset = state.OffsetAt(now);
        if (!state.AreBreakoutsOpen()) return Nothing;
        if (state.Breakouts.BackMs is { } back) return offset >= back ? Happened(new BreakoutsClosed()) : Nothing;
        return offset >= state.Breakouts.EndsMs ? Happened(new BreakoutsRecalled(offset + CountdownMs)) : Nothing;
    }

    internal static IEnumerable<DecidedEvent> ClosedAtTheEnd(ClassState state) => state.AreBreakoutsOpen() ? [ForAll(new BreakoutsClosed())] : [];

    private static IEnumerable<BreakoutRoom> OpenRooms(ClassState state) => state.Breakouts.Rooms.Where(room => room.ClosedMs is null);

    private static BreakoutRoom? FindOpen(ClassState state, int id) => OpenRooms(state).FirstOrDefault(room => room.Id == id);

    private static bool IsHere(ClassState state, Guid person) => state.People.TryGetValue(person, out var known) && known.Connections.Length > 0;

    private static Outcome<ImmutableArray<DecidedEvent>> Open(ClassState state, OpenBreakouts command, long offset)
    {
        if (state.Phase != ClassPhase.Live) return ClassRefusals.NotStarted;
        if (state.AreBreakoutsOpen()) return BreakoutRefusals.AreOpen;
        if (command.Rooms.Length is < 2 or > Most) return BreakoutRefusals.HowMany;
        if (command.Minutes is < 1 or > LongestMinutes) return BreakoutRefusals.BadTime;
        var names = command.Rooms.Select(room => Text(room.Name, LongestName)).ToArray();
        if (names.FirstOrDefault(name => name.IsRefused) is { IsRefused: true } refused) return refused.Refusal;
        var people = command.TheyChoose ? [] : command.Rooms.SelectMany(room => room.People).ToArray();
        if (people.Distinct().Count() != people.Length) return BreakoutRefusals.Twice;
        var known = state.Breakouts.Rooms.Length;
        ImmutableArray<OpenedBreakout> rooms = [.. command.Rooms.Select((room, i) => new OpenedBreakout(known + i + 1, names[i].Value, command.TheyChoose ? [] : room.People))];
        return Happened(
        [
            ForAll(new BreakoutsOpened(rooms, command.TheyChoose, command.Minutes is { } minutes ? offset + minutes * 60_000L : null)),
            .. rooms.Select(room => (room.Id, People: room.People.Where(person => IsHere(state, person)).ToImmutableArray()))
                .Where(room => room.People.Length > 0).Select(room => ForAll(new BreakoutEntered(room.Id, room.People))),
        ]);
    }

    private static Outcome<ImmutableArray<DecidedEvent>> Move(ClassState state, MoveToBreakout command)
    {
        if (command.Room is { } id && FindOpen(state, id) is null) return BreakoutRefusals.NoSuchRoom;
        if (command.People.Length > MostMoved) return MediaRules.NotHere;
        ImmutableArray<Guid> people = [.. command.People.Distinct().Where(state.People.ContainsKey)];
        if (people.IsEmpty) return MediaRules.NotHere;
        ImmutableArray<Guid> going = [.. people.Where(person => state.PlaceOf(person) != command.Room && IsHere(state, person))];
        return Happened([ForAll(new BreakoutAssigned(command.Room, people)), .. Entered(state, command.Room, going)]);
    }

    private static Outcome<ImmutableArray<DecidedEvent>> Enter(ClassState state, int? room, ClassActor who)
    {
        if (state.PlaceOf(who.PersonId) == room) return Nothing;
        if (room is not { } id) return Happened([.. Entered(state, null, [who.PersonId])]);
        if (FindOpen(state, id) is not { } found) return BreakoutRefusals.NoSuchRoom;
        var entered = Entered(state, id, [who.PersonId]);
        if (state.Leads(who)) return Happened([.. entered, .. found.Help is null ? [] : new[] { new DecidedEvent(AudienceOf(state, id), new HelpAnswered(id)) }]);
        if (state.Breakouts.TheyChoose) return Happened([ForAll(new BreakoutAssigned(id, [who.PersonId])), .. entered]);
        return state.Breakouts.Assigned.TryGetValue(who.PersonId, out var own) && own == id ? Happened([.. entered]) : BreakoutRefusals.NotYourRoom;
    }

    // Whoever leaves a room turns nothing off themselves: in there they are gone.
    private static IEnumerable<DecidedEvent> Entered(ClassState state, int? room, ImmutableArray<Guid> people)
    {
        foreach (var left in people.Where(person => state.PlaceOf(person) is not null).GroupBy(person => state.PlaceOf(person)!.Value))
            yield return BreakoutLog.Went(state, left.Key, [.. left]);
        if (people.Length > 0) yield return ForAll(new BreakoutEntered(room, people));
    }

    private static Outcome<ImmutableArray<DecidedEvent>> Help(ClassState state, int id, ClassEvent happened, bool calls) =>
        FindOpen(state, id) is not { } room ? BreakoutRefusals.NoSuchRoom
        : room.Help is null != calls ? Nothing
        : Happened(new DecidedEvent(AudienceOf(state, id), happened));
}
