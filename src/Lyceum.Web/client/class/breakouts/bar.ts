import { html, nothing } from "lit";
import type { BreakoutRoom } from "../log/events.generated";
import { clockText } from "../log/offset";
import { answersPolls } from "../setup";
import type { RoomView } from "../view";
import { t } from "../words";
import type { BreakoutDesk } from "./desk";
import { openRooms, roomIn } from "./within";

const toldForMs = 90_000;

export interface BreakoutBarActions { showRooms(): void }

/** The one sentence about breakout rooms that waits for this person; null when there is none. */
export function breakoutBar(view: RoomView, desk: BreakoutDesk, actions: BreakoutBarActions) {
  return view.room.hasEnded ? sideRooms(view) : called(view) ?? told(view, desk) ?? way(view, actions);
}

function called({ room }: RoomView) {
  const { backMs } = room.whole.breakouts;
  if (backMs === null || room.place === null) return null;
  return html`<p class="room-bar" data-is="breakout" role="status"><span>${t("Back to the class in {0}", clockText(Math.max(0, backMs - room.edge)))}</span>
    <button type="button" @click=${() => room.sendLive({ type: "enterBreakout", room: null })}>${t("Go now")}</button></p>`;
}

function told({ room, leads }: RoomView, desk: BreakoutDesk) {
  const last = room.whole.breakouts.said.at(-1);
  if (!last || leads || last.id <= desk.read || room.edge - last.offsetMs > toldForMs) return null;
  return html`<p class="room-bar" data-is="breakout" role="status"><span dir="auto">${t("To all rooms: {0}", last.text)}</span>
    <button type="button" @click=${() => desk.dismiss(last.id)}>${t("Close")}</button></p>`;
}

/** Whoever came late, or went back, finds the way. */
function way({ room, me, leads }: RoomView, actions: BreakoutBarActions) {
  if (leads || room.place !== null || openRooms(room.whole).length === 0 || !answersPolls(room.setup.role)) return null;
  const { assigned, theyChoose } = room.whole.breakouts;
  const own = roomIn(room.whole, assigned[me] ?? null);
  if (own) return html`<p class="room-bar" data-is="breakout" role="status"><span dir="auto">${t("Your breakout room is {0}", own.name)}</span>
    <button type="button" @click=${() => room.sendLive({ type: "enterBreakout", room: own.id })}>${t("Go there")}</button></p>`;
  return html`<p class="room-bar" data-is="breakout" role="status"><span>${theyChoose ? t("Choose a breakout room") : t("The others are in breakout rooms. The host will put you into one.")}</span>
    <button type="button" @click=${() => actions.showRooms()}>${t("Show the rooms")}</button></p>`;
}

/** Those that this person may look into: one's own, and all for staff. */
export const roomsToVisit = ({ room, me, isStaff }: RoomView): BreakoutRoom[] => room.whole.breakouts.rooms.filter(one => isStaff || one.visitors.includes(me));

/** In a replay: into a room that is open at the playhead, and back. */
function sideRooms(view: RoomView) {
  const { room, position } = view;
  const inside = roomIn(room.whole, room.visiting);
  if (inside) return html`<p class="room-bar" data-is="breakout" role="status"><span dir="auto">${t("In {0}", inside.name)}</span><button type="button" @click=${() => room.visit(null)}>${t("Back to the class")}</button></p>`;
  const open = roomsToVisit(view).filter(one => position >= one.openedMs && position < (one.closedMs ?? Infinity));
  if (open.length === 0) return null;
  return html`<p class="room-bar" data-is="breakout" role="status"><span>${t("Breakout rooms at this time")}</span>
    ${open.length <= 3 ? open.map(one => html`<button type="button" dir="auto" aria-label=${t("Look into {0}", one.name)} @click=${() => room.visit(one.id)}>${one.name}</button>`)
      : html`<select aria-label=${t("Look into a room")} @change=${(e: Event) => room.visit(Number((e.target as HTMLSelectElement).value))}><option selected disabled>${t("Look into a room")}</option>${open.map(one => html`<option value=${one.id}>${one.name}</option>`)}</select>`}</p>`;
}

/** How long one is in the room yet, and the way back, at the head of the page. */
export function breakoutFact({ room }: RoomView) {
  const { endsMs, backMs } = room.whole.breakouts;
  const until = backMs ?? endsMs;
  return room.place === null || room.hasEnded || until === null ? nothing
    : html`<span class="room-fact" data-tone=${backMs === null ? "strong" : "warn"}><span class="room-unseen">${t("Left in this room")}</span>${clockText(Math.max(0, until - room.edge))}</span>`;
}
