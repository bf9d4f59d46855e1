import { html, nothing } from "lit";
import type { SeenEvent } from "../log/events.generated";
import { clockText, type Offset } from "../log/offset";
import type { RoomView } from "../view";
import { count, t } from "../words";

export type ChangeKind = "checkpoint" | "question" | "answer" | "line";
export interface Change { kind: ChangeKind; at: Offset }

/** What others added to the class after this instant; what was taken out again is no change. */
export function changesSince(events: readonly SeenEvent[], since: string, me: string): Change[] {
  const fresh = events.filter(e => e.isLate && e.actorId !== me && Date.parse(e.at) > Date.parse(since));
  const gone = new Set(fresh.flatMap(({ event: e }) => e.type === "checkpointWithdrawn" ? [`poll ${e.pollId}`] : e.type === "chatRemoved" ? [`line ${e.lineId}`] : e.type === "questionRemoved" ? [`question ${e.questionId}`] : []));
  const changes = fresh.flatMap(({ event: e, offsetMs: at, sequence }): (Change & { id: string })[] => {
    switch (e.type) {
      case "pollOpened": return [{ kind: "checkpoint", at, id: `poll ${e.pollId}` }];
      case "chatPosted": return [{ kind: "line", at, id: `line ${sequence}` }];
      case "questionAsked": return [{ kind: "question", at, id: `question ${sequence}` }];
      case "questionAnsweredInWriting": return [{ kind: "answer", at, id: `question ${e.questionId}` }];
      default: return [];
    }
  });
  return changes.filter(c => !gone.has(c.id)).map(({ kind, at }) => ({ kind, at }));
}

const words: Record<ChangeKind, (n: number) => string> = {
  checkpoint: n => count("{0} checkpoint", "{0} checkpoints", n),
  question: n => count("{0} question", "{0} questions", n),
  answer: n => count("{0} answer", "{0} answers", n),
  line: n => count("{0} line", "{0} lines", n),
};

/** One sentence with ways to the places; gone when it was read. */
export function changesBar(view: RoomView, read: () => void) {
  const { setup, timeline, hasEnded } = view.room;
  if (!hasEnded || !setup.watchedUntil) return nothing;
  const changes = changesSince(timeline.all, setup.watchedUntil, view.me);
  if (changes.length === 0) return nothing;
  const kinds = (Object.keys(words) as ChangeKind[]).map(kind => changes.filter(c => c.kind === kind)).filter(of => of.length > 0);
  return html`<p class="room-bar" data-is="changes" role="status"><span>${t("New since you watched")}</span>
    ${kinds.map(of => html`<button type="button" @click=${() => view.room.seek(Math.max(0, of[0]!.at - 2_000))}>${words[of[0]!.kind](of.length)} · ${clockText(of[0]!.at)}</button>`)}
    <button type="button" @click=${read}>${t("Close")}</button></p>`;
}
