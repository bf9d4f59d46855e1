import type { PlannedBreakout } from "../log/events.generated";

export const fewestRooms = 2;
export const mostRooms = 20;

/** How people come into the rooms that are being made. */
export type Way = "chance" | "section" | "groups" | "choice";

export interface SectionPeople { name: string; people: string[] }

/** Everybody into one of the rooms, at random; no room has more than one more than another. */
export function dealt(names: readonly string[], people: readonly string[], chance: () => number = Math.random): PlannedBreakout[] {
  const shuffled = [...people];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return names.map((name, i) => ({ name, people: shuffled.filter((_, at) => at % names.length === i) }));
}

/** A room a section; whoever is in none is put where the fewest are. */
export const bySection = (sections: readonly SectionPeople[], people: readonly string[]): PlannedBreakout[] =>
  joined(sections.slice(0, mostRooms).map(({ name, people: members }) => ({ name, people: people.filter(person => members.includes(person)) })), people);

/** A room a group, for everybody in it, here or not; where there are too many, those of which somebody is here. Whoever is in none is put nowhere. */
export function byGroup(groups: readonly SectionPeople[], here: readonly string[]): PlannedBreakout[] {
  const filled = groups.length <= mostRooms ? groups : groups.filter(group => group.people.some(person => here.includes(person)));
  return filled.slice(0, mostRooms).map(({ name, people }) => ({ name, people: [...people] }));
}

/** Whoever came since goes where the fewest are; whoever left stays, for they may come back. */
export function joined(rooms: readonly PlannedBreakout[], people: readonly string[]): PlannedBreakout[] {
  const next = rooms.map(room => ({ ...room, people: [...room.people] }));
  if (next.length === 0) return next;
  for (const person of people)
    if (!next.some(room => room.people.includes(person))) next.reduce((fewest, room) => room.people.length < fewest.people.length ? room : fewest).people.push(person);
  return next;
}

/** Into the room with this index, out of every other; null is none. */
export const moved = (rooms: readonly PlannedBreakout[], person: string, to: number | null): PlannedBreakout[] =>
  rooms.map((room, i) => ({ ...room, people: i === to ? [...room.people.filter(p => p !== person), person] : room.people.filter(p => p !== person) }));

/** So many rooms; those who were in one that goes are spread over the rest. */
export function resized(rooms: readonly PlannedBreakout[], count: number, nameOf: (index: number) => string): PlannedBreakout[] {
  const wanted = Math.max(fewestRooms, Math.min(mostRooms, count));
  const kept = Array.from({ length: wanted }, (_, i) => rooms[i] ?? { name: nameOf(i), people: [] });
  return joined(kept, rooms.slice(wanted).flatMap(room => room.people));
}
