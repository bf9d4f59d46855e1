import type { SeenEvent } from "../log/events.generated";
import type { Offset } from "../log/offset";
import { lengthOf, withoutSpans, type Span } from "../replay/intervals";
import { t } from "../words";

/** What was taken out of a replay: whoever watches goes on behind it. Staff do so only while they look at it as students do. */
export class Cuts {
  spans: Span[] = [];
  /** What staff have marked to take out; not cut yet. */
  marked: Span | null = null;

  constructor(public skips: boolean) {}

  /** The place itself, or where one goes on; before a cut that reaches the end there is nothing to go on to. */
  place(at: Offset, edge: Offset): Offset {
    const cut = this.skips ? this.all.find(([from, to]) => at >= from && at < Math.max(to, from + 1)) : undefined;
    return !cut ? at : cut[1] >= edge ? cut[0] : cut[1];
  }

  private get all() { return this.marked ? [...this.spans, this.marked] : this.spans; }
}

/** How much counts as seen, as the school counts it: the share of what is left, or of the whole where that is more. */
export function seenOf(seen: readonly Span[], cuts: readonly Span[], edge: Offset): number {
  const left = edge - lengthOf(cuts);
  return left <= 0 ? lengthOf(seen) : Math.max(lengthOf(seen), lengthOf(withoutSpans(seen, cuts)) * edge / left);
}

/** Whoever asked not to be named is one of the students. */
export const withNames = (events: readonly SeenEvent[]): readonly SeenEvent[] =>
  events.map(seen => seen.event.type === "introduced" && seen.event.name === "" ? { ...seen, event: { ...seen.event, name: t("A student") } } : seen);
