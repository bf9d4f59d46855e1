import type { Answer } from "./outbox";

/** One line to the school; the real one is SignalR, tests have their own. */
export interface Wire<Joined, Batch, C> {
  /** Opens the line and follows the class from after this sequence (0: from the start). */
  open(after: number): Promise<Joined>;
  send(command: C): Promise<Answer>;
  close(): Promise<void>;
  onBatch(handler: (batch: Batch) => void): void;
  /** The school tells the class anew on a line that is open: whoever begins to lead it sees more. */
  onWelcome(handler: (joined: Joined) => void): void;
  /** With the reason when the school closed it for good. */
  onClosed(handler: (reason: Refused | null) => void): void;
}

/** The school said no to the line itself. What is not to be found, not allowed any more, or over will not be there for another try either. */
export class Refused extends Error {
  constructor(readonly kind: string, message: string) { super(message); }

  get isFinal() { return this.kind === "NotFound" || this.kind === "Forbidden" || this.kind === "TooLate"; }
}

export type LineState = "connecting" | "open" | "reconnecting" | "shut";

export interface LineHooks<Joined, Batch> {
  /** How far the log is known here; a reconnect asks for what comes after. */
  sequence(): number;
  joined(joined: Joined): void;
  batch(batch: Batch): void;
  changed(state: LineState, reason?: string): void;
}

export interface Timer { after(ms: number, run: () => void): () => void }

export const realTimer: Timer = {
  after(ms, run) {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};

/** For about a minute no wait is longer than this: a school that is started anew has everybody back within three seconds. */
const soonest = 1_000;
const soonFor = 60;

/** Waits double from 0.25 s to 1 s, later to 8 s, each spread by a quarter so that a whole class does not come back at once. */
export function backOff(attempt: number, chance: () => number = Math.random): number {
  const wait = Math.min(attempt < soonFor ? soonest : 8_000, 250 * 2 ** attempt);
  return wait * (0.75 + chance() * 0.5);
}

/** Keeps one line to a class for ever: what breaks is opened again, from the sequence that is known here. */
export class Line<Joined, Batch, C> {
  private state: LineState = "connecting";
  private reason = "";
  private attempt = 0;
  private isOpening = false;
  private cancelWait = () => {};

  constructor(
    private readonly wire: Wire<Joined, Batch, C>,
    private readonly hooks: LineHooks<Joined, Batch>,
    private readonly timer: Timer = realTimer,
  ) {
    wire.onBatch(batch => hooks.batch(batch));
    wire.onWelcome(joined => hooks.joined(joined));
    wire.onClosed(reason => this.lost(reason));
  }

  get isOpen() { return this.state === "open"; }

  start() { void this.connect(); }

  send(command: C): Promise<Answer> { return this.wire.send(command); }

  /** The network says that it is back, or somebody looks at the page again: do not sit out the wait. */
  hurry() {
    if (this.state !== "reconnecting" || this.isOpening) return;
    this.cancelWait();
    void this.connect();
  }

  /** Something was missed: ask again for what comes after the known sequence. */
  again() { void this.connect(); }

  /** The network is gone: a socket that has not noticed yet would only swallow what is sent. */
  drop() {
    if (this.state === "open") void this.wire.close();
  }

  async stop() {
    this.become("shut");
    this.cancelWait();
    await this.wire.close();
  }

  private async connect() {
    if (this.isOpening || this.state === "shut") return;
    this.isOpening = true;
    try {
      const joined = await this.wire.open(this.hooks.sequence());
      this.attempt = 0;
      this.hooks.joined(joined);
      this.become("open");
    } catch (error) {
      this.failed(error);
    } finally {
      this.isOpening = false;
    }
  }

  private lost(reason: Refused | null) {
    if (this.state === "shut" || this.isOpening) return;
    this.failed(reason);
  }

  private failed(error: unknown) {
    if (error instanceof Refused && error.isFinal) this.become("shut", error.message);
    else this.retry(error instanceof Refused ? error.message : "");
  }

  private retry(reason: string) {
    this.become("reconnecting", reason);
    this.cancelWait();
    this.cancelWait = this.timer.after(backOff(this.attempt++), () => void this.connect());
  }

  private become(state: LineState, reason = "") {
    if (this.state === state && this.reason === reason) return;
    [this.state, this.reason] = [state, reason];
    this.hooks.changed(state, reason);
  }
}
