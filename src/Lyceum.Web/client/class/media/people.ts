import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { nameOf, type Attendant, type RoomView } from "../view";
import { t } from "../words";
import { isSending } from "./picture";

/** What staff can do about somebody's sound and picture. */
export function personMedia(person: Attendant, view: RoomView) {
  const { room, state, me } = view;
  if (!view.leads || room.hasEnded || person.id === me) return nothing;
  const name = nameOf(view, person.id);
  const presents = state.media.presenters.includes(person.id);
  const off = (source: "microphone" | "camera" | "screen", sign: string, label: string) => isSending(view, person.id, source)
    ? html`<button class="room-small" type="button" aria-label=${label} title=${label} @click=${() => room.sendLive({ type: "turnOff", personId: person.id, source })}>${icon(sign)}</button>` : nothing;
  return html`${off("microphone", "mic-off", t("Mute {0}", name))}${off("camera", "video-off", t("Stop the video of {0}", name))}${off("screen", "monitor-x", t("Stop the screen of {0}", name))}
    ${person.role === "student" || person.role === "guest" ? html`<button class="room-small" type="button" aria-pressed=${presents} aria-label=${t("Let {0} present", name)}
      @click=${() => room.sendLive({ type: presents ? "dismissPresenter" : "namePresenter", personId: person.id })}>${t("Present")}</button>` : nothing}`;
}
