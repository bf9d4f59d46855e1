import { html, nothing } from "lit";
import type { ClassPoll, PreparePoll } from "../log/events.generated";
import { clockText } from "../log/offset";
import { pollInPanel, type Choosing } from "./poll";
import { openedPolls, type RoomView } from "../view";
import { t } from "../words";

export function polls(view: RoomView, choosing: Choosing, choose: (next: Choosing) => void) {
  const waitsOnStage = view.room.barrier?.id;
  const opened = openedPolls(view.state).filter(p => p.id !== waitsOnStage || !view.room.playhead.held).reverse();
  const mayAsk = view.room.hasEnded ? view.isStaff : view.leads;
  const prepared = mayAsk ? view.state.polls.filter(p => p.phase === "prepared") : [];
  return html`<h2 class="room-unseen">${t("Polls")}</h2>
    ${prepared.length > 0 ? html`<h3 class="room-group">${t("Prepared")}</h3><ul>${prepared.map(p => preparedPoll(p, view))}</ul>` : nothing}
    ${opened.length > 0 ? html`<ul>${opened.map(p => pollInPanel(p, choosing, choose, view))}</ul>` : nothing}
    ${opened.length + prepared.length === 0 ? html`<p class="room-empty">${t("No polls yet.")}</p>` : nothing}
    ${mayAsk ? makePoll(view) : nothing}`;
}

const preparedPoll = (poll: ClassPoll, view: RoomView) => html`<li class="room-pollcard">
  <h3 dir="auto">${poll.question}</h3>
  <p class="room-meta">${poll.options.join(" · ")}</p>
  <p class="room-actions"><button class="room-small" data-is="ink" type="button" ?disabled=${!view.room.isLive && !view.room.hasEnded}
    @click=${() => view.room.send({ type: "openPoll", pollId: poll.id })}>${view.room.hasEnded ? t("Ask here, at {0}", clockText(view.position)) : t("Open poll")}</button></p>
</li>`;

/** A poll made on the spot is asked at once, or prepared like the others and opened from the list. */
const makePoll = (view: RoomView) => html`<form class="room-make" @submit=${(event: SubmitEvent) => prepare(event, view)}>
  <h3>${view.room.hasEnded ? t("Make a checkpoint") : t("Make a poll")}</h3>
  ${view.room.hasEnded ? html`<p class="room-quiet">${t("A poll for those who watch: the replay stops at it until it is answered. Whoever was in the class or has the credit already keeps it.")}</p>` : nothing}
  <label>${t("Question")}<input class="room-field" name="question" required maxlength="300" autocomplete="off" /></label>
  <label>${t("Kind")}<select class="room-field" name="kind"><option value="choice">${t("Choose one")}</option><option value="multiple">${t("Choose several")}</option><option value="scale">${t("A scale from 1 to 5")}</option><option value="word">${t("A word of one’s own")}</option></select></label>
  <label>${t("Options, one a line; a right one begins with *")}<textarea class="room-field" name="options" rows="3"></textarea></label>
  <p class="room-actions"><button class="room-small" type="submit">${view.room.hasEnded ? t("Prepare checkpoint") : t("Prepare poll")}</button>
    ${view.room.isLive ? html`<button class="room-small" data-is="ink" type="submit" value="now">${t("Ask it now")}</button>` : nothing}</p>
</form>`;

function prepare(event: SubmitEvent, { room }: RoomView) {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const values = new FormData(form);
  const kind = String(values.get("kind"));
  const written = String(values.get("options")).split("\n").map(o => o.trim()).filter(Boolean);
  const lines = kind === "scale" ? ["1", "2", "3", "4", "5"] : kind === "word" ? [] : written;
  const poll: PreparePoll = {
    type: "preparePoll", question: String(values.get("question")).trim(), options: lines.map(o => o.replace(/^[*-]\s*/, "")),
    correct: lines.flatMap((o, i) => o.startsWith("*") ? [i] : []), isMultiple: kind === "multiple", kind: kind === "scale" || kind === "word" ? kind : "choice",
  };
  if ((event.submitter as HTMLButtonElement | null)?.value === "now") room.polls.ask(poll);
  else room.send(poll);
  form.reset();
}

/** Somebody wants to ask something: the question is typed at once, unless what is prepared takes all of the room. */
export function beginPoll(screen: HTMLElement) {
  const [field, room] = [screen.querySelector<HTMLElement>(".room-make [name=question]"), screen.querySelector(".room-scroll")];
  if (field && room && field.getBoundingClientRect().bottom <= room.getBoundingClientRect().bottom) field.focus();
}
