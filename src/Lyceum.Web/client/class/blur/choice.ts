import { html, nothing } from "lit";
import { choose, chosen } from "../media/devices";
import { t } from "../words";
import { BackgroundBlur } from "./blur";

export const ownBlur = (changed: () => void) => new BackgroundBlur(changed, { get: () => chosen().blursBackground, keep: blursBackground => choose({ blursBackground }) });

/** Beside the choice of camera: a box to tick, or why there is none. */
export function blurChoice(blur: BackgroundBlur) {
  if (!blur.hasCamera) return nothing;
  const { state } = blur;
  if (state !== "on" && state !== "off") return html`<p class="own-note" data-blur=${state}>${words(blur)}</p>`;
  return html`<label class="own-check" data-blur=${state}><input type="checkbox" .checked=${state === "on"} @change=${() => void blur.toggle()} />${t("Blur my background")}</label>`;
}

/** The same in a menu of the room. */
export function blurItem(blur: BackgroundBlur) {
  if (!blur.hasCamera) return nothing;
  const { state } = blur;
  return html`<p class="room-menu-title" role="presentation">${t("Your camera")}</p>
    ${state === "on" || state === "off"
      ? html`<button type="button" role="menuitemcheckbox" data-blur=${state} aria-checked=${state === "on"} @click=${() => void blur.toggle()}>${t("Blur my background")}</button>`
      : html`<p class="room-menu-note" role="presentation" data-blur=${state}>${words(blur)}</p>`}`;
}

function words({ state }: BackgroundBlur): string {
  if (state === "fixedOn") return t("Your system blurs your background. Turn that off in its settings.");
  return state === "fixedOff" ? t("Your background can be blurred in the settings of your system.") : t("This browser cannot blur your background with this camera.");
}
