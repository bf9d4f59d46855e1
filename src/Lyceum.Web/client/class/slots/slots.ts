import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { clockText } from "../log/offset";
import type { ClassSlot, ClassState, QueuedSlot } from "../log/events.generated";
import type { RoomView } from "../view";
import { t } from "../words";

/** Within this time of a hand-over another press is the second half of a double click, and not the next hand-over. */
const settlesMs = 1_500;

const running = (slots: readonly ClassSlot[]) => slots.at(-1)?.untilMs === null ? slots.at(-1)! : null;

/** To whom the class is handed over next: the first in the queue who has not presented. */
export const nextSlot = (state: ClassState): QueuedSlot | null => state.queue.find(slot => !state.slots.some(held => held.slotId === slot.slotId)) ?? null;

/** Who presents, and what is left of their time, for everybody; what is over is counted too. */
export function slotTimer(view: RoomView) {
  const slot = running(view.state.slots);
  if (!slot) return nothing;
  const left = slot.minutes * 60_000 - (view.position - slot.fromMs);
  const text = left >= 0 ? t("{0} left", clockText(left + 999)) : t("{0} over", clockText(-left));
  return html`<span class="room-fact room-slot" data-tone=${left < 0 ? "warn" : "strong"} role="timer" aria-label=${t("{0} presents", slot.title)}>${icon("timer")}<span class="room-slot-title" dir="auto">${slot.title}</span><b>${text}</b></span>`;
}

/** In one step: to the next in the queue, and after the last one back to whoever leads. */
export function handOver(view: RoomView) {
  const next = nextSlot(view.tail);
  if (!next) endSlot(view);
  else if (leadsNow(view) && !hasJustBegun(view)) view.room.sendLive({ type: "startSlot", slotId: next.slotId });
}

function endSlot(view: RoomView) {
  if (leadsNow(view) && running(view.tail.slots) && !hasJustBegun(view)) view.room.sendLive({ type: "endSlot" });
}

const leadsNow = ({ leads, room }: RoomView) => leads && room.isLive && room.place === null;

const hasJustBegun = ({ tail, room }: RoomView) => {
  const now = running(tail.slots);
  return now !== null && room.edge - now.fromMs < settlesMs;
};

/** The first button hands over as long as somebody is next, and takes the class back from the last one: it is the same button, so that the focus stays on it. */
export function nextPresenter(view: RoomView) {
  if (!leadsNow(view)) return nothing;
  const next = nextSlot(view.tail);
  const now = running(view.tail.slots);
  if (!next && !now) return nothing;
  const label = next ? t("Next presenter: {0}", next.title) : t("End the slot of {0}", now!.title);
  return html`<button class="room-button" data-is="present" type="button" aria-keyshortcuts="S" aria-label=${label} title=${label} @click=${() => handOver(view)}>
      ${next ? icon("user-check") : icon("timer-off")}<span class="room-word">${next ? t("Next presenter") : t("End the slot")}</span></button>
    ${next && now ? html`<button class="room-button" type="button" aria-label=${t("End the slot of {0}", now.title)} title=${t("End the slot of {0}", now.title)} @click=${() => endSlot(view)}>${icon("timer-off")}</button>` : nothing}`;
}
