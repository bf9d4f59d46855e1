import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import type { RoomView } from "../view";
import { t } from "../words";

/** Of a class that somebody may not replay any more, or not yet, nothing is left on the screen but why. */
export const expelledFrom = ({ room }: RoomView) => html`<section class="room-expelled" role="alert">
  ${icon("lock")}<h1>${room.expelled}</h1>
  ${room.lineState === "shut" ? nothing : html`<p>${t("As soon as it opens again it is back here.")}</p>`}
  <p><a class="button outlined" href=${room.setup.leaveUrl}>${t("Back to the course")}</a></p></section>`;
