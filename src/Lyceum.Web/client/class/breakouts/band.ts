import { html, nothing } from "lit";
import type { BreakoutRoom } from "../log/events.generated";
import type { Offset } from "../log/offset";
import type { RoomView } from "../view";
import { t } from "../words";
import { roomsToVisit } from "./bar";

/** On the strip: the stretches in which breakout rooms were open, each a way there, and in a replay into one's own. */
export function breakoutBands(view: RoomView, from: Offset, to: Offset, place: (at: Offset) => number) {
  const { room } = view;
  const sets = new Map<Offset, BreakoutRoom[]>();
  for (const one of room.whole.breakouts.rooms) sets.set(one.openedMs, [...sets.get(one.openedMs) ?? [], one]);
  return [...sets].map(([opened, rooms]) => {
    const until = rooms[0]!.closedMs ?? room.edge;
    if (until < from || opened > to) return nothing;
    const at = Math.max(0, place(opened));
    const mine = roomsToVisit(view).filter(one => rooms.includes(one));
    const name = t("Breakout rooms: {0}", rooms.map(one => one.name).join(", "));
    return html`<button type="button" tabindex="-1" class="breakout-band" style="--at:${at};--span:${Math.max(.004, Math.min(1, place(until)) - at)}" title=${name} aria-label=${name}
      ?data-inside=${rooms.some(one => one.id === room.place)} @click=${() => { if (room.hasEnded && mine.length === 1) room.visit(mine[0]!.id); else room.seek(opened); }}></button>`;
  });
}
