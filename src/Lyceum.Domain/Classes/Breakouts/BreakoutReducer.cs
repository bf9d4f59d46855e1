using System.Collections.Immutable;

namespace Lyceum.Domain.Classes;

/// <summary>Apply, for breakout rooms; the browser has the same in client/class/breakouts/apply.ts.</summary>
internal static class BreakoutReducer
{
    /// <summary>A room in which nothing has happened yet: those in it may show their screens to each other.</summary>
    public static ClassState Fresh { get; } = ClassState.Empty with { Media = RoomMedia.Empty with { Denied = [] }, Board = RoomBoard.OfBreakout };

    public static ClassState? ApplyToBreakouts(this ClassState state, SeenEvent seen) => seen.Event switch
    {
        InBreakout e => state.WithRoom(e.Room, room => room with { Inside = (room.Inside ?? Fresh).Apply(seen with { Event = e.Event }) }),
        PeopleWent e => state with { Media = state.Media.Without(e.People), Hands = state.Hands.RemoveAll(h => e.People.Contains(h.PersonId)) },
        BreakoutEntered { Room: not null } e => state with
        {
            Breakouts = state.Breakouts.Apply(seen)!,
            Media = state.Media.Without(e.People),
            Hands = state.Hands.RemoveAll(h => e.People.Contains(h.PersonId)),
        },
        _ => state.Breakouts.Apply(seen) is { } breakouts ? state with { Breakouts = breakouts } : null,
    };

    private static Breakouts? Apply(this Breakouts breakouts, SeenEvent seen) => seen.Event switch
    {
        BreakoutsOpened e => breakouts with
        {
            Rooms = breakouts.Rooms.AddRange(e.Rooms.Select(room => new BreakoutRoom(room.Id, room.Name, seen.OffsetMs))),
            Assigned = e.Rooms.SelectMany(room => room.People.Select(person => KeyValuePair.Create(person, room.Id))).ToImmutableDictionary(),
            TheyChoose = e.TheyChoose,
            EndsMs = e.EndsMs,
        },
        BreakoutAssigned e => breakouts with { Assigned = breakouts.Assigned.With(e.Room, e.People) },
        BreakoutEntered e => breakouts with
        {
            Places = breakouts.Places.With(e.Room, e.People),
            Rooms = [.. breakouts.Rooms.Select(room => room.Id == e.Room ? room with { Visitors = [.. room.Visitors, .. e.People.Except(room.Visitors)] } : room)],
        },
        HelpCalled e => breakouts.With(e.Room, room => room with { Help = new(seen.ActorId ?? Guid.Empty, seen.OffsetMs) }),
        HelpAnswered e => breakouts.With(e.Room, room => room with { Help = null }),
        BreakoutsTold e => breakouts with { Said = breakouts.Said.Add(new(seen.Sequence, seen.OffsetMs, e.Text)) },
        BreakoutsRecalled e => breakouts with { BackMs = e.BackMs },
        BreakoutsExtended e => breakouts with { EndsMs = e.EndsMs, BackMs = null },
        BreakoutsClosed => Breakouts.None with { Rooms = [.. breakouts.Rooms.Select(room => room with { ClosedMs = room.ClosedMs ?? seen.OffsetMs })], Said = breakouts.Said },
        _ => null,
    };

    private static ClassState WithRoom(this ClassState state, int id, Func<BreakoutRoom, BreakoutRoom> change) => state with { Breakouts = state.Breakouts.With(id, change) };

    private static Breakouts With(this Breakouts breakouts, int id, Func<BreakoutRoom, BreakoutRoom> change) =>
        breakouts with { Rooms = [.. breakouts.Rooms.Select(room => room.Id == id ? change(room) : room)] };

    private static ImmutableDictionary<Guid, int> With(this ImmutableDictionary<Guid, int> map, int? room, ImmutableArray<Guid> people) =>
        room is { } id ? map.SetItems(people.Select(person => KeyValuePair.Create(person, id))) : map.RemoveRange(people);

    private static RoomMedia Without(this RoomMedia media, ImmutableArray<Guid> people) => media with { On = media.On.RemoveRange(people) };
}
