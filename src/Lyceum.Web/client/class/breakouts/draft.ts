import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import type { RoomView } from "../view";
import { count, t } from "../words";
import { chips, drop, keys, over, pickedHint, putHere } from "./chips";
import { studentsIn, type BreakoutDesk } from "./desk";
import { fewestRooms, mostRooms, type Way } from "./plan";

const ways: { way: Way; word: string }[] = [{ way: "chance", word: "By chance" }, { way: "section", word: "By section" }, { way: "groups", word: "By groups" }, { way: "choice", word: "They choose" }];
const times = [null, 3, 5, 10, 15, 20, 30, 45, 60];

/** The rooms that are being made ready: how many, who is in which, for how long. */
export function draft(view: RoomView, desk: BreakoutDesk) {
  const { room } = view;
  desk.groups.expect(view);
  const rooms = desk.plan(view);
  const here = studentsIn(view);
  const canOpen = room.isLive && rooms.length >= fewestRooms;
  const shown = ways.filter(({ way }) => (way !== "section" || room.setup.sections.length >= fewestRooms) && (way !== "groups" || desk.groups.sets.length > 0));
  return html`<div class="breakouts" @keydown=${keys(rooms.length, view, desk)}>
    <div class="breakout-head">
      <div class="breakout-ways" role="group" aria-label=${t("Who goes where")}>${shown.map(({ way, word }) => html`
        <button type="button" aria-pressed=${desk.way === way} @click=${() => desk.choose(way, view)}>${t(word)}</button>`)}</div>
      ${desk.way === "chance" ? html`<button type="button" class="room-small" aria-label=${t("Deal everybody anew")} title=${t("Deal everybody anew")} @click=${() => desk.deal(view)}>${icon("shuffle")}</button>` : nothing}
    </div>
    ${desk.way === "groups" ? sets(view, desk) : nothing}
    <div class="breakout-set">
      <span class="breakout-count" role="group" aria-label=${t("How many rooms")}>
        <button type="button" class="room-small" aria-label=${t("One room less")} ?disabled=${rooms.length <= fewestRooms} @click=${() => desk.resize(rooms.length - 1)}>${icon("minus")}</button>
        <output>${count("{0} room", "{0} rooms", rooms.length)}</output>
        <button type="button" class="room-small" aria-label=${t("One room more")} ?disabled=${rooms.length >= mostRooms} @click=${() => desk.resize(rooms.length + 1)}>${icon("plus")}</button></span>
      <label class="breakout-time">${icon("timer")}<span class="room-unseen">${t("For how long")}</span>
        <select @change=${(e: Event) => { const { value } = e.target as HTMLSelectElement; desk.setMinutes(value ? Number(value) : null); }}>${times.map(minutes => html`
          <option value=${minutes ?? ""} ?selected=${desk.minutes === minutes}>${minutes === null ? t("No timer") : count("{0} min", "{0} min", minutes)}</option>`)}</select></label>
    </div>
    <ol class="breakout-rooms">${rooms.map(({ name, people }, i) => html`<li @dragover=${over} @drop=${drop(i, view, desk)}>
      <header><b>${i + 1}</b><input class="breakout-name" maxlength="40" .value=${name} aria-label=${t("Name of room {0}", i + 1)} @change=${(e: Event) => desk.rename(i, (e.target as HTMLInputElement).value)} />
        ${putHere(i, name, view, desk, people)}${desk.way === "choice" ? nothing : html`<small>${people.length}</small>`}</header>
      ${chips(people, view, desk, id => !here.includes(id))}</li>`)}${inNone(view, desk)}</ol>
    ${here.length === 0 && desk.way !== "groups" ? html`<p class="room-empty">${t("No student is here yet. Whoever comes in is put into a room.")}</p>` : nothing}
    <footer class="breakout-foot">${pickedHint(view, desk, rooms.length)}
      ${room.isLive ? nothing : html`<p class="room-quiet">${t("Start the class first.")}</p>`}
      <button type="button" class="room-button" data-is="play" ?disabled=${!canOpen} @click=${() => desk.open(view)}>${icon("split")}${count("Open {0} room", "Open {0} rooms", rooms.length)}</button></footer>
  </div>`;
}

/** By which groups, where the course has more than one set of them; and who of them is drawn how. */
const sets = (view: RoomView, desk: BreakoutDesk) => html`<div class="breakout-groups">
  ${desk.groups.sets.length > 1 ? html`<select aria-label=${t("Groups of the course")} @change=${(e: Event) => desk.chooseSet((e.target as HTMLSelectElement).value, view)}>${desk.groups.sets.map((set, i) => html`
    <option value=${set.id} ?selected=${desk.set === null ? i === 0 : desk.set === set.id}>${set.name}</option>`)}</select>` : html`<b dir="auto">${desk.groups.sets[0]?.name}</b>`}
  <p class="room-quiet">${t("Whoever is not here yet, in outline, finds their room when they come.")}</p></div>`;

/** Whoever is here and in none of the groups, to be put somewhere by hand. */
function inNone(view: RoomView, desk: BreakoutDesk) {
  const people = desk.inNone(view);
  if (people.length === 0 && !(desk.way === "groups" && desk.picked)) return nothing;
  return html`<li class="breakout-none" @dragover=${over} @drop=${drop(null, view, desk)}>
    <header><b>${icon("circle-alert")}</b><span class="breakout-name">${t("In no group")}</span>${putHere(null, t("In no group"), view, desk, people)}<small>${people.length}</small></header>
    ${chips(people, view, desk)}</li>`;
}
