import { html, nothing } from "lit";
import type { ClassCommand, ClassPoll, PollResults } from "../log/events.generated";
import { icon } from "../../shared/icon";
import { clockText } from "../log/offset";
import { myAnswer, openedPolls, presentIn, resultOf, type RoomView } from "../view";
import { answersPolls } from "../setup";
import { count, locale, t } from "../words";

export interface Choosing { pollId: number; choices: number[]; word?: string }

const chosen = (choosing: Choosing, poll: ClassPoll) => choosing.pollId === poll.id ? choosing.choices : [];

export function toggleChoice(choosing: Choosing, poll: ClassPoll, index: number): Choosing {
  const before = chosen(choosing, poll);
  if (!poll.isMultiple) return { pollId: poll.id, choices: [index] };
  return { pollId: poll.id, choices: before.includes(index) ? before.filter(i => i !== index) : [...before, index].sort() };
}

export function options(poll: ClassPoll, choosing: Choosing, choose: (next: Choosing) => void) {
  const choices = chosen(choosing, poll);
  if (poll.kind === "word") return html`<label class="room-word-answer"><span class="room-unseen">${t("Your word")}</span><input class="room-field" maxlength="40" autocomplete="off" dir="auto" placeholder=${t("Your word")}
    .value=${choosing.pollId === poll.id ? choosing.word ?? "" : ""} @input=${(e: Event) => choose({ pollId: poll.id, choices: [], word: (e.target as HTMLInputElement).value })} /></label>`;
  return html`<fieldset class="room-options" data-kind=${poll.kind} aria-label=${poll.question}>
    ${poll.options.map((option, i) => html`<label class="room-option">
      <input type=${poll.isMultiple ? "checkbox" : "radio"} name="poll-${poll.id}" .checked=${choices.includes(i)}
        @change=${() => choose(toggleChoice(choosing, poll, i))} />
      <span dir="auto">${option}</span>${i < 9 ? html`<kbd aria-hidden="true">${i + 1}</kbd>` : nothing}
    </label>`)}
  </fieldset>`;
}

/** What would be sent as the answer; null while there is none. */
export function answerOf(poll: ClassPoll, choosing: Choosing): ClassCommand | null {
  const word = poll.kind === "word" && choosing.pollId === poll.id ? choosing.word?.trim() || null : null;
  const choices = chosen(choosing, poll);
  return word === null && choices.length === 0 ? null : { type: "answerPoll", pollId: poll.id, choices, word };
}

export function answerButton(poll: ClassPoll, choosing: Choosing, view: RoomView) {
  const answer = answerOf(poll, choosing);
  return html`<button class="room-primary" type="button" ?disabled=${answer === null} @click=${() => { if (answer) view.room.send(answer); }}>${t("Answer")}</button>`;
}

/** Votes per option: solid live, outlined later, one's own named. */
export function tally(poll: ClassPoll, view: RoomView) {
  const result = resultOf(poll, view);
  if (!result) return nothing;
  if (poll.kind === "word") return wordList(poll, result, view);
  const mine = myAnswer(poll, view.me)?.choices ?? [];
  const most = Math.max(1, ...poll.options.map((_, i) => (result.live[i] ?? 0) + (result.later[i] ?? 0)));
  return html`${poll.kind === "scale" ? mean(poll, result) : nothing}<ul class="room-tally" data-kind=${poll.kind}>${poll.options.map((option, i) => {
    const [live, later] = [result.live[i] ?? 0, result.later[i] ?? 0];
    return html`<li ?data-mine=${mine.includes(i)}>
      <span class="room-tally-name" dir="auto">${option}${poll.correct.includes(i) ? html` ${icon("check")}<span class="room-unseen">${t("correct")}</span>` : nothing}</span>
      <span class="room-tally-bars">
        ${live > 0 ? html`<i style="--share:${live / most * 0.8}"></i>` : nothing}
        ${later > 0 ? html`<i data-later style="--share:${later / most * 0.8}"></i>` : nothing}
        ${mine.includes(i) ? html`<em>${t("yours")}</em>` : nothing}
      </span>
      <span class="room-tally-count"><span class="room-unseen">${t("{0} live, {1} later", live, later)}</span><span aria-hidden="true">${view.room.hasEnded ? `${live} + ${later}` : live}</span></span>
    </li>`;
  })}</ul>`;
}

function mean(poll: ClassPoll, result: PollResults) {
  const votes = poll.options.map((_, i) => (result.live[i] ?? 0) + (result.later[i] ?? 0));
  const all = votes.reduce((sum, n) => sum + n, 0);
  if (all === 0) return nothing;
  const value = votes.reduce((sum, n, i) => sum + n * (i + 1), 0) / all;
  return html`<p class="room-quiet">${t("{0} on average, of {1}", value.toLocaleString(locale(), { maximumFractionDigits: 1 }), poll.options.length)}</p>`;
}

/** The words with their counts, the frequent ones larger; nothing is told by size alone. */
function wordList(poll: ClassPoll, result: PollResults, view: RoomView) {
  const words = result.words ?? [];
  const most = Math.max(1, ...words.map(w => w.live + w.later));
  const mine = myAnswer(poll, view.me)?.word?.toLowerCase();
  return html`<ul class="room-words">${words.map(w => html`<li style="--weight:${(w.live + w.later) / most}" ?data-mine=${mine === w.text.toLowerCase()}><span dir="auto">${w.text}</span>
    <small><span class="room-unseen">${t("{0} live, {1} later", w.live, w.later)}</span><span aria-hidden="true">${view.room.hasEnded ? `${w.live} + ${w.later}` : w.live}</span></small></li>`)}</ul>`;
}

const place = (poll: ClassPoll, view: RoomView) => {
  const all = openedPolls(view.tail);
  return t("Poll {0} of {1}", all.findIndex(p => p.id === poll.id) + 1, Math.max(all.length, 1));
};

/** The poll takes the stage, with the slide beside it, until it is answered. */
export function pollOnStage(poll: ClassPoll, choosing: Choosing, choose: (next: Choosing) => void, view: RoomView, slide: unknown) {
  const total = presentIn(view.state).filter(p => answersPolls(p.role)).length;
  return html`<div class="room-poll">
    <div>
      <p class="room-poll-lead"><span class="room-poll-icon">${icon("chart-column")}</span>${place(poll, view)} <span>${t("at {0}", clockText(poll.openedMs ?? 0))}</span></p>
      <h2 dir="auto" tabindex="-1">${poll.question}</h2>
      ${poll.isMultiple ? html`<p class="room-quiet">${t("Choose all that fit.")}</p>` : nothing}
      ${options(poll, choosing, choose)}
      <p class="room-poll-go">${answerButton(poll, choosing, view)}
        <span>${view.room.hasEnded ? t("Then the result shows and the class goes on.") : t("You can answer until the poll is closed.")}</span></p>
    </div>
    <div class="room-poll-aside">
      ${slide}
      <div class="room-answered">
        <h3>${t("Answered so far")}</h3>
        <p class="room-answered-counts"><span><b>${poll.answeredLive}</b> ${t("live")}</span>
          ${view.room.hasEnded ? html`<span><b>${poll.answeredLater}</b> ${t("later")}</span>` : nothing}</p>
        ${ticks(poll, Math.max(total, poll.answeredLive + poll.answeredLater))}
        <p class="room-quiet">${icon("eye-off")}${t("Who chose what waits for you")}</p>
      </div>
    </div>
  </div>`;
}

function ticks(poll: ClassPoll, total: number) {
  const shown = Math.min(total, 40);
  const scale = total > 0 ? shown / total : 0;
  const [live, later] = [Math.round(poll.answeredLive * scale), Math.round(poll.answeredLater * scale)];
  const is = (i: number) => i < live ? "live" : i < live + later ? "later" : "none";
  return html`<div class="room-ticks" aria-hidden="true">${Array.from({ length: shown }, (_, i) => html`<i data-is=${is(i)}></i>`)}</div>`;
}

/** One poll in the side panel, in whichever of its states it is. */
export function pollInPanel(poll: ClassPoll, choosing: Choosing, choose: (next: Choosing) => void, view: RoomView) {
  const isMine = myAnswer(poll, view.me) !== null;
  const mayAnswer = answersPolls(view.room.setup.role) && !isMine && !view.room.isAnswering(poll.id) && (poll.phase === "open" || view.room.hasEnded);
  return html`<li class="room-pollcard">
    <p class="room-meta"><span>${place(poll, view)}</span><span>· ${clockText(poll.openedMs ?? 0)}</span>
      ${poll.addedAt ? html`<span>· ${t("added later")}</span>` : nothing}
      <span>· ${poll.phase === "open" && !view.room.hasEnded ? t("open") : count("{0} answer", "{0} answers", poll.answeredLive + poll.answeredLater)}</span></p>
    <h3 dir="auto">${poll.question}</h3>
    ${mayAnswer ? html`${options(poll, choosing, choose)}<p class="room-poll-go">${answerButton(poll, choosing, view)}</p>` : panelResult(poll, view, isMine)}
    ${view.leads ? staffActions(poll, view) : nothing}
  </li>`;
}

function panelResult(poll: ClassPoll, view: RoomView, isMine: boolean) {
  if (resultOf(poll, view)) return html`${view.room.hasEnded ? legend(poll) : nothing}${tally(poll, view)}`;
  if (view.isStaff) return html`<p class="room-quiet">${t("No answers yet.")}</p>`;
  if (isMine) return html`<p class="room-quiet">${icon("circle-check")}${t("Answered. The result shows when the instructor shares it.")}</p>`;
  return html`<p class="room-quiet">${view.room.isAnswering(poll.id) ? t("Sending your answer…") : t("This poll is closed.")}</p>`;
}

export const legend = (poll: ClassPoll) => html`<p class="room-legend"><span>${t("{0} live", poll.answeredLive)}</span><span data-later>${t("{0} later", poll.answeredLater)}</span></p>`;

export function staffActions(poll: ClassPoll, { room }: RoomView) {
  if (room.hasEnded) return poll.addedAt ? html`<p class="room-actions"><button class="room-small" type="button" @click=${() => room.send({ type: "withdrawCheckpoint", pollId: poll.id })}>${t("Take it out")}</button></p>` : nothing;
  return html`<p class="room-actions">
    ${poll.phase === "open" ? html`<button class="room-small" data-is="ink" type="button" @click=${() => room.send({ type: "closePoll", pollId: poll.id })}>${t("Close poll")}</button>` : nothing}
    ${poll.results ? nothing : html`<button class="room-small" type="button" @click=${() => room.send({ type: "showPollResults", pollId: poll.id })}>${t("Show the result")}</button>`}
  </p>`;
}
