import { html } from "lit";
import { icon } from "../../shared/icon";
import type { Notes } from "./notes";
import { notesTab } from "./notes-tab";
import type { SharedNotes } from "./shared";
import "./sheet";
import type { RoomView } from "../view";
import { t } from "../words";

/** Which notes are open: one's own, or those that the class writes together. */
export type NotesSide = "own" | "shared";

export interface NotesDesk { side: NotesSide; own: Notes; shared: SharedNotes; turn(side: NotesSide): void }

/** While the class is held all but observers write; afterwards its staff. */
const mayWrite = ({ room }: RoomView) => room.isStaff || (room.setup.role !== "observer" && !room.hasEnded);

export function notesSides(view: RoomView, desk: NotesDesk) {
  const side = (value: NotesSide, word: string) => html`<button type="button" aria-pressed=${desk.side === value} @click=${() => desk.turn(value)}>${word}</button>`;
  return html`<div class="notes-sides" role="group" aria-label=${t("Notes: yours or everybody’s")}>${side("own", t("Yours"))}${side("shared", t("Everybody’s"))}
      ${desk.side === "shared" ? html`<a href=${view.room.setup.sharedNotesUrl} target="_blank" rel="noopener">${icon("file-text")}<span>${t("Show as a page")}</span></a>` : ""}</div>
    ${desk.side === "own" ? notesTab(view, desk.own) : html`<shared-sheet .notes=${desk.shared} .mayWrite=${mayWrite(view)}></shared-sheet>`}`;
}
