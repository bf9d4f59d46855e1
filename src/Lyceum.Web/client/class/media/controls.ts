import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import type { RoomView } from "../view";
import { t } from "../words";

/** One's own microphone, camera and screen. */
export function mediaControls(view: RoomView) {
  const { media } = view;
  if (!media || view.room.setup.role === "observer" || view.room.hasEnded) return nothing;
  const cannot = media.state === "unavailable";
  const speaks = media.isOn("microphone");
  const shows = media.isOn("camera");
  return html`
    <button class="room-button" data-is="microphone" ?data-off=${!speaks} type="button" aria-keyshortcuts="M" ?disabled=${cannot || (!speaks && !media.may("microphone"))}
      @click=${() => media.toggle("microphone")}>${icon(speaks ? "mic" : "mic-off")}<span class="room-word">${speaks ? t("Mute") : t("Unmute")}</span></button>
    <button class="room-button" data-is="camera" ?data-off=${!shows} type="button" aria-keyshortcuts="V" ?disabled=${cannot || (!shows && !media.may("camera"))}
      @click=${() => media.toggle("camera")}>${icon(shows ? "video" : "video-off")}<span class="room-word">${shows ? t("Camera off") : t("Camera")}</span></button>`;
}
