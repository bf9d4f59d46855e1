import { applyAll, emptyClass } from "./apply";
import type { ClassState, SeenEvent } from "./events.generated";
import type { Offset } from "./offset";

interface Checkpoint { index: number; state: ClassState }

const everyEvents = 200;

/**
 * The log ordered by where things belong on the timeline, so that what was added later stands where it was added,
 * and the state at any offset. Going forward applies what lies between; going back starts from the nearest checkpoint.
 */
export class Timeline {
  private events: SeenEvent[] = [];
  private outdated: SeenEvent[] = [];
  private checkpoints: Checkpoint[] = [{ index: 0, state: emptyClass }];
  private here: Checkpoint = this.checkpoints[0]!;

  get all(): readonly SeenEvent[] { return this.events; }

  add(more: readonly SeenEvent[]) {
    const known = new Set([...this.events, ...this.outdated].map(e => e.sequence));
    const fresh = more.filter(e => !known.has(e.sequence)).sort(byPlace);
    if (fresh.length === 0) return;
    const last = this.events.at(-1);
    if (last && byPlace(last, fresh[0]!) < 0 && !fresh.some(e => e.event.type === "pollResultsShown")) {
      this.events.push(...fresh);
      return;
    }
    this.events = this.withoutOutdated([...this.events, ...fresh].sort(byPlace));
    this.forgetAfter(fresh[0]!);
  }

  clear() {
    [this.events, this.outdated] = [[], []];
    this.checkpoints = [{ index: 0, state: emptyClass }];
    this.here = this.checkpoints[0]!;
  }

  /** Everything up to and with this offset. */
  at(offset: Offset): ClassState {
    const target = this.countUpTo(offset);
    let from = this.here.index <= target ? this.here : this.checkpoints[0]!;
    for (const point of this.checkpoints) if (point.index <= target && point.index > from.index) from = point;
    let { index, state } = from;
    while (index < target) {
      const next = Math.min(target, (Math.floor(index / everyEvents) + 1) * everyEvents);
      state = applyAll(state, this.events.slice(index, next));
      index = next;
      if (index % everyEvents === 0 && index > this.checkpoints.at(-1)!.index) this.checkpoints.push({ index, state });
    }
    this.here = { index, state };
    return state;
  }

  private countUpTo(offset: Offset): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.events[middle]!.offsetMs <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A result that was shown again, counted anew, holds from there on: one counted before that but placed behind it does not come back. */
  private withoutOutdated(events: SeenEvent[]): SeenEvent[] {
    const newest = new Map<number, number>();
    return events.filter(seen => {
      if (seen.event.type !== "pollResultsShown") return true;
      const isOutdated = seen.sequence < (newest.get(seen.event.pollId) ?? 0);
      if (isOutdated) this.outdated.push(seen);
      else newest.set(seen.event.pollId, seen.sequence);
      return !isOutdated;
    });
  }

  private forgetAfter(first: SeenEvent) {
    const index = this.countUpTo(first.offsetMs - 1);
    this.checkpoints = this.checkpoints.filter(point => point.index <= index);
    if (this.here.index > index) this.here = this.checkpoints.at(-1)!;
  }
}

const byPlace = (a: SeenEvent, b: SeenEvent) => a.offsetMs - b.offsetMs || a.sequence - b.sequence;
