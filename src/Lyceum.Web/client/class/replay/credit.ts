import { seenOf } from "../recording/cuts";
import { openedPolls, type RoomView } from "../view";
import { t } from "../words";

export interface CreditLine { text: string; tone: "good" | "warn" | "quiet" }

/** The credit in one sentence: what is done of what is asked, and what is still missing. */
export function creditLine(view: RoomView): CreditLine | null {
  const { room, me } = view;
  const { credit, role } = room.setup;
  if (role !== "student" || !room.hasEnded || !credit) return null;
  if (credit.isEarned) return { text: t("You have the credit for this class"), tone: "good" };
  if (credit.isOver) return { text: t("The credit could be earned until {0}", credit.dueText ?? ""), tone: "quiet" };
  const asked = Math.ceil(room.edge * credit.replayPercent / 6_000_000);
  const seen = seenOf(room.seen, room.cuts.spans, room.edge);
  const isEnough = seen * 100 >= room.edge * credit.replayPercent;
  const done = isEnough ? asked : Math.min(asked - 1, Math.floor(seen / 60_000));
  const open = credit.answerPolls ? openedPolls(room.whole).map((p, i) => p.answers[me] ? 0 : i + 1).filter(n => n > 0) : [];
  const watched = t("{0} of {1} minutes", done, asked);
  if (isEnough && open.length === 0) return { text: t("Complete: you have the credit for this class"), tone: "good" };
  if (open.length === 0) return { text: credit.dueText ? t("{0}; watch the rest by {1}", watched, credit.dueText) : t("{0}; watch the rest to complete", watched), tone: "warn" };
  if (open.length === 1) return { text: t("{0}; answer poll {1} to complete", watched, open[0]!), tone: "warn" };
  return { text: t("{0}; {1} polls to answer", watched, open.length), tone: "warn" };
}
