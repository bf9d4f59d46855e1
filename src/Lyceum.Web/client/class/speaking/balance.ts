import type { ClassRole, ClassState } from "../log/events.generated";

export interface Spoken { id: string; name: string; ms: number; isStaff: boolean; isHere: boolean }

/** How long each person was heard until an offset, in the class and in its breakout rooms; the same as SpeakingTime in C#. */
export function spokenUntil(whole: ClassState, position: number): Map<string, number> {
  const spoken = new Map<string, number>();
  for (const voices of [whole.media.voices, ...whole.breakouts.rooms.map(room => room.inside?.media.voices ?? {})])
    for (const [id, stretches] of Object.entries(voices)) spoken.set(id, (spoken.get(id) ?? 0) + lengthUntil(stretches, position));
  return spoken;
}

function lengthUntil(stretches: readonly number[], position: number): number {
  let sum = 0;
  for (let i = 0; i + 1 < stretches.length && stretches[i]! < position; i += 2) sum += Math.min(stretches[i + 1]!, position) - stretches[i]!;
  return sum;
}

const isStaff = (role: ClassRole) => role === "instructor" || role === "assistant";

/** Everybody who is there or was heard, whoever spoke longest first; observers only watch. */
export function balance(whole: ClassState, position: number): Spoken[] {
  const spoken = spokenUntil(whole, position);
  return Object.entries(whole.people)
    .filter(([id, person]) => person.role !== "observer" && (person.connections.length > 0 || (spoken.get(id) ?? 0) > 0))
    .map(([id, { name, role, connections }]) => ({ id, name, ms: spoken.get(id) ?? 0, isStaff: isStaff(role), isHere: connections.length > 0 }))
    .sort((a, b) => b.ms - a.ms || a.name.localeCompare(b.name));
}

export const totalOf = (people: readonly Spoken[]) => people.reduce((sum, one) => sum + one.ms, 0);

/** Whole percent of a whole; of nothing it is nothing. */
export const percentOf = (part: number, whole: number) => whole === 0 ? 0 : Math.round(part * 100 / whole);
