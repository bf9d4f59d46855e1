import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import type { BreakoutRoom } from "../log/events.generated";
import { clockText } from "../log/offset";
import { answersPolls } from "../setup";
import { presentIn, type RoomView } from "../view";
import { t } from "../words";
import { chips, drop, keys, over, pickedHint, putHere } from "./chips";
import type { BreakoutDesk } from "./desk";
import { openRooms, placeOf } from "./within";

/** The rooms while they are open, for whoever leads: who is where, who calls, how long yet. */
export function running(view: RoomView, desk: BreakoutDesk) {
  const { room } = view;
  const rooms = openRooms(room.whole);
  const unplaced = presentIn(room.whole).filter(person => answersPolls(person.role) && placeOf(room.whole, person.id) === null).map(person => person.id);
  return html`<div class="breakouts" @keydown=${keys(rooms.length, view, desk)}>
    ${clock(view)}
    <ol class="breakout-rooms">${rooms.map((one, i) => open(one, i, view, desk))}
      <li @dragover=${over} @drop=${drop(null, view, desk)}>
        <header><b>${icon("users")}</b><span class="breakout-name">${t("In the class")}</span>${putHere(null, t("the class"), view, desk, unplaced)}<small>${unplaced.length}</small></header>
        ${chips(unplaced, view, desk)}</li></ol>
    <footer class="breakout-foot">${pickedHint(view, desk, rooms.length)}${tell(view)}
      <p class="room-actions">
        <button type="button" class="room-small" data-is="ink" ?disabled=${room.whole.breakouts.backMs !== null} @click=${() => room.sendLive({ type: "recallBreakouts" })}>${t("Call everybody back")}</button>
        <button type="button" class="room-small" @click=${() => room.sendLive({ type: "extendBreakouts", minutes: 5 })}>${t("5 more minutes")}</button>
        ${room.place === null ? nothing : html`<button type="button" class="room-small" @click=${() => room.sendLive({ type: "enterBreakout", room: null })}>${t("Back to the class")}</button>`}</p></footer>
  </div>`;
}

function open(one: BreakoutRoom, index: number, view: RoomView, desk: BreakoutDesk) {
  const { room } = view;
  const { assigned } = room.whole.breakouts;
  const here = presentIn(room.whole).filter(person => placeOf(room.whole, person.id) === one.id).map(person => person.id);
  const away = Object.keys(assigned).filter(id => assigned[id] === one.id && !here.includes(id));
  return html`<li @dragover=${over} @drop=${drop(index, view, desk)} ?data-help=${one.help !== null}>
    <header><b>${index + 1}</b><span class="breakout-name" dir="auto">${one.name}</span>
      ${one.help ? html`<span class="breakout-help">${icon("life-buoy")}${t("calls for help")}</span>` : nothing}
      ${putHere(index, one.name, view, desk, here)}
      ${room.place === one.id ? html`<em>${t("You are here")}</em>`
        : html`<button type="button" class="room-small" aria-label=${t("Visit {0}", one.name)} @click=${() => room.sendLive({ type: "enterBreakout", room: one.id })}>${t("Visit")}</button>`}
      <small>${here.length}</small></header>
    ${chips([...here, ...away], view, desk, id => away.includes(id), id => view.tail.people[id] !== undefined)}</li>`;
}

/** How long the rooms are open yet, or until everybody is back. */
export function clock({ room }: RoomView) {
  const { endsMs, backMs } = room.whole.breakouts;
  if (backMs !== null) return html`<p class="breakout-clock" data-tone="warn">${icon("timer")}<b>${clockText(Math.max(0, backMs - room.edge))}</b>${t("then everybody is back")}</p>`;
  if (endsMs !== null) return html`<p class="breakout-clock">${icon("timer")}<b>${clockText(Math.max(0, endsMs - room.edge))}</b>${t("left in the rooms")}</p>`;
  return html`<p class="breakout-clock">${icon("timer")}${t("No timer: the rooms are open until everybody is called back.")}</p>`;
}

function tell({ room }: RoomView) {
  const submit = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLElement).querySelector("input")!;
    if (field.value.trim()) room.sendLive({ type: "tellBreakouts", text: field.value.trim() });
    field.value = "";
  };
  return html`<form class="breakout-tell" @submit=${submit}>
    <input class="room-field" maxlength="500" placeholder=${t("Say something to all rooms")} aria-label=${t("Say something to all rooms")} dir="auto" />
    <button type="submit" class="room-send" aria-label=${t("Say it to all rooms")}>${icon("megaphone")}</button></form>`;
}
