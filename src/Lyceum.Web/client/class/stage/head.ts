import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { creditLine } from "../replay/credit";
import { breakoutFact } from "../breakouts/bar";
import { roomIn } from "../breakouts/within";
import "../recording/editor";
import { slotTimer } from "../slots/slots";
import { rungFact } from "../media/bar";
import { presentIn, waitsAtDoor, type RoomView } from "../view";
import { count, t } from "../words";

/** Where this is, and in one sentence each how it stands. */
export function head(view: RoomView) {
  const { setup, place, whole } = view.room;
  const breakout = roomIn(whole, place);
  return html`<header class="room-head">
    <a class="room-back" href=${setup.leaveUrl} aria-label=${t("Back to the course")}>${icon("arrow-left")}</a>
    <span class="room-mark">${icon("presentation")}</span>
    <div class="room-titles"><h1 dir="auto">${breakout?.name ?? setup.title}</h1><p dir="auto">${breakout ? t("Breakout room of {0}", setup.title) : setup.subtitle}</p></div>
    ${facts(view)}
  </header>`;
}

function facts(view: RoomView) {
  const { room, tail } = view;
  const here = presentIn(view.state).length;
  const people = html`<span class="room-fact" data-tone="strong">${icon("users")}<span class="room-unseen">${t("Here")}</span>${here}</span>`;
  if (room.hasEnded) {
    const credit = creditLine(view);
    return html`<span class="room-fact room-on-wide">${icon("history")}${t("Replay of {0}", room.setup.startsText)}</span>
      ${room.setup.role === "instructor" ? html`<replay-editor class="room-on-wide" .room=${room} .position=${view.position}></replay-editor><a class="room-fact" href=${room.setup.recordingUrl}>${icon("settings")}<span>${t("Recording")}</span></a>`
      : room.setup.recordingUrl ? html`<a class="room-fact room-on-wide" href=${room.setup.recordingUrl}>${icon("eye-off")}<span>${t("Take me out of it")}</span></a>` : nothing}
      ${slotTimer(view)}${credit ? html`<span class="room-fact" data-tone=${credit.tone}>${icon("award")}<span>${credit.text}</span></span>` : nothing}`;
  }
  return html`${tail.startedAt && room.setup.endsText ? html`<span class="room-fact room-on-wide">${t("The class becomes a lesson at {0}", room.setup.endsText)}</span>` : nothing}
    ${room.isLive && room.lineState !== "shut" ? html`<span class="room-fact" data-is="recording" title=${t("Sound, picture and what is written are recorded for the replay.")}><i class="room-dot"></i>${t("Recording")}</span>` : nothing}
    ${breakoutFact(view)}${slotTimer(view)}${rungFact(view)}${line(view)}${people}`;
}

function line(view: RoomView) {
  const { room } = view;
  if (waitsAtDoor(view)) return nothing;
  const waiting = room.outbox.pending.length;
  if (room.lineState === "open") return html`<span class="room-fact room-on-wide" data-tone="good">${icon("wifi")}${t("Connected")}</span>`;
  if (room.lineState === "shut") return html`<span class="room-fact" data-tone="warn">${icon("wifi-off")}${t("Not in the class")}</span>`;
  if (room.lineState === "connecting") return html`<span class="room-fact">${icon("wifi")}${t("Connecting…")}</span>`;
  return html`<span class="room-fact" data-tone="warn">${icon("wifi-off")}${waiting > 0 ? count("{0} waits", "{0} wait", waiting) : t("Reconnecting…")}</span>`;
}
