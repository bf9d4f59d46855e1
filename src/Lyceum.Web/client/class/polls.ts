import { html, nothing } from "lit";
import type { ClassPoll } from "./events.generated";
import { pollInPanel, type Choosing } from "./poll";
import { openedPolls, type RoomView } from "./view";
import { t } from "./words";

export function polls(view: RoomView, choosing: Choosing, choose: (next: Choosing) => void) {
  const waitsOnStage = view.room.barrier?.id;
  const opened = openedPolls(view.state).filter(p => p.id !== waitsOnStage || !view.room.playhead.held).reverse();
  const prepared = view.leads && !view.room.hasEnded ? view.state.polls.filter(p => p.phase === "prepared") : [];
  return html`
    ${prepared.length > 0 ? html`<h3 class="room-group">${t("Prepared")}</h3><ul>${prepared.map(p => preparedPoll(p, view))}</ul>` : nothing}
    ${opened.length > 0 ? html`<ul>${opened.map(p => pollInPanel(p, choosing, choose, view))}</ul>` : nothing}
    ${opened.length + prepared.length === 0 ? html`<p class="room-empty">${t("No polls yet.")}</p>` : nothing}
    ${view.leads && !view.room.hasEnded ? makePoll(view) : nothing}`;
}

const preparedPoll = (poll: ClassPoll, view: RoomView) => html`<li class="room-pollcard">
  <h3 dir="auto">${poll.question}</h3>
  <p class="room-meta">${poll.options.join(" · ")}</p>
  <p class="room-actions"><button class="room-small" data-is="ink" type="button" ?disabled=${!view.room.isLive}
    @click=${() => view.room.send({ type: "openPoll", pollId: poll.id })}>${t("Open poll")}</button></p>
</li>`;

/** A poll made on the spot is prepared like the others, and opened from the list. */
const makePoll = (view: RoomView) => html`<form class="room-make" @submit=${(event: SubmitEvent) => prepare(event, view)}>
  <h3>${t("Make a poll")}</h3>
  <label>${t("Question")}<input class="room-field" name="question" required maxlength="300" autocomplete="off" /></label>
  <label>${t("Kind")}<select class="room-field" name="kind"><option value="choice">${t("Choose one")}</option><option value="multiple">${t("Choose several")}</option><option value="scale">${t("A scale from 1 to 5")}</option><option value="word">${t("A word of one’s own")}</option></select></label>
  <label>${t("Options, one a line; a right one begins with *")}<textarea class="room-field" name="options" rows="3"></textarea></label>
  <button class="room-small" type="submit">${t("Prepare poll")}</button>
</form>`;

function prepare(event: SubmitEvent, { room }: RoomView) {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const values = new FormData(form);
  const kind = String(values.get("kind"));
  const written = String(values.get("options")).split("\n").map(o => o.trim()).filter(Boolean);
  const lines = kind === "scale" ? ["1", "2", "3", "4", "5"] : kind === "word" ? [] : written;
  room.send({
    type: "preparePoll", question: String(values.get("question")).trim(), options: lines.map(o => o.replace(/^[*-]\s*/, "")),
    correct: lines.flatMap((o, i) => o.startsWith("*") ? [i] : []), isMultiple: kind === "multiple", kind: kind === "scale" || kind === "word" ? kind : "choice",
  });
  form.reset();
}
