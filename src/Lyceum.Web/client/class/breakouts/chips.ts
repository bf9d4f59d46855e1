import { html, nothing } from "lit";
import { face } from "../people/face";
import type { RoomView } from "../view";
import { t } from "../words";
import type { BreakoutDesk } from "./desk";

const nameOf = (view: RoomView, id: string, desk: BreakoutDesk) => view.tail.people[id]?.name ?? desk.groups.nameOf(id) ?? t("Somebody");

/** Those in a room, each to be picked up by a click or a key, or dragged. */
export function chips(people: readonly string[], view: RoomView, desk: BreakoutDesk, isAway: (id: string) => boolean = () => false, mayMove: (id: string) => boolean = () => true) {
  if (people.length === 0) return nothing;
  return html`<ul class="breakout-chips">${people.map(id => html`<li>${mayMove(id) ? html`
    <button type="button" class="breakout-chip" draggable="true" aria-pressed=${desk.picked === id} ?data-away=${isAway(id)} title=${t("Move {0}", nameOf(view, id, desk))}
      @click=${() => desk.pick(id)} @dragstart=${(e: DragEvent) => { e.dataTransfer?.setData("text/plain", id); }}>${face(nameOf(view, id, desk))}<span>${nameOf(view, id, desk)}</span></button>` : html`<span class="breakout-chip" data-away>${face(nameOf(view, id, desk))}<span>${nameOf(view, id, desk)}</span></span>`}</li>`)}</ul>`;
}

/** People can be dropped on it; null is the class's own room. */
export const drop = (index: number | null, view: RoomView, desk: BreakoutDesk) => (event: DragEvent) => {
  event.preventDefault();
  const person = event.dataTransfer?.getData("text/plain");
  if (person && (view.room.whole.people[person] || desk.groups.nameOf(person))) desk.put(index, view, person);
};

export const over = (event: DragEvent) => event.preventDefault();

/** Where whoever was picked up can be put with one more press. */
export const putHere = (index: number | null, name: string, view: RoomView, desk: BreakoutDesk, people: readonly string[]) =>
  desk.picked && !people.includes(desk.picked)
    ? html`<button type="button" class="room-small" data-is="ink" aria-label=${t("Put {0} into {1}", nameOf(view, desk.picked, desk), name)} @click=${() => desk.put(index, view)}>${t("Put here")}</button>` : nothing;

/** 1 to 9 put whoever was picked up into that room, Escape puts them back. */
export const keys = (count: number, view: RoomView, desk: BreakoutDesk) => (event: KeyboardEvent) => {
  if (!desk.picked || (event.target as HTMLElement).matches("input, select, textarea")) return;
  const index = Number(event.key) - 1;
  if (event.key !== "Escape" && !(index >= 0 && index < count)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") desk.pick(null);
  else desk.put(index, view);
};

export const pickedHint = (view: RoomView, desk: BreakoutDesk, count: number) => desk.picked
  ? html`<p class="room-quiet" role="status">${t("{0} picked up. Press 1 to {1}, or choose a room.", nameOf(view, desk.picked, desk), Math.min(9, count))}</p>` : nothing;
