import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { sendAway, waitingAt } from "../people/door-view";
import type { SharedLink } from "../log/events.generated";
import type { RoomView } from "../view";
import { t } from "../words";

/** For those who lead: whose personal link came to a second browser, and what to do about it. */
export function sharedLinks(view: RoomView) {
  const { room, tail } = view;
  if (!view.leads || room.hasEnded) return nothing;
  const open = tail.sharedLinks.filter(link => !tail.door.sentAway.includes(link.later));
  if (open.length === 0) return nothing;
  return html`<section class="room-shared" aria-label=${t("Links used twice")}><ul>${open.map(link => notice(link, view))}</ul></section>`;
}

function notice(link: SharedLink, view: RoomView) {
  const { door, people } = view.tail;
  const waits = waitingAt(view).some(w => w.personId === link.later);
  const isIn = (people[link.later]?.connections.length ?? 0) > 0;
  const how = waits ? t("The second one waits at the door.") : isIn ? t("Both are in the class.") : door.letIn.includes(link.later) ? t("The second one was let in.") : t("The second one has gone.");
  return html`<li>${icon("triangle-alert")}<div role="status"><b>${t("The link of {0} is used on two devices.", link.name)}</b><span>${how}</span></div>
    ${waits ? html`<button class="room-small" type="button" aria-label=${t("Let in the second device of {0}", link.name)} @click=${() => view.room.send({ type: "letIn", people: [link.later] })}>${t("Let in")}</button>` : nothing}
    ${waits || isIn ? sendAway(view, link.later, link.name) : nothing}</li>`;
}
