import { html, nothing } from "lit";
import { face } from "../people/face";
import { floorHolder, giveFloor } from "../people/floor";
import { answersPolls } from "../setup";
import { staffActions, tally } from "../polls/poll";
import { clockText } from "../log/offset";
import { hasSpoken, nameOf, openedPolls, presentIn, type RoomView } from "../view";
import { count, t } from "../words";

/** What an instructor watches while teaching: hands in order, the poll, who is lost. */
export const hostCards = (view: RoomView) => html`<ul class="room-film" data-host aria-label=${t("Your class")}>${hands(view)}${poll(view)}${here(view)}</ul>`;

function hands(view: RoomView) {
  const { hands } = view.state;
  return html`<li class="room-card">
    <header><h2>${t("Hands")} <span>${hands.length}</span></h2>
      ${hands.length > 0 ? html`<button class="room-link" type="button" @click=${() => view.room.send({ type: "lowerAllHands" })}>${t("Lower all")}</button>` : nothing}</header>
    ${hands.length === 0 ? html`<p class="room-quiet">${t("Nobody has a hand up.")}</p>` : html`<ol>${hands.slice(0, 3).map((hand, i) => html`<li>
      <b>${i + 1}</b>${face(view.tail.people[hand.personId]?.name ?? "")}<span class="room-card-name"><span>${nameOf(view, hand.personId)}</span>
        <small>${clockText(Math.max(0, view.position - hand.offsetMs))}${hasSpoken(view, hand.personId) ? nothing : html` · ${t("not heard yet")}`}</small></span>
      ${giveFloor(hand.personId, view)}</li>`)}</ol>`}
    ${floorHolder(view)}
  </li>`;
}

function poll(view: RoomView) {
  const last = openedPolls(view.state).at(-1);
  const students = presentIn(view.state).filter(p => answersPolls(p.role)).length;
  if (!last) return html`<li class="room-card" data-wide><header><h2>${t("Poll")}</h2></header><p class="room-quiet">${t("Open one from the Polls tab.")}</p></li>`;
  return html`<li class="room-card" data-wide>
    <header><h2 dir="auto">${last.question}</h2>
      <span class="room-fact">${last.phase === "open" ? html`<i class="room-dot"></i>` : nothing}${t("{0} of {1}", last.answeredLive, students)}</span>${staffActions(last, view)}</header>
    ${tally(last, view)}
  </li>`;
}

function here(view: RoomView) {
  const lost = view.state.lost.filter(m => !m.isLate && view.position - m.offsetMs < 180_000).length;
  const waiting = view.state.questions.filter(q => q.phase === "asked" && !q.isRemoved).length;
  return html`<li class="room-card">
    <header><h2>${t("Now")}</h2></header>
    <p class="room-card-fact" data-tone=${lost > 0 ? "warn" : "quiet"}><b>${lost}</b>${t("lost in the last 3 minutes")}</p>
    <p class="room-card-fact"><b>${waiting}</b>${count("question waits", "questions wait", waiting)}</p>
  </li>`;
}
