import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { nameOf, type RoomView } from "../view";
import { t } from "../words";

/** Beside a raised hand: the hand goes down, everybody sees whoever has the floor large, and they may speak though students otherwise may not. */
export function giveFloor(id: string, view: RoomView) {
  const { room } = view;
  if (!view.leads || !room.isLive || id === view.me) return nothing;
  const give = () => {
    if (view.tail.media.denied.includes("microphone")) room.sendLive({ type: "namePresenter", personId: id });
    room.sendLive({ type: "putForward", personId: id });
    room.sendLive({ type: "lowerHand", personId: id });
  };
  return html`<button class="room-small" data-is="ink" type="button" aria-label=${t("Give the floor to {0}", nameOf(view, id))} @click=${give}>${t("Give the floor")}</button>`;
}

/** Who has the floor, and for whoever leads the way to take it back: muted, and small again. */
export function floorHolder(view: RoomView) {
  const { room, tail } = view;
  const id = tail.media.forward;
  if (!id || !room.isLive || !tail.people[id]) return nothing;
  const slot = tail.slots.at(-1);
  const presentsBySlot = slot?.untilMs === null && slot.presenters.includes(id);
  const take = () => {
    if (tail.media.on[id]?.includes("microphone")) room.sendLive({ type: "turnOff", personId: id, source: "microphone" });
    if (tail.media.denied.includes("microphone") && tail.media.presenters.includes(id) && !presentsBySlot) room.sendLive({ type: "dismissPresenter", personId: id });
    room.sendLive({ type: "putForward", personId: null });
  };
  return html`<p class="room-floor">${icon("mic")}<span>${id === view.me ? t("You have the floor.") : t("{0} has the floor.", nameOf(view, id))}</span>
    ${view.leads ? html`<button class="room-small" type="button" aria-label=${t("Take the floor back from {0}", nameOf(view, id))} @click=${take}>${t("Take it back")}</button>` : nothing}</p>`;
}

/** For whoever was given the floor and is not heard yet. */
export function floorBar(view: RoomView) {
  const { media, room } = view;
  if (!media || view.leads || view.tail.media.forward !== view.me || !room.isLive || media.isOn("microphone")) return null;
  return html`<p class="room-bar" role="status">${icon("mic-off")}<span>${t("You have the floor, and nobody hears you yet.")}</span><button type="button" @click=${() => media.toggle("microphone")}>${t("Unmute")}</button></p>`;
}
