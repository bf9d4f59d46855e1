import { html, nothing } from "lit";
import { face } from "./face";
import { icon } from "../../shared/icon";
import { coHosting, roleOf } from "./co-hosts";
import { floorHolder, giveFloor } from "./floor";
import { sharedLinks } from "../guests/shared-links";
import { doorView, sendAway } from "./door-view";
import { personMedia } from "../media/people";
import { whoHasSpoken } from "../speaking/panel";
import { clockText } from "../log/offset";
import { hasSpoken, nameOf, presentIn, type Attendant, type RoomView } from "../view";
import { t } from "../words";

export function people(view: RoomView) {
  const { hands } = view.state;
  const present = presentIn(view.state);
  if (present.length === 0) return html`${sharedLinks(view)}${doorView(view)}<p class="room-empty">${t("Nobody is here yet")}</p>`;
  const rest = present.filter(p => !hands.some(h => h.personId === p.id));
  return html`${sharedLinks(view)}${doorView(view)}${floorHolder(view)}${whoHasSpoken(view)}
    ${hands.length > 0 ? html`<h3 class="room-group">${t("Hands, in order")}</h3><ol>${hands.map((hand, i) => withHand(hand.personId, hand.offsetMs, i, view))}</ol>` : nothing}
    <h3 class="room-group">${t("Here")}</h3><ul>${rest.map(p => person(p, view))}</ul>`;
}

function withHand(id: string, since: number, index: number, view: RoomView) {
  const name = view.tail.people[id]?.name ?? "";
  const mayLower = !view.room.hasEnded && (view.leads || id === view.me);
  return html`<li class="room-person">
    ${face(name)}<div>${nameOf(view, id)}<small>${t("since {0}", clockText(since))}${view.leads && !hasSpoken(view, id) ? ` · ${t("not heard yet")}` : nothing}</small></div>
    <span class="room-badge">${icon("hand")}${index + 1}</span>
    ${giveFloor(id, view)}
    ${mayLower ? html`<button class="room-small" type="button" aria-label=${t("Lower the hand of {0}", nameOf(view, id))}
      @click=${() => view.room.send({ type: "lowerHand", personId: id })}>${t("Lower")}</button>` : nothing}
  </li>`;
}

function person(p: Attendant, view: RoomView) {
  const role = roleOf(p, view);
  const mayRemove = view.leads && !view.room.hasEnded && p.id !== view.me && (p.role === "student" || p.role === "observer" || p.role === "guest") && (view.isStaff || !view.tail.coHosts.includes(p.id));
  return html`<li class="room-person">
    ${face(p.name)}<div>${nameOf(view, p.id)}${role ? html`<small>${role}</small>` : nothing}</div>
    ${personMedia(p, view)}${coHosting(p, view)}${mayRemove ? sendAway(view, p.id, p.name) : nothing}</li>`;
}
