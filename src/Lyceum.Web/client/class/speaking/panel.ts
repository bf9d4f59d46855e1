import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { clockText } from "../log/offset";
import { face } from "../people/face";
import { nameOf, type RoomView } from "../view";
import { count, t } from "../words";
import { balance, percentOf, totalOf, type Spoken } from "./balance";

/** Who has spoken and how long: for whoever leads, folded until they ask. */
export function whoHasSpoken(view: RoomView) {
  if (!view.leads || view.tail.startedAt === null) return nothing;
  const everybody = balance(view.room.whole, view.position);
  const [staff, others] = [everybody.filter(one => one.isStaff), everybody.filter(one => !one.isStaff)];
  const heard = others.filter(one => one.ms > 0);
  const silent = others.filter(one => one.ms === 0);
  const total = totalOf(everybody);
  const longest = Math.max(1, ...everybody.map(one => one.ms));
  return html`<details class="room-spoken">
    <summary>${icon("audio-lines")}<span>${t("Who has spoken")}</span><small>${t("{0} of {1}", heard.length, others.length)}</small></summary>
    ${total === 0 ? html`<p class="room-quiet">${t("Nobody has been heard yet. Counted from the microphones, every ten seconds.")}</p>` : html`
      <p class="room-spoken-share" style="--share:${totalOf(staff) / total}"><span aria-hidden="true"></span>
        <small>${t("Staff {0} %", percentOf(totalOf(staff), total))}</small><small>${t("Students {0} %", 100 - percentOf(totalOf(staff), total))}</small></p>
      ${bars(t("Students"), heard, longest, view)}${bars(t("Staff"), staff.filter(one => one.ms > 0), longest, view)}
      ${silent.length > 0 ? html`<h3 class="room-group">${count("{0} person not heard yet", "{0} people not heard yet", silent.length)}</h3>
        <ul class="room-spoken-silent">${silent.map(one => html`<li>${face(one.name)}<span>${nameOf(view, one.id)}</span></li>`)}</ul>` : nothing}`}
  </details>`;
}

const bars = (title: string, people: Spoken[], longest: number, view: RoomView) => people.length === 0 ? nothing : html`<h3 class="room-group">${title}</h3>
  <ol class="room-spoken-bars">${people.map(one => html`<li data-person=${one.id} style="--share:${one.ms / longest}">
    ${face(one.name)}<span class="room-spoken-name">${nameOf(view, one.id)}</span><span class="room-spoken-bar" aria-hidden="true"></span><small dir="ltr">${clockText(one.ms)}</small></li>`)}</ol>`;
