import type { Room } from "../room";
import { addSpan, type Span } from "../replay/intervals";

/** Less is a pause to think in. */
const shortestMs = 3_000;
/** So much of the silence stays at either end, so that no word is cut. */
const marginMs = 400;

/** Where nobody speaks, between the first and the last word. */
export function silencesOf(voices: Record<string, number[]>): Span[] {
  let spoken: Span[] = [];
  for (const stretches of Object.values(voices)) for (let i = 0; i + 1 < stretches.length; i += 2) spoken = addSpan(spoken, [stretches[i]!, stretches[i + 1]!]);
  return spoken.slice(1).flatMap(([from], i) => {
    const silence: Span = [spoken[i]![1] + marginMs, from - marginMs];
    return silence[1] - silence[0] >= shortestMs ? [silence] : [];
  });
}

/** Whoever replays a class may have its silences skipped. What was silent counts as seen: the playhead runs through it, at once. */
export class SilenceSkip {
  isOn = false;

  constructor(private readonly room: Room) {}

  /** Null where there is nothing to skip. */
  get choice() {
    const silent = silencesOf(this.room.tail.media.voices).reduce((sum, [from, to]) => sum + to - from, 0);
    return this.room.hasEnded && silent > 0 ? { on: this.isOn, savesMinutes: Math.floor(silent / 60_000) } : null;
  }

  follow() {
    const { playhead, hasEnded, tail } = this.room;
    if (!this.isOn || !hasEnded || !playhead.playing || playhead.following) return;
    const next = afterSilence(silencesOf(tail.media.voices), playhead.position);
    if (next !== null) playhead.seek(next);
  }
}

/** Where to go on from here, or null where somebody speaks. */
export const afterSilence = (silences: readonly Span[], at: number): number | null => silences.find(([from, to]) => at >= from && at < to - 250)?.[1] ?? null;
