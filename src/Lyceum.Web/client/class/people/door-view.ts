import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { face } from "./face";
import { nameOf, type RoomView } from "../view";
import { count, t } from "../words";

const knocksFor = 60_000;

/** Those who still stand at the door: whoever waits knocks again, whoever left does not. */
export const waitingAt = (view: RoomView) => view.tail.door.waiting.filter(w => view.room.serverNow - Date.parse(w.at) < knocksFor);

/** What staff see of the door, above the people who are in. */
export function doorView(view: RoomView) {
  const { room, tail } = view;
  if (!view.leads || room.hasEnded || tail.phase === "closed") return nothing;
  const { door } = tail;
  const waiting = waitingAt(view);
  const section = room.setup.sectionId;
  const mine = section ? waiting.filter(w => w.sectionId === section) : [];
  const letIn = (people: string[]) => room.send({ type: "letIn", people });
  return html`<section class="room-door" aria-label=${t("Door")}>
    <p class="room-actions">
      <button class="room-small" type="button" aria-pressed=${door.isKept} @click=${() => room.send({ type: "keepDoor", isLocked: door.isLocked, isKept: !door.isKept })}>${icon("door-open")}${t("Let people in by hand")}</button>
      <button class="room-small" type="button" aria-pressed=${door.isLocked} @click=${() => room.send({ type: "keepDoor", isLocked: !door.isLocked, isKept: door.isKept })}>${icon("lock")}${t("Lock the room")}</button></p>
    ${waiting.length === 0 ? door.isKept ? html`<p class="room-quiet">${t("Nobody waits at the door.")}</p>` : nothing : html`
      <div role="status"><h3 class="room-group">${count("{0} person waits", "{0} people wait", waiting.length)}</h3></div>
      <p class="room-actions"><button class="room-small" data-is="ink" type="button" @click=${() => letIn(waiting.map(w => w.personId))}>${t("Let all in")}</button>
        ${mine.length > 0 ? html`<button class="room-small" type="button" @click=${() => letIn(mine.map(w => w.personId))}>${t("Let my section in")}</button>` : nothing}</p>
      <ul>${waiting.map(w => html`<li class="room-person">${face(w.name)}<div>${w.name}</div>
        <button class="room-small" type="button" aria-label=${t("Let in {0}", w.name)} @click=${() => letIn([w.personId])}>${t("Let in")}</button></li>`)}</ul>`}
    ${door.sentAway.length === 0 ? nothing : html`<h3 class="room-group">${t("Removed")}</h3>
      <ul>${door.sentAway.map(id => html`<li class="room-person">${face(tail.people[id]?.name ?? "")}<div>${nameOf(view, id)}</div>
        <button class="room-small" type="button" aria-label=${t("Let back in {0}", nameOf(view, id))} @click=${() => letIn([id])}>${t("Let back in")}</button></li>`)}</ul>`}
  </section>`;
}

/** Takes somebody out of the room; they do not come back unless they are let in. */
export const sendAway = (view: RoomView, id: string, name: string) => html`<button class="room-link" type="button" aria-label=${t("Remove {0} from the class", name)}
  @click=${() => view.room.send({ type: "sendAway", personId: id })}>${t("Remove")}</button>`;
