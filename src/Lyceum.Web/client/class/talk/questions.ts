import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ClassQuestion } from "../log/events.generated";
import { icon } from "../../shared/icon";
import { clockText } from "../log/offset";
import { nameOf, type RoomView } from "../view";
import { t } from "../words";

export function questions(view: RoomView) {
  const waiting = view.room.wishes.flatMap(command => command.type === "askQuestion" ? [command.text] : []);
  const removed = new Set(view.tail.questions.filter(q => q.isRemoved).map(q => q.id));
  const shown = view.state.questions.filter(q => !q.isRemoved && !removed.has(q.id)).sort((a, b) => rank(a, view) - rank(b, view));
  if (shown.length + waiting.length === 0) return html`<p class="room-empty">${t("No questions yet. The ones with most votes are answered first.")}</p>`;
  return html`<ul>
    ${waiting.map(text => html`<li class="room-question" data-pending><span></span><div><p dir="auto">${text}</p><p class="room-meta">${t("sending…")}</p></div></li>`)}
    ${repeat(shown, q => q.id, q => question(q, view))}
  </ul>`;
}

/** Answered as the whole class knows it, so that a replay can point ahead to the answer. */
const answeredAt = (q: ClassQuestion, view: RoomView) => view.tail.questions.find(known => known.id === q.id)?.answeredFromMs ?? null;
const isAnswered = (q: ClassQuestion) => q.phase === "answered";

function rank(q: ClassQuestion, view: RoomView): number {
  if (q.phase === "answering") return -1e9;
  const mineLate = q.isLate && q.personId === view.me ? -1e6 : 0;
  return (isAnswered(q) ? 1e6 : 0) + mineLate - votes(q, view) * 1_000 + q.id / 1e6;
}

const pendingVote = (q: ClassQuestion, view: RoomView): boolean | null => {
  const last = view.room.wishes.filter(c => (c.type === "voteQuestion" || c.type === "unvoteQuestion") && c.questionId === q.id).at(-1);
  return last ? last.type === "voteQuestion" : null;
};

const voters = (q: ClassQuestion) => [...q.votes, ...q.lateVotes];
const hasMine = (q: ClassQuestion, view: RoomView) => pendingVote(q, view) ?? voters(q).includes(view.me);

function votes(q: ClassQuestion, view: RoomView): number {
  const others = voters(q).filter(id => id !== view.me).length;
  return others + (hasMine(q, view) ? 1 : 0);
}

function question(q: ClassQuestion, view: RoomView) {
  const isNow = q.phase === "answering";
  return html`<li class="room-question" ?data-now=${isNow || (q.isLate && q.personId === view.me)} ?data-answered=${isAnswered(q)}>
    ${isAnswered(q) ? html`<span class="room-tick">${icon("circle-check")}</span>` : vote(q, view)}
    <div>
      <p dir="auto">${q.text}</p>
      <p class="room-meta">${meta(q, view, isNow)}${remove(q, view)}</p>
      ${writtenAnswer(q, view)}
      ${heardAt(q, view)}
      ${actions(q, view, isNow)}
    </div>
  </li>`;
}

function vote(q: ClassQuestion, view: RoomView) {
  const [isMine, n] = [hasMine(q, view), votes(q, view)];
  const watchesOnly = view.room.setup.role === "observer";
  return html`<button class="room-vote" type="button" aria-pressed=${isMine} ?disabled=${watchesOnly}
    aria-label=${t("Vote for this question, {0} so far", n)}
    @click=${() => view.room.send({ type: isMine ? "unvoteQuestion" : "voteQuestion", questionId: q.id })}>${icon("chevron-up")}<span>${n}</span></button>`;
}

function meta(q: ClassQuestion, view: RoomView, isNow: boolean) {
  if (isNow) return html`<b>${t("Answering now")}</b><span>· ${nameOf(view, q.personId)} · ${clockText(q.offsetMs)}</span>`;
  if (q.isLate) {
    const who = q.personId === view.me ? t("You, later") : t("{0}, later", nameOf(view, q.personId));
    return html`<b>${who}</b><span>· ${t("asked here at {0}", clockText(q.offsetMs))}</span>`;
  }
  const split = q.lateVotes.length > 0 ? ` · ${t("{0} live, {1} later", q.votes.length, q.lateVotes.length)}` : "";
  return html`<span>${isAnswered(q) ? `${t("Answered")} · ` : ""}${nameOf(view, q.personId)} · ${clockText(q.offsetMs)}${split}</span>`;
}

function writtenAnswer(q: ClassQuestion, view: RoomView) {
  const thread = view.tail.questions.find(known => known.id === q.id)?.threadId;
  return html`${q.writtenAnswer ? html`<p class="room-written" dir="auto">${q.writtenAnswer}</p>` : nothing}
    ${thread ? html`<a class="room-link" href="${view.room.setup.leaveUrl}/threads/${thread}">${icon("messages-square")}${t("Goes on in the discussions")}</a>` : nothing}`;
}

function heardAt(q: ClassQuestion, view: RoomView) {
  const at = answeredAt(q, view);
  if (at === null || q.phase === "answering") return nothing;
  return html`<button class="room-link" type="button" @click=${() => { view.room.seek(at); view.room.playhead.play(); }}>${icon("play")}${t("Hear the answer at {0}", clockText(at))}</button>`;
}

function actions(q: ClassQuestion, view: RoomView, isNow: boolean) {
  const { room } = view;
  const starts = view.leads && room.isLive && q.phase === "asked";
  const writes = view.leads && q.phase !== "answered" && view.tail.startedAt !== null;
  const finishes = view.leads && (isNow || (room.hasEnded && q.phase === "asked"));
  if (!starts && !finishes && !writes) return nothing;
  return html`<p class="room-actions">
    ${starts ? html`<button class="room-small" type="button" @click=${() => room.send({ type: "startAnswer", questionId: q.id })}>${t("Answer now")}</button>` : nothing}
    ${finishes ? html`<button class="room-small" data-is="ink" type="button" @click=${() => room.send({ type: "finishAnswer", questionId: q.id })}>${t("Answered")}</button>` : nothing}
    ${writes ? html`<details class="room-write"><summary class="room-small">${t("Answer in writing")}</summary>
      <form @submit=${(event: SubmitEvent) => write(event, q, view)}><textarea class="room-field" name="text" rows="2" maxlength="2000" required aria-label=${t("Answer in writing")}></textarea>
        <button class="room-small" data-is="ink" type="submit">${t("Send")}</button></form></details>` : nothing}
  </p>`;
}

function write(event: SubmitEvent, q: ClassQuestion, { room }: RoomView) {
  event.preventDefault();
  const text = String(new FormData(event.target as HTMLFormElement).get("text")).trim();
  if (text) room.send({ type: "answerInWriting", questionId: q.id, text });
}

function remove(q: ClassQuestion, view: RoomView) {
  if (isAnswered(q) || !(view.leads || q.personId === view.me)) return nothing;
  return html`<button class="room-link" type="button" @click=${() => view.room.send({ type: "removeQuestion", questionId: q.id })}>${t("Remove")}</button>`;
}
