import { html, nothing } from "lit";
import type { RoomView } from "../view";
import { t } from "../words";

const staysMs = 7_000;

/** The last two lines at the playhead, under the stage; staff write them here. */
export function captions(view: RoomView, isShown: boolean, write: (text: string) => void) {
  if (!isShown) return nothing;
  const { captions: all } = view.state.media;
  const lines = all.filter(c => c.offsetMs <= view.position && view.position - c.offsetMs < staysMs).slice(-2);
  const mayWrite = view.leads && view.room.isLive && view.room.playhead.following;
  const byMachine = lines.some(line => line.origin === "machine");
  return html`<div class="room-captions">
    ${lines.length > 0 ? html`<p dir="auto">${lines.map(line => html`<span>${line.text}</span>`)}${byMachine ? html`<small>${t("by machine, may be wrong")}</small>` : nothing}</p>` : mayWrite ? nothing : html`<p data-quiet>${t("Captions appear here.")}</p>`}
    ${mayWrite ? html`<form @submit=${(event: SubmitEvent) => submit(event, write)}><input name="caption" maxlength="400" autocomplete="off" aria-label=${t("Write a caption")} placeholder=${t("Write a caption")} /></form>` : nothing}
  </div>`;
}

function submit(event: SubmitEvent, write: (text: string) => void) {
  event.preventDefault();
  const input = (event.target as HTMLFormElement).elements.namedItem("caption") as HTMLInputElement;
  if (input.value.trim()) write(input.value.trim());
  input.value = "";
}
