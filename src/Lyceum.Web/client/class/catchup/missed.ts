import type { SeenEvent } from "../log/events.generated";
import type { Offset } from "../log/offset";
import type { Span } from "../replay/intervals";
import type { Room } from "../room";

/** Less is not worth a word: for whoever comes late, and for a line that was gone. */
const lateMs = 60_000;
const goneMs = 10_000;

/** How long somebody was away before they came in this time; from the start of the class for whoever was not there before. */
export function awayBefore(events: readonly SeenEvent[], me: string): Span {
  const here = new Set<string>();
  let [since, span]: [Offset, Span] = [0, [0, 0]];
  for (const { event: e, actorId, offsetMs } of events) {
    if (e.type === "roomResumed" && here.size > 0) {
      since = e.seenUntilMs;
      here.clear();
    }
    if (actorId !== me) continue;
    if (e.type === "joined") {
      if (here.size === 0) span = [since, Math.max(since, offsetMs)];
      here.add(e.connectionId);
    }
    if (e.type === "left" && here.delete(e.connectionId) && here.size === 0) since = offsetMs;
  }
  return span;
}

/** What this person has not seen of a class that goes on: its beginning, or what happened while the line was gone. */
export class Missed {
  private gap: Span | null = null;
  private lostAt: Offset | null = null;
  private isLateKnown = false;

  /** To be called whenever something changed. */
  follow(room: Room) {
    if (!room.isLive) {
      this.gap = null;
      return;
    }
    if (room.lineState === "reconnecting") this.lostAt ??= room.edge;
    if (room.lineState !== "open") return;
    if (this.lostAt !== null) {
      if (room.edge - this.lostAt >= goneMs) this.gap = [this.lostAt, room.edge];
      this.lostAt = null;
    }
    this.lookWhetherLate(room);
  }

  /** What can be caught up with; null while there is nothing, or this screen is behind already. */
  offer(room: Room): Span | null {
    return room.isLive && !room.leads && room.playhead.following && room.place === null ? this.gap : null;
  }

  dismiss() { this.gap = null; }

  /** The log tells it, once it is there from its beginning. */
  private lookWhetherLate({ timeline, setup }: Room) {
    if (this.isLateKnown || !timeline.all.some(e => e.event.type === "classStarted")) return;
    this.isLateKnown = true;
    const away = awayBefore(timeline.all, setup.personId);
    if (away[1] - away[0] >= lateMs) this.gap = away;
  }
}
