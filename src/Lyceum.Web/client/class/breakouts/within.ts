import { freshBreakout } from "../log/apply";
import type { BreakoutRoom, ClassCommand, ClassState, RecordedTrack, SeenEvent } from "../log/events.generated";

/** A breakout room by its id, or null for the class's own room. */
export type Place = number | null;

export const openRooms = (state: ClassState) => state.breakouts.rooms.filter(room => room.closedMs === null);

export const roomIn = (state: ClassState, id: Place) => state.breakouts.rooms.find(room => room.id === id) ?? null;

export const placeOf = (state: ClassState, person: string): Place => state.breakouts.places[person] ?? null;

/** The class as it is in one of its rooms; in its own room those are away who are in a breakout room. */
export function within(state: ClassState, place: Place): ClassState {
  const room = roomIn(state, place);
  if (room) return inside(state, room);
  return Object.keys(state.breakouts.places).length === 0 ? state : { ...state, people: peopleAt(state, null) };
}

/** The same rules as BreakoutRules.Within in C#. */
function inside(state: ClassState, room: BreakoutRoom): ClassState {
  const own = room.inside ?? freshBreakout;
  return {
    ...own, sequence: state.sequence, phase: room.closedMs === null ? state.phase : "ended", title: room.name, people: peopleAt(state, room.id),
    plannedStart: state.plannedStart, plannedEnd: state.plannedEnd, startedAt: state.startedAt, endedAt: state.endedAt, coHosts: state.coHosts,
    deck: own.deck ?? state.deck, breakouts: state.breakouts, media: { ...own.media, tracks: own.media.tracks.map(track => closed(track, room)) },
  };
}

/** A recording whose end nobody saw goes on no longer than its room. */
const closed = (track: RecordedTrack, room: BreakoutRoom): RecordedTrack =>
  track.lengthMs === null && room.closedMs !== null ? { ...track, lengthMs: Math.max(0, room.closedMs - track.startMs) } : track;

const peopleAt = (state: ClassState, place: Place): ClassState["people"] =>
  Object.fromEntries(Object.entries(state.people).map(([id, person]) => [id, placeOf(state, id) === place ? person : { ...person, connections: [] }]));

/** Keeps what it last made, for as long as it would make the same. */
export function keptWithin(): typeof within {
  let [from, at, made]: [ClassState | null, Place, ClassState | null] = [null, null, null];
  return (state, place) => {
    if (state !== from || place !== at || !made) [from, at, made] = [state, place, within(state, place)];
    return made;
  };
}

/** The same as in BreakoutLog in C#: a test compares them. */
export const ofTheClass: ReadonlySet<ClassCommand["type"]> = new Set<ClassCommand["type"]>([
  "startClass", "endClass", "keepDoor", "letIn", "sendAway", "nameCoHost", "dismissCoHost", "markLost", "startChapter", "withdrawCheckpoint", "startSlot", "endSlot", "captionByMachine",
  "openBreakouts", "moveToBreakout", "enterBreakout", "callForHelp", "answerHelp", "tellBreakouts", "recallBreakouts", "extendBreakouts", "doInBreakout",
]);

/** As it is sent by somebody who is there. */
export const doneIn = (place: Place, command: ClassCommand): ClassCommand => place === null || ofTheClass.has(command.type) ? command : { type: "doInBreakout", room: place, command };

export const bare = (command: ClassCommand): ClassCommand => command.type === "doInBreakout" ? command.command : command;

const toldEverywhere: ReadonlySet<SeenEvent["event"]["type"]> = new Set<SeenEvent["event"]["type"]>([
  "classEnded", "knocked", "coHostNamed", "coHostDismissed", "breakoutsOpened", "breakoutEntered", "breakoutsTold", "breakoutsRecalled", "breakoutsExtended", "breakoutsClosed", "helpCalled", "helpAnswered",
]);

/** What of these events somebody hears of who is there. */
export const heardAt = (place: Place, events: readonly SeenEvent[]): SeenEvent[] => events.flatMap(seen => {
  if (seen.event.type === "inBreakout") return seen.event.room === place ? [{ ...seen, event: seen.event.event }] : [];
  return place === null || toldEverywhere.has(seen.event.type) ? [seen] : [];
});
