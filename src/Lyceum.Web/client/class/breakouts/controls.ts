import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import type { RoomView } from "../view";
import { t } from "../words";
import { roomIn } from "./within";

/** Whoever leads makes rooms; whoever is in one calls for help, or goes back. */
export function breakoutControls(view: RoomView, open: () => void) {
  const { room, leads } = view;
  if (room.hasEnded) return nothing;
  const here = roomIn(room.whole, room.place);
  const called = here?.help != null;
  return html`${leads ? html`<button class="room-button room-on-wide" type="button" aria-label=${t("Breakouts")} title=${t("Breakouts")} @click=${open}>${icon("split")}</button>` : nothing}
    ${here && !leads ? html`<button class="room-button" data-is="lost" type="button" aria-pressed=${called} aria-label=${called ? t("Help was called") : t("Call for help")} ?disabled=${called} @click=${() => room.sendLive({ type: "callForHelp" })}>${icon("life-buoy")}<span class="room-word">${t("Help")}</span></button>` : nothing}
    ${here ? html`<button class="room-button" data-is="breakout" type="button" aria-label=${t("Back to the class")} title=${t("Back to the class")} @click=${() => room.sendLive({ type: "enterBreakout", room: null })}>${icon("undo-2")}</button>` : nothing}`;
}
