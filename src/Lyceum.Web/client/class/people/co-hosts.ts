import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { nameOf, type Attendant, type RoomView } from "../view";
import { t } from "../words";

/** The host has somebody lead the class too, and takes it back. */
export function coHosting(person: Attendant, view: RoomView) {
  const { room } = view;
  if (room.setup.role !== "instructor" || room.hasEnded || person.role !== "student") return nothing;
  const isOne = room.tail.coHosts.includes(person.id);
  const name = nameOf(view, person.id);
  const label = isOne ? t("Take being a co-host from {0}", name) : t("Make {0} a co-host", name);
  return html`<button class="room-small" type="button" aria-pressed=${isOne} aria-label=${label} title=${label}
    @click=${() => room.sendLive({ type: isOne ? "dismissCoHost" : "nameCoHost", personId: person.id })}>${icon("user-cog")}</button>`;
}

const words = { instructor: "Instructor", assistant: "Assistant", student: "", observer: "Observer", guest: "Guest" } as const;

export const roleOf = (person: Attendant, view: RoomView) => view.tail.coHosts.includes(person.id) ? t("Co-host") : words[person.role] ? t(words[person.role]) : "";
