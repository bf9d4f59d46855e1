import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { clockText, minutesLeft } from "../log/offset";
import "./strip";
import type { RoomView } from "../view";
import { count, t } from "../words";

/** The bottom of the room: where one stands, the strip, and what is left. */
export function timebar(view: RoomView) {
  const { room, position, tail } = view;
  return html`<footer class="room-time">
    <div class="room-now">
      ${pill(view)}
      <output aria-label=${t("Time in the class")}>${clockText(position)}</output>
      ${tail.startedAt && !room.hasEnded ? html`
        <button class="room-square" type="button" aria-label=${t("Back 10 seconds")} @click=${() => room.seek(position - 10_000)}>${icon("rotate-ccw")}</button>
        <button class="room-square" type="button" aria-label=${room.playhead.playing ? t("Pause") : t("Play")} @click=${() => room.toggle()}>${room.playhead.playing ? icon("pause") : icon("play")}</button>` : nothing}
      ${room.hasEnded ? html`
        <button class="room-square" type="button" aria-label=${t("To the mark before")} @click=${() => jump(view, -1)}>${icon("skip-back")}</button>
        <button class="room-square" type="button" aria-label=${t("To the next mark")} @click=${() => jump(view, 1)}>${icon("skip-forward")}</button>` : nothing}
    </div>
    <room-strip class="room-strip" .view=${view}></room-strip>
    <p class="room-left">${left(view)}</p>
  </footer>`;
}

function pill({ room, tail }: RoomView) {
  if (room.hasEnded) return html`<span class="room-pill">${t("Replay")}</span>`;
  if (!tail.startedAt) return html`<span class="room-pill">${t("Soon")}</span>`;
  if (room.lineState === "shut") return html`<span class="room-pill">${t("Stopped")}</span>`;
  if (room.playhead.following) return html`<span class="room-pill" data-live>${t("Live")}</span>`;
  return html`<span class="room-pill">${t("Behind")}</span>`;
}

function left({ room, position, tail }: RoomView) {
  if (room.hasEnded) return html`<b>${count("{0} min left", "{0} min left", minutesLeft(position, room.edge))}</b>${t("of {0}", clockText(room.edge))}`;
  if (!tail.plannedEnd) return nothing;
  const ms = Date.parse(tail.plannedEnd) - room.serverNow;
  const minutes = Math.max(0, Math.ceil(ms / 60_000));
  return html`<b>${tail.startedAt ? count("{0} min left", "{0} min left", minutes) : nothing}</b>${t("ends {0}", room.setup.endsText)}`;
}

function jump({ room, tail, position }: RoomView, way: 1 | -1) {
  const stops = [0, ...tail.chapters.map(c => c.offsetMs), ...tail.questions.map(q => q.offsetMs), ...tail.polls.flatMap(p => p.openedMs ?? []), room.edge].sort((a, b) => a - b);
  const next = way > 0 ? stops.find(at => at > position + 1_000) : stops.filter(at => at < position - 3_000).at(-1);
  if (next !== undefined) room.seek(next);
}
