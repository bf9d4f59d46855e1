import { html, nothing } from "lit";
import { face } from "../people/face";
import { presentIn, type RoomView } from "../view";
import { t } from "../words";
import type { BreakoutDesk } from "./desk";
import { draft } from "./draft";
import { clock, running } from "./running";
import { openRooms, placeOf } from "./within";

/** Whoever leads makes rooms at any time; the others see them while they are open. */
export const hasBreakoutTab = ({ room, leads }: RoomView) => !room.hasEnded && (leads || openRooms(room.whole).length > 0);

export const roomCount = ({ room }: RoomView) => openRooms(room.whole).length || null;

export function breakoutTab(view: RoomView, desk: BreakoutDesk) {
  const isOpen = openRooms(view.room.whole).length > 0;
  if (view.leads) return isOpen ? running(view, desk) : draft(view, desk);
  return isOpen ? mine(view) : html`<p class="room-empty">${t("The breakout rooms have closed.")}</p>`;
}

function mine(view: RoomView) {
  const { room, me } = view;
  const { assigned, theyChoose } = room.whole.breakouts;
  const mayGo = (id: number) => room.setup.role !== "observer" && room.place !== id && (theyChoose || assigned[me] === id);
  return html`<div class="breakouts">${clock(view)}
    <ol class="breakout-rooms">${openRooms(room.whole).map((one, i) => {
      const here = presentIn(room.whole).filter(person => placeOf(room.whole, person.id) === one.id);
      return html`<li><header><b>${i + 1}</b><span class="breakout-name" dir="auto">${one.name}</span>
        ${room.place === one.id ? html`<em>${t("You are here")}</em>` : nothing}
        ${mayGo(one.id) ? html`<button type="button" class="room-small" data-is="ink" aria-label=${t("Go to {0}", one.name)} @click=${() => room.sendLive({ type: "enterBreakout", room: one.id })}>${t("Go")}</button>` : nothing}
        <small>${here.length}</small></header>
        ${here.length === 0 ? nothing : html`<ul class="breakout-chips">${here.map(person => html`<li class="breakout-chip">${face(person.name)}<span>${person.name}</span></li>`)}</ul>`}</li>`;
    })}</ol>
    ${room.place === null ? nothing : html`<footer class="breakout-foot"><p class="room-actions"><button type="button" class="room-small" @click=${() => room.sendLive({ type: "enterBreakout", room: null })}>${t("Back to the class")}</button></p></footer>`}
  </div>`;
}
