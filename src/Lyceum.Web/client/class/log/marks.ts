import type { ClassState, LostMark, SeenEvent } from "./events.generated";
import type { Offset } from "./offset";

export type MarkKind = "question" | "poll" | "hand";
export interface Mark { kind: MarkKind; at: Offset; id: string; text: string; isMine: boolean; isDone: boolean; isLate: boolean }

/** What stands on the strip: each says when, and is a way there. Hands that go up close together are one mark. */
export function marksOf(tail: ClassState, events: readonly SeenEvent[], me: string): Mark[] {
  const questions = tail.questions.filter(q => !q.isRemoved).map(q => ({
    kind: "question" as const, at: q.offsetMs, id: `q${q.id}`, text: q.text, isMine: q.personId === me, isDone: q.phase === "answered", isLate: q.isLate,
  }));
  const polls = tail.polls.filter(p => p.openedMs !== null).map(p => ({
    kind: "poll" as const, at: p.openedMs!, id: `p${p.id}`, text: p.question, isMine: false, isDone: p.answers[me] !== undefined, isLate: false,
  }));
  const hands: Mark[] = [];
  for (const e of events) {
    if (e.event.type !== "handRaised" || e.offsetMs - (hands.at(-1)?.at ?? -Infinity) < 60_000) continue;
    hands.push({ kind: "hand", at: e.offsetMs, id: `h${e.sequence}`, text: tail.people[e.actorId ?? ""]?.name ?? "", isMine: e.actorId === me, isDone: false, isLate: false });
  }
  return [...questions, ...polls, ...hands].sort((a, b) => a.at - b.at);
}

const weight: Partial<Record<SeenEvent["event"]["type"], number>> = {
  chatPosted: 2, questionAsked: 3, questionVoted: 1, handRaised: 2, slideTurned: 3, pollOpened: 3, pollAnswerCounted: 1, answerStarted: 3, questionAnswered: 2,
};

/** How much was spoken in each of n equal parts of [from, to), 0 to 1; null when nothing is known of it. */
export function speech(voices: Record<string, number[]>, from: Offset, to: Offset, n: number): number[] | null {
  const all = Object.values(voices);
  const part = (to - from) / n;
  if (all.length === 0 || part <= 0) return null;
  const sums = new Array<number>(n).fill(0);
  for (const stretches of all) {
    for (let i = 0; i + 1 < stretches.length; i += 2) {
      const [begins, ends] = [stretches[i]!, stretches[i + 1]!];
      for (let at = Math.max(0, Math.floor((begins - from) / part)); at < n && from + at * part < ends; at++)
        sums[at]! += Math.max(0, Math.min(ends, from + (at + 1) * part) - Math.max(begins, from + at * part)) / part;
    }
  }
  return sums.map(sum => Math.min(1, sum));
}

/** How much happened in each of n equal parts of [from, to), 0 to 1; live alone, for that is what the class was. */
export function activity(events: readonly SeenEvent[], from: Offset, to: Offset, n: number): number[] {
  const sums = new Array<number>(n).fill(0);
  const part = (to - from) / n;
  if (part <= 0) return sums;
  for (const e of events) {
    const value = weight[e.event.type];
    if (!value || e.isLate || e.offsetMs < from || e.offsetMs >= to) continue;
    // What happened is felt a little before and after.
    const at = Math.floor((e.offsetMs - from) / part);
    for (let i = -2; i <= 2; i++) if (at + i >= 0 && at + i < n) sums[at + i]! += value * Math.exp(-(i * i) / 2);
  }
  const most = Math.max(6, ...sums);
  return sums.map(sum => Math.min(1, Math.sqrt(sum / most)));
}

export interface Chapter { title: string; at: Offset; until: Offset; isPlanned: boolean }

/** The parts of the class as they began, and while it is live those still planned behind them. */
export function chaptersOf(tail: ClassState, edge: Offset, planned: Offset): Chapter[] {
  const started = tail.chapters.map(c => ({ title: c.title, at: c.offsetMs, isPlanned: false }));
  const ahead = tail.phase === "ended" ? [] : plannedParts(tail, started.length > 0 ? started.at(-1)!.title : null, edge);
  const whole = started.length > 0 || tail.phase === "ended" ? [...started, ...ahead] : allPlanned(tail);
  return whole.map((c, i) => ({ ...c, until: whole[i + 1]?.at ?? Math.max(planned, edge) }));
}

function allPlanned(tail: ClassState) {
  let at = 0;
  return tail.segments.map(s => {
    const part = { title: s.title, at, isPlanned: true };
    at += s.minutes * 60_000;
    return part;
  });
}

function plannedParts(tail: ClassState, current: string | null, edge: Offset) {
  const parts = allPlanned(tail);
  const from = current === null ? 0 : parts.findIndex(p => p.title === current) + 1;
  return from === 0 && current !== null ? [] : parts.slice(from).filter(p => p.at > edge);
}

/** How many were lost around each of n + 1 points of [from, to], each mark felt for a minute and a half around it. */
export function lostCurve(marks: readonly LostMark[], from: Offset, to: Offset, n: number): number[] {
  const reach = 90_000;
  return Array.from({ length: n + 1 }, (_, i) => {
    const at = from + (to - from) * i / n;
    return marks.reduce((sum, mark) => sum + Math.max(0, 1 - Math.abs(mark.offsetMs - at) / reach), 0);
  });
}
