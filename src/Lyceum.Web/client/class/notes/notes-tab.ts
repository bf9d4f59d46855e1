import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../shared/icon";
import type { Notes } from "./notes";
import { clockText } from "../log/offset";
import type { RoomView } from "../view";
import { t } from "../words";

/** The last tab: for one's own eyes, live and in the replay. */
export function notesTab(view: RoomView, notes: Notes) {
  const all = notes.all;
  if (all.length === 0) return html`<p class="room-empty">${t("What you write here only you can see. Each note keeps the time at which you wrote it.")}</p>`;
  return html`<ol class="room-notes">${repeat(all, note => note.id, note => html`<li ?data-pending=${notes.isWaiting(note.id)}>
    <p dir="auto">${note.text}</p>
    <p class="room-meta">
      <button class="room-link" type="button" aria-label=${t("Go to {0}", clockText(note.offsetMs))} ?disabled=${view.tail.startedAt === null} @click=${() => view.room.seek(note.offsetMs)}>${icon("play")}${clockText(note.offsetMs)}</button>
      ${notes.isWaiting(note.id) ? html`<span>${t("on this device, waits for the line")}</span>` : nothing}
      <button class="room-link" type="button" aria-label=${t("Remove the note at {0}", clockText(note.offsetMs))} @click=${() => notes.remove(note)}>${t("Remove")}</button></p>
  </li>`)}</ol>`;
}
