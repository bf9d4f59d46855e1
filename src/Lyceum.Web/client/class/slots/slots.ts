import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { clockText } from "../log/offset";
import type { ClassSlot } from "../log/events.generated";
import type { RoomView } from "../view";
import { t } from "../words";

const running = (slots: readonly ClassSlot[]) => slots.at(-1)?.untilMs === null ? slots.at(-1)! : null;

/** Who presents, and what is left of their time, for everybody; what is over is counted too. */
export function slotTimer(view: RoomView) {
  const slot = running(view.state.slots);
  if (!slot) return nothing;
  const left = slot.minutes * 60_000 - (view.position - slot.fromMs);
  const text = left >= 0 ? t("{0} left", clockText(left + 999)) : t("{0} over", clockText(-left));
  return html`<span class="room-fact room-slot" data-tone=${left < 0 ? "warn" : "strong"} role="timer" aria-label=${t("{0} presents", slot.title)}>${icon("timer")}<span class="room-slot-title" dir="auto">${slot.title}</span><b>${text}</b></span>`;
}

/** One click hands the class over to the next in the queue; after the last one it is taken back. */
export function nextPresenter(view: RoomView) {
  const { room, tail } = view;
  if (!view.leads || !room.isLive || room.setup.slots.length === 0) return nothing;
  const next = room.setup.slots.find(slot => !tail.slots.some(held => held.slotId === slot.id));
  const now = running(tail.slots);
  return html`${next ? html`<button class="room-button" type="button" aria-label=${t("Next presenter: {0}", next.title)} title=${t("Next presenter: {0}", next.title)}
      @click=${() => room.sendLive({ type: "startSlot", slotId: next.id })}>${icon("user-check")}<span class="room-word">${t("Next presenter")}</span></button>` : nothing}
    ${now ? html`<button class="room-button" type="button" aria-label=${t("End the slot of {0}", now.title)} title=${t("End the slot of {0}", now.title)}
      @click=${() => room.sendLive({ type: "endSlot" })}>${icon("timer-off")}${next ? nothing : html`<span class="room-word">${t("End the slot")}</span>`}</button>` : nothing}`;
}
