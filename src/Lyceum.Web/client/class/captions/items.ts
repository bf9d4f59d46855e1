import { html, nothing } from "lit";
import type { RoomView } from "../view";
import { t } from "../words";

/** Where captions come from, for whoever leads: the school's recognizer, and a program that somebody else runs. */
export function captionItems({ room, isStaff }: RoomView, close: () => void) {
  const isOn = room.whole.media.isCaptionedByMachine;
  return html`
    ${room.setup.hasRecognizer ? html`<button type="button" role="menuitemcheckbox" aria-checked=${isOn} @click=${() => room.sendLive({ type: "captionByMachine", isOn: !isOn })}>${t("Captions by machine")}</button>` : nothing}
    ${isStaff ? html`<a role="menuitem" href=${room.setup.roomUrl.replace(/room$/, "captions")} target="_blank" @click=${close}>${t("Captions from a program")}</a>` : nothing}`;
}
