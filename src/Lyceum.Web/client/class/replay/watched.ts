import type { WatchedInterval } from "../log/events.generated";
import { addSpan, addSpans, withoutSpans, type Span } from "./intervals";
import type { Shelf } from "../../shared/shelf";

/**
 * What was watched of a replay. Spans wait on the device until the school has taken them; the school merges, so that
 * a burst sent twice counts once.
 */
export class Watched {
  private seen: Span[] = [];
  private unsent: Span[];
  private isSending = false;
  private last: number | null = null;

  constructor(private readonly name: string, private readonly shelf: Shelf) {
    this.unsent = read(shelf, name);
    this.seen = addSpans([], this.unsent);
  }

  /** Known to the school or only here: distinct, in order. */
  get spans(): readonly Span[] { return this.seen; }
  get hasUnsent() { return this.unsent.length > 0; }

  known(intervals: readonly WatchedInterval[]) {
    this.seen = addSpans(this.seen, intervals.map(i => [i.fromMs, i.untilMs] as const));
  }

  /** Time passed while it played: what lies between the last call and this position was watched. */
  reach(position: number) {
    if (this.last !== null && position > this.last) this.add([Math.floor(this.last), Math.floor(position)]);
    this.last = position;
  }

  /** A seek or a pause: what lies between was not watched. */
  lift() { this.last = null; }

  async flush(send: (intervals: WatchedInterval[]) => Promise<void>) {
    if (this.isSending || this.unsent.length === 0) return;
    const burst = this.unsent;
    this.isSending = true;
    try {
      await send(burst.map(([fromMs, untilMs]) => ({ fromMs, untilMs })));
      this.keep(withoutSpans(this.unsent, burst)); // It may have grown while it was under way.
    } catch {
      // No answer: the spans stay and go out with the next burst.
    } finally {
      this.isSending = false;
    }
  }

  private add(span: Span) {
    this.seen = addSpan(this.seen, span);
    this.keep(addSpan(this.unsent, span));
  }

  private keep(spans: Span[]) {
    this.unsent = spans;
    try {
      if (spans.length > 0) this.shelf.setItem(this.name, JSON.stringify(spans));
      else this.shelf.removeItem(this.name);
    } catch { /* A full or forbidden store: they still wait in memory. */ }
  }
}

function read(shelf: Shelf, name: string): Span[] {
  try {
    return JSON.parse(shelf.getItem(name) ?? "[]") as Span[];
  } catch {
    return [];
  }
}
