import { html, nothing } from "lit";
import { blurChoice } from "../class/blur/choice";
import { chosen } from "../class/media/devices";
import { t } from "../class/words";
import { icon } from "../shared/icon";
import type { OwnDevices, OwnSource } from "./own-devices";

const ticks = 18;
const listensFor = 3_000;

/** One's own picture as the others would see it, and what turns it on. */
export function ownPicture(devices: OwnDevices, name: string, face: unknown) {
  const { stream } = devices;
  return html`${stream ? html`<video class="own-picture" .srcObject=${stream} .muted=${true} muted autoplay playsinline aria-label=${t("Your own picture")}></video>`
    : html`<div class="own-nobody">${face}<p>${troubleWords("camera", devices) || t("Your camera is off. The others would see your initials.")}</p></div>`}
    <p class="own-name">${name}</p>
    <div class="own-switches">${toggle(devices, "microphone")}${toggle(devices, "camera")}</div>`;
}

function toggle(devices: OwnDevices, source: OwnSource) {
  const isOn = devices.isOn(source);
  const word = source === "camera" ? isOn ? t("Camera off") : t("Turn the camera on") : isOn ? t("Mute") : t("Turn the microphone on");
  const sign = source === "camera" ? isOn ? "video" : "video-off" : isOn ? "mic" : "mic-off";
  return html`<button class="room-button" type="button" ?data-off=${!isOn} ?disabled=${devices.isOpening(source)} @click=${() => void devices.toggle(source)}>${icon(sign)}<span>${word}</span></button>`;
}

/** Which microphone, speaker and camera, each with the proof that it works. */
export function devicePanel(devices: OwnDevices) {
  return html`<div class="own-devices">
    <div>${choice(devices, "microphone", "audioinput", t("Microphone"), "mic")}${microphoneProof(devices)}</div>
    <div>${devices.choosesSpeaker ? choice(devices, "speaker", "audiooutput", t("Loudspeaker"), "volume-2") : html`<p class="own-label">${t("Loudspeaker")}</p><p class="own-note">${t("As your system has it.")}</p>`}
      <button class="button outlined small" type="button" ?disabled=${devices.isPlaying} @click=${() => void devices.playSound()}>${icon("play")}${devices.isPlaying ? t("Playing…") : t("Play a sound")}</button></div>
    <div>${choice(devices, "camera", "videoinput", t("Camera"), "video")}<p class="own-note" role="status">${cameraProof(devices)}</p>${blurChoice(devices.blur)}</div>
  </div>`;
}

function choice(devices: OwnDevices, kind: OwnSource | "speaker", list: MediaDeviceKind, label: string, sign: string) {
  const all = devices.of(list);
  const mine = chosen()[kind];
  const isThere = all.some(d => d.deviceId === mine);
  return html`<label class="own-label" for=${`own-${kind}`}>${label}</label>
    <span class="own-choice">${icon(sign)}<select id=${`own-${kind}`} @change=${(event: Event) => void devices.use(kind, (event.target as HTMLSelectElement).value)}>
      ${all.some(d => d.deviceId === "default") ? nothing : html`<option value="" ?selected=${!isThere}>${t("As your system has it")}</option>`}
      ${all.map(d => html`<option value=${d.deviceId} ?selected=${d.deviceId === mine}>${d.label || label}</option>`)}</select></span>`;
}

function microphoneProof(devices: OwnDevices) {
  const lit = Math.round(devices.level * ticks);
  const words = troubleWords("microphone", devices) || (!devices.isOn("microphone") ? t("Turn it on to see whether you are heard.")
    : devices.hears ? t("We hear you well.") : performance.now() - Math.max(devices.openedAt, devices.heardAt) < listensFor ? t("Say something…") : t("We hear nothing. Speak up, or choose another microphone."));
  return html`<div class="own-meter" aria-hidden="true">${Array.from({ length: ticks }, (_, i) => html`<i ?data-lit=${i < lit}></i>`)}</div><p class="own-note" role="status">${words}</p>`;
}

function cameraProof(devices: OwnDevices) {
  const { height, frameRate } = devices.size;
  if (devices.isOn("camera") && height) return t("{0}p, {1} frames a second", height, Math.round(frameRate ?? 0));
  return troubleWords("camera", devices) || t("Off until you turn it on.");
}

export function troubleWords(source: OwnSource, { trouble }: OwnDevices): string {
  const isCamera = source === "camera";
  switch (trouble[source]) {
    case "denied": return isCamera ? t("The browser does not let the school use the camera. Allow it beside the address of this page, then try again.")
      : t("The browser does not let the school use the microphone. Allow it beside the address of this page, then try again.");
    case "none": return isCamera ? t("No camera was found. Come in anyway: the others see your initials.") : t("No microphone was found. Come in anyway: you listen and write.");
    case "busy": return isCamera ? t("Another program uses the camera. Close it, then try again.") : t("Another program uses the microphone. Close it, then try again.");
    case "insecure": return t("This page has no secure address (https), so the browser gives it no camera and no microphone. Tell the school.");
    default: return "";
  }
}
