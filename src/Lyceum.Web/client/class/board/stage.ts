import { html, nothing } from "lit";
import "./board";
import { mayDrawOnBoard, type BoardHand } from "./hand";
import type { RoomView } from "../view";
import { t } from "../words";

export const boardOnStage = (view: RoomView, hand: BoardHand) => html`<section class="room-stage" data-shows="board" aria-label=${t("Board")}>
  <room-board .elements=${hand.elements} .isReadOnly=${!mayDrawOnBoard(view)} .listener=${hand.listener}></room-board></section>`;

/** What whoever leads does with the board, in the menu of what is shown. */
export function boardItems(view: RoomView, close: () => void) {
  const { room, state: { board } } = view;
  if (room.hasEnded || !(view.leads || board.isOwn)) return nothing;
  const run = (command: Parameters<typeof room.sendLive>[0]) => () => { room.sendLive(command); close(); };
  return html`<p class="room-menu-title" role="presentation">${t("Board")}</p>
    <button type="button" role="menuitem" @click=${run({ type: board.isOpen ? "closeBoard" : "openBoard" })}>${board.isOpen ? t("Close the board") : t("Open the board")}</button>
    <button type="button" role="menuitemcheckbox" aria-checked=${board.studentsDraw} @click=${run({ type: "allowBoard", isAllowed: !board.studentsDraw })}>${t("Students may draw on it")}</button>
    ${Object.values(board.elements).some(element => element.data !== "") ? html`<button type="button" role="menuitem" @click=${run({ type: "clearBoard" })}>${t("Clear the board")}</button>` : nothing}`;
}
