import type { MediaSource } from "../log/events.generated";
import { t } from "../words";

/** Why nothing could be turned on, for whoever pressed the button. */
export function troubleOf(source: MediaSource, error: Error): string {
  if (source === "screen") return error.name === "NotAllowedError" ? t("No screen was chosen.") : t("This browser does not share the screen.");
  if (error.name === "NotAllowedError") return source === "microphone" ? t("The browser does not let the school use the microphone. Allow it beside the address of this page.")
    : t("The browser does not let the school use the camera. Allow it beside the address of this page.");
  return source === "microphone" ? t("No microphone was found. You can listen and write.") : t("No camera was found. The others see your initials.");
}
