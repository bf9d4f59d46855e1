import type { Entry, Journal } from "./journal";
import type { ServerClock } from "./serverClock";

/** What the school says to a burst or a hand-in; instants in milliseconds of its clock. */
export interface Receipt { now: number; saved: Record<string, number>; savedAt: number | null; handedInAt: number | null; result: string | null }

export type Reply =
  | { kind: "receipt"; receipt: Receipt }
  | { kind: "unreachable" }
  | { kind: "refused"; status: number; message: string };

export type Send = (to: "answers" | "submission", body: { answers: Sent[] }) => Promise<Reply>;

interface Sent { question: string; answer: Entry["answer"]; sequence: number; journaledAt: number }

export interface Timers { set(run: () => void, ms: number): number; clear(id: number): void }

/** Gathered for so long before a burst leaves; a burst carries everything typed meanwhile. */
export const gatherMs = 600;
const firstRetryMs = 1000;
const longestRetryMs = 20_000;

/** Carries the journal to the school: one burst at a time, again and again with growing pauses, until it is acknowledged. */
export class Courier {
  unreachableSince: number | null = null;
  refusal: { status: number; message: string } | null = null;
  last: Receipt | null = null;
  private timer: number | null = null;
  private isSending = false;
  private failures = 0;
  private isSoon = false;

  constructor(
    private readonly questions: readonly string[], private readonly journal: Journal, private readonly clock: ServerClock,
    private readonly send: Send, private readonly changed: () => void, private readonly timers: Timers) {}

  /** Something was journaled. While the line is down the running pause stays: typing must not hammer a server that is coming back. */
  nudge(): void {
    if (this.refusal || this.isSending) { this.isSoon = true; return; }
    if (this.failures === 0 && this.timer === null) this.timer = this.timers.set(() => void this.go(), gatherMs);
  }

  async tryNow(): Promise<void> {
    this.refusal = null;
    await this.go();
  }

  get isOpen(): boolean { return !this.refusal && !this.last?.handedInAt; }

  private async go(): Promise<void> {
    if (this.timer !== null) this.timers.clear(this.timer);
    this.timer = null;
    const pending = this.journal.pending(this.questions);
    const handsIn = this.journal.wantsHandIn();
    if (this.isSending || (pending.length === 0 && !handsIn)) return;
    this.isSending = true;
    this.isSoon = false;
    const answers = pending.map(([question, entry]) => ({ question, ...entry }));
    this.take(await this.send(handsIn ? "submission" : "answers", { answers }));
    this.isSending = false;
    this.changed();
    this.schedule();
  }

  private take(reply: Reply): void {
    if (reply.kind === "unreachable") {
      this.failures++;
      this.unreachableSince ??= this.clock.now();
      return;
    }
    this.failures = 0;
    this.unreachableSince = null;
    if (reply.kind === "refused") { this.refusal = reply; return; }
    this.last = reply.receipt;
    this.journal.acknowledge(reply.receipt.saved);
    if (reply.receipt.handedInAt !== null) this.journal.dropHandIn();
  }

  private schedule(): void {
    if (this.refusal || this.last?.handedInAt) return;
    if (this.failures > 0) {
      const pause = Math.min(firstRetryMs * 2 ** (this.failures - 1), longestRetryMs);
      this.timer = this.timers.set(() => void this.go(), pause * (0.75 + Math.random() / 2));
    } else if (this.isSoon || this.journal.pending(this.questions).length > 0 || this.journal.wantsHandIn()) {
      this.timer = this.timers.set(() => void this.go(), gatherMs);
    }
  }
}
