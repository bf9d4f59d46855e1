import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import type { RoomView } from "../view";
import type { MediaSession } from "./session";
import { t } from "../words";

/** What there is to say about sound and picture; null when all is well. */
export function mediaBar({ media, room }: RoomView) {
  if (room.playhead.waitsLong) return html`<p class="room-bar" role="status"><span>${t("Waiting for sound and picture …")}</span></p>`;
  if (!media || room.hasEnded) return null;
  if (media.state === "moved") return html`<p class="room-bar" role="status">${icon("smartphone")}<span>${t("You are heard and seen on another device. This one is silent.")}</span><button type="button" @click=${() => media.takeOver()}>${t("Use this one")}</button></p>`;
  if (media.state === "blocked") return html`<p class="room-bar" data-tone="warn" role="status">${icon("wifi-off")}<span>${t("This network lets no sound and picture through. Slides and chat go on; it is tried again.")}</span></p>`;
  if (media.sound.isBlocked) return html`<p class="room-bar" role="status"><span>${t("The browser waits for your click before it plays sound.")}</span><button type="button" @click=${() => media.sound.unblock()}>${t("Play the sound")}</button></p>`;
  return media.cameOver ? cameOver(media) : null;
}

/** Whoever spoke on the device before is muted on this one until they say so: no microphone opens by itself. */
function cameOver(media: MediaSession) {
  const mutes = media.cameOver!.spoke && !media.isOn("microphone") && media.may("microphone");
  return html`<p class="room-bar" data-is="came-over" role="status">${icon("smartphone")}<span>${mutes ? t("Sound and picture are on this device now, and you are muted.") : t("Sound and picture are on this device now.")}</span>
    ${mutes ? html`<button type="button" @click=${() => media.toggle("microphone")}>${t("Unmute")}</button>` : nothing}<button type="button" @click=${() => media.settle()}>${t("Close")}</button></p>`;
}

/** How much of the class the line carries, when it is not all. */
export function rungFact({ media, room }: RoomView) {
  if (!media || room.hasEnded || media.state !== "on") return nothing;
  const chosen = media.rungChosen;
  const rung = chosen === "auto" ? media.rung : chosen;
  if (rung === "allVideo") return nothing;
  const what = rung === "speakerOnly" ? t("Speaker only") : rung === "soundOnly" ? t("Sound and slides") : t("Slides and text");
  return html`<span class="room-fact" data-tone=${chosen === "auto" ? "warn" : "quiet"} role="status">${icon("signal")}<span>${chosen === "auto" ? t("Weak line: {0}", what) : what}</span></span>`;
}
