import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import type { BackgroundBlur } from "../blur/blur";
import { blurItem } from "../blur/choice";
import { captionItems } from "../captions/items";
import type { MediaSource } from "../log/events.generated";
import { canFloat } from "../pip/window";
import type { RoomView } from "../view";
import { t } from "../words";
import type { LayoutChoice } from "./layout";
import type { Rung } from "./wanted";

/** One's own microphone, camera and screen. */
export function mediaControls(view: RoomView) {
  const { media } = view;
  if (!media || view.room.setup.role === "observer" || view.room.hasEnded) return nothing;
  const cannot = media.state === "unavailable" || media.state === "shut";
  const speaks = media.isOn("microphone");
  const shows = media.isOn("camera");
  const shares = media.isOn("screen");
  return html`
    <button class="room-button" data-is="microphone" ?data-off=${!speaks} type="button" aria-keyshortcuts="M" ?disabled=${cannot || (!speaks && !media.may("microphone"))}
      @click=${() => media.toggle("microphone")}>${icon(speaks ? "mic" : "mic-off")}<span class="room-word">${speaks ? t("Mute") : t("Unmute")}</span></button>
    <button class="room-button" data-is="camera" type="button" aria-keyshortcuts="V" ?disabled=${cannot || (!shows && !media.may("camera"))}
      @click=${() => media.toggle("camera")}>${icon(shows ? "video" : "video-off")}<span class="room-word">${shows ? t("Camera off") : t("Camera")}</span></button>
    ${media.may("screen") ? html`<button class="room-button room-on-wide" type="button" aria-pressed=${shares} ?disabled=${cannot} aria-label=${t("Share your screen")}
      @click=${() => media.toggle("screen")}>${icon("monitor-up")}</button>` : nothing}`;
}

const layouts: { value: LayoutChoice; word: string }[] = [
  { value: "auto", word: "Arranges itself" }, { value: "presentation", word: "Presentation" }, { value: "gallery", word: "Gallery" }, { value: "speaker", word: "Speaker" },
];

const rungs: { value: Rung; word: string }[] = [
  { value: "auto", word: "As the line allows" }, { value: "allVideo", word: "All pictures" }, { value: "speakerOnly", word: "Speaker only" },
  { value: "soundOnly", word: "Sound and slides" }, { value: "text", word: "Slides and text" },
];

const allowed: { source: MediaSource; word: string }[] = [
  { source: "microphone", word: "Students may speak" }, { source: "camera", word: "Students may be seen" }, { source: "screen", word: "Students may share screens" },
];

export interface MediaChoices { layout: LayoutChoice; captions: boolean; blur: BackgroundBlur; floats: boolean }
export interface MediaActions { layout(layout: LayoutChoice): void; captions(): void; picture(): void; close(): void }

/** How the room is arranged, how much comes over the line, and for staff what students may send. */
export function mediaMenu(view: RoomView, chosen: MediaChoices, actions: MediaActions) {
  const { media, room, state } = view;
  const radio = (checked: boolean, word: string, run: () => void) =>
    html`<button type="button" role="menuitemradio" aria-checked=${checked} @click=${() => { run(); actions.close(); }}>${t(word)}</button>`;
  return html`
    <p class="room-menu-title" role="presentation">${t("Layout")}</p>${layouts.map(l => radio(chosen.layout === l.value, l.word, () => actions.layout(l.value)))}
    ${media ? html`<p class="room-menu-title" role="presentation">${t("Your line")}</p>${rungs.map(r => radio(media.rungChosen === r.value, r.word, () => media.chooseRung(r.value)))}` : nothing}
    <button class="room-on-narrow" type="button" role="menuitemcheckbox" aria-checked=${chosen.captions} @click=${() => { actions.captions(); actions.close(); }}>${t("Captions")}</button>
    ${canFloat() ? html`<button type="button" role="menuitemcheckbox" aria-checked=${chosen.floats} @click=${() => { actions.picture(); actions.close(); }}>${t("Speaker in a window of its own")}</button>` : nothing}
    ${blurItem(chosen.blur)}
    ${view.leads && room.isLive && media ? html`<p class="room-menu-title" role="presentation">${t("The class")}</p>
      <button type="button" role="menuitem" @click=${() => { room.sendLive({ type: "muteStudents" }); actions.close(); }}>${t("Mute all students")}</button>
      ${captionItems(view, () => actions.close())}
      ${allowed.map(({ source, word }) => {
        const isAllowed = !state.media.denied.includes(source);
        return html`<button type="button" role="menuitemcheckbox" aria-checked=${isAllowed} @click=${() => room.sendLive({ type: "allowMedia", source, isAllowed: !isAllowed })}>${t(word)}</button>`;
      })}` : nothing}`;
}
