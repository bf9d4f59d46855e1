import type { Breakouts, BreakoutRoom, ClassState, SeenEvent } from "../log/events.generated";

export const noBreakouts: Breakouts = { rooms: [], places: {}, assigned: {}, theyChoose: false, endsMs: null, backMs: null, said: [] };

type Apply = (state: ClassState, seen: SeenEvent) => ClassState;

/** The same rules as BreakoutReducer in C#. What happened in a room is applied, by the class's own rules, to the room. */
export function applyBreakouts(state: ClassState, seen: SeenEvent, fresh: ClassState, apply: Apply): ClassState | null {
  const { event: e } = seen;
  switch (e.type) {
    case "inBreakout": return withRoom(state, e.room, room => ({ ...room, inside: apply(room.inside ?? fresh, { ...seen, event: e.event }) }));
    case "peopleWent": return withoutPeople(state, e.people);
    case "breakoutEntered": {
      const breakouts = entered(state.breakouts, e.room, e.people);
      return e.room === null ? { ...state, breakouts } : withoutPeople({ ...state, breakouts }, e.people);
    }
    default: {
      const breakouts = applied(state.breakouts, seen);
      return breakouts && { ...state, breakouts };
    }
  }
}

function applied(breakouts: Breakouts, { event: e, actorId, offsetMs, sequence }: SeenEvent): Breakouts | null {
  const help = (id: number, call: BreakoutRoom["help"]) => ({ ...breakouts, rooms: breakouts.rooms.map(room => room.id === id ? { ...room, help: call } : room) });
  switch (e.type) {
    case "breakoutsOpened": return {
      ...breakouts, theyChoose: e.theyChoose, endsMs: e.endsMs,
      rooms: [...breakouts.rooms, ...e.rooms.map(({ id, name }) => ({ id, name, openedMs: offsetMs, closedMs: null, help: null, visitors: [], inside: null }))],
      assigned: Object.fromEntries(e.rooms.flatMap(room => room.people.map(person => [person, room.id]))),
    };
    case "breakoutAssigned": return { ...breakouts, assigned: placed(breakouts.assigned, e.room, e.people) };
    case "helpCalled": return help(e.room, { personId: actorId ?? "", offsetMs });
    case "helpAnswered": return help(e.room, null);
    case "breakoutsTold": return { ...breakouts, said: [...breakouts.said, { id: sequence, offsetMs, text: e.text }] };
    case "breakoutsRecalled": return { ...breakouts, backMs: e.backMs };
    case "breakoutsExtended": return { ...breakouts, endsMs: e.endsMs, backMs: null };
    case "breakoutsClosed": return { ...noBreakouts, said: breakouts.said, rooms: breakouts.rooms.map(room => ({ ...room, closedMs: room.closedMs ?? offsetMs })) };
    default: return null;
  }
}

const entered = (breakouts: Breakouts, id: number | null, people: string[]): Breakouts => ({
  ...breakouts, places: placed(breakouts.places, id, people),
  rooms: breakouts.rooms.map(room => room.id === id ? { ...room, visitors: [...room.visitors, ...people.filter(person => !room.visitors.includes(person))] } : room),
});

function placed(map: Record<string, number>, room: number | null, people: string[]): Record<string, number> {
  const others = Object.fromEntries(Object.entries(map).filter(([person]) => !people.includes(person)));
  return room === null ? others : { ...others, ...Object.fromEntries(people.map(person => [person, room])) };
}

const withRoom = (state: ClassState, id: number, change: (room: BreakoutRoom) => BreakoutRoom): ClassState =>
  ({ ...state, breakouts: { ...state.breakouts, rooms: state.breakouts.rooms.map(room => room.id === id ? change(room) : room) } });

const withoutPeople = (state: ClassState, people: string[]): ClassState => ({
  ...state, hands: state.hands.filter(hand => !people.includes(hand.personId)),
  media: { ...state.media, on: Object.fromEntries(Object.entries(state.media.on).filter(([person]) => !people.includes(person))) },
});
