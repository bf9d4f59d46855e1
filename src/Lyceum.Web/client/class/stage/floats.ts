import { html } from "lit";
import { icon } from "../../shared/icon";
import { breakoutBar } from "../breakouts/bar";
import type { BreakoutDesk } from "../breakouts/desk";
import { changesBar } from "../replay/changes";
import { keyList } from "../keys";
import { mediaBar } from "../media/bar";
import { floorBar } from "../people/floor";
import { verbosities } from "../talk/news";
import { behindBar, missedBar } from "../catchup/bar";
import type { Missed } from "../catchup/missed";
import type { Preferences } from "./preferences";
import type { Looking } from "./stage";
import { waitsAtDoor, type RoomView } from "../view";
import { t } from "../words";

export interface BarActions { follow(): void; changed(): void; readonly missed: Missed; presenter(): void; readChanges(): void; showRooms(): void; readonly breakouts: BreakoutDesk }

/** The one sentence that floats over the foot of the stage: the line first, then where this screen is against the class. */
export function bar(view: RoomView, looking: Looking, refusal: string, actions: BarActions) {
  const { room, tail } = view;
  if (refusal) return html`<p class="room-bar" data-tone="warn" role="alert">${icon("circle-alert")}<span>${refusal}</span></p>`;
  if (waitsAtDoor(view)) return html`<p class="room-bar" role="status">${icon("door-open")}<span>${room.shutReason}</span></p>`;
  if (room.lineState === "reconnecting") return html`<p class="room-bar" data-tone="warn" role="status">${icon("wifi-off")}<span>${t("Reconnecting… nothing is lost")}</span></p>`;
  if (room.lineState === "shut") return html`<p class="room-bar" data-tone="warn" role="alert">${icon("circle-alert")}<span>${room.shutReason || t("You can no longer enter this class.")}</span></p>`;
  if (tail.startedAt && !room.hasEnded && !room.playhead.following) return behindBar(view, () => actions.follow());
  const sound = mediaBar(view) ?? floorBar(view);
  if (sound) return sound;
  const breakout = breakoutBar(view, actions.breakouts, actions);
  if (breakout) return breakout;
  const missed = missedBar(view, actions.missed, () => actions.changed());
  if (missed) return missed;
  if (room.setup.mode === "live" && room.hasEnded) return html`<p class="room-bar" role="status"><span>${t("The class has ended.")}</span><a href=${room.setup.replayUrl}>${t("Open the replay")}</a></p>`;
  if (looking.alone !== null && view.state.deck) return html`<p class="room-bar" data-is="alone"><span>${t("You look at slide {0} alone, the class is at {1}", looking.alone, view.state.deck.slide)}</span>
    <button type="button" @click=${() => actions.presenter()}>${t("Back to the presenter")}</button></p>`;
  return changesBar(view, () => actions.readChanges());
}

export function keysDialog(view: RoomView, preferences: Preferences, change: (next: Preferences) => void) {
  const now = view.room.hasEnded ? "replay" : "live";
  return html`<dialog class="room-dialog" data-dialog="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">${t("Keys")}</h2>
    <dl>${keyList.filter(k => !k.when || k.when === now).map(k => html`<div><dt>${k.keys.split(" ").map(key => key === "–" ? "–" : html`<kbd>${key}</kbd> `)}</dt><dd>${t(k.does)}</dd></div>`)}</dl>
    <label class="room-check"><input type="checkbox" .checked=${preferences.singleKeys} @change=${(e: Event) => change({ ...preferences, singleKeys: (e.target as HTMLInputElement).checked })} />${t("Single letters are keys")}</label>
    <fieldset class="room-verbosity"><legend>${t("What a screen reader says by itself")}</legend>
      ${verbosities.map(v => html`<label class="room-check"><input type="radio" name="verbosity" .checked=${preferences.verbosity === v.value}
        @change=${() => change({ ...preferences, verbosity: v.value })} />${t(v.word)}</label>`)}</fieldset>
    <form method="dialog"><button class="room-button" data-is="play">${t("Close")}</button></form>
  </dialog>`;
}

export const endDialog = (view: RoomView, leave: () => void) => html`<dialog class="room-dialog" data-dialog="end" aria-labelledby="end-title">
  <h2 id="end-title">${t("End the class for everybody?")}</h2>
  <p>${t("It becomes a lesson at once: whoever was absent can replay it and take part.")}</p>
  <form method="dialog" class="room-actions">
    <button class="room-button" data-is="leave" type="submit" @click=${() => view.room.send({ type: "endClass" })}>${t("End class")}</button>
    <button class="room-button" type="button" @click=${leave}>${t("Leave, let it go on")}</button>
    <button class="room-button" type="submit">${t("Stay")}</button>
  </form>
</dialog>`;
