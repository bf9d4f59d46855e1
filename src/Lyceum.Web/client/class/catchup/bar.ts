import { html } from "lit";
import { clockText } from "../log/offset";
import type { RoomView } from "../view";
import { t } from "../words";
import type { Missed } from "./missed";

/** Where this screen is against the class that goes on, and the ways to it. */
export function behindBar({ room }: RoomView, follow: () => void) {
  const { playhead } = room;
  const isCatching = (rate: number) => playhead.playing && playhead.rate === rate;
  return html`<p class="room-bar" data-is="behind">
    <span>${t("{0} behind", clockText(playhead.behind))}</span>
    <button type="button" aria-pressed=${isCatching(1.5)} @click=${() => room.catchUp(1.5)}>${isCatching(1.5) ? t("catching up at 1.5×") : t("catch up at 1.5×")}</button>
    <button type="button" aria-pressed=${isCatching(2)} aria-label=${isCatching(2) ? t("catching up at 2×") : t("catch up at 2×")} @click=${() => room.catchUp(2)}>2×</button>
    <button type="button" @click=${follow}>${t("back to live")}</button></p>`;
}

/** What was missed, and the way to it; null when there is nothing to offer. */
export function missedBar({ room }: RoomView, missed: Missed, changed: () => void) {
  const gap = missed.offer(room);
  if (!gap) return null;
  const [from, until] = gap;
  const dismiss = () => { missed.dismiss(); changed(); };
  return html`<p class="room-bar" data-is="missed" role="status">
    <span>${from === 0 ? t("You missed the first {0}", clockText(until)) : t("You missed {0}", clockText(until - from))}</span>
    <button type="button" @click=${() => { missed.dismiss(); room.catchUp(1.5, from); }}>${t("catch up at 1.5×")}</button>
    <button type="button" @click=${dismiss}>${t("Stay live")}</button></p>`;
}
