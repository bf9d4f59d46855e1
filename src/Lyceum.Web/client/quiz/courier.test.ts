import { describe, expect, it } from "vitest";
import { Courier, gatherMs, type Reply, type Send } from "./courier";
import { Journal } from "./journal";
import { ServerClock } from "./serverClock";

/** A line to a school that keeps what it gets, and timers that the test lets run. */
class Line {
  readonly sent: { to: string; questions: string[] }[] = [];
  readonly saved: Record<string, number> = {};
  isUp = true;
  refuses: Reply | null = null;
  now = 1000;
  private pending: { run: () => void; ms: number; id: number }[] = [];
  private ids = 0;
  readonly journal = new Journal("a", null);
  readonly courier = new Courier(["q1", "q2"], this.journal, new ServerClock(1000, () => this.now), this.send(), () => undefined, {
    set: (run, ms) => (this.pending.push({ run, ms, id: ++this.ids }), this.ids),
    clear: id => { this.pending = this.pending.filter(timer => timer.id !== id); },
  });

  type(question: string, value: string): void {
    this.now += 10;
    this.journal.write(question, { kind: "text", text: value }, this.now, 0);
    this.courier.nudge();
  }

  /** Lets the next timer ring, and says how long it had waited. */
  async ring(): Promise<number> {
    const timer = this.pending.shift();
    if (!timer) return -1;
    timer.run();
    for (let i = 0; i < 10; i++) await Promise.resolve();
    return timer.ms;
  }

  get timers(): number { return this.pending.length; }

  private send(): Send {
    return async (to, { answers }) => {
      this.sent.push({ to, questions: answers.map(answer => answer.question) });
      if (!this.isUp) return { kind: "unreachable" };
      if (this.refuses) return this.refuses;
      for (const answer of answers) this.saved[answer.question] = answer.sequence;
      return { kind: "receipt", receipt: { now: this.now, saved: { ...this.saved }, savedAt: this.now, handedInAt: to === "submission" ? this.now : null, result: "/result" } };
    };
  }
}

describe("the courier", () => {
  it("gathers what is typed into one burst", async () => {
    const line = new Line();
    line.type("q1", "2");
    line.type("q1", "2.3");
    line.type("q2", "x");
    expect(await line.ring()).toBe(gatherMs);
    expect(line.sent).toEqual([{ to: "answers", questions: ["q1", "q2"] }]);
    expect(line.journal.pending(["q1", "q2"])).toEqual([]);
    expect(line.timers).toBe(0);
  });

  it("waits longer after every failure, up to a bound, and loses nothing", async () => {
    const line = new Line();
    line.isUp = false;
    line.type("q1", "2");
    const waits = [await line.ring()];
    for (let i = 0; i < 8; i++) { line.type("q1", `2${i}`); waits.push(await line.ring()); }
    expect(line.timers).toBe(1);
    expect(waits[1]).toBeGreaterThanOrEqual(750);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(15_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(25_000);
    expect(line.courier.unreachableSince).not.toBeNull();
    line.isUp = true;
    await line.ring();
    expect(line.courier.unreachableSince).toBeNull();
    expect(line.journal.pending(["q1"])).toEqual([]);
  });

  it("sends what was typed while a burst was on its way", async () => {
    const line = new Line();
    line.type("q1", "2");
    const ringing = line.ring();
    line.type("q1", "2.3");
    await ringing;
    expect(line.journal.pending(["q1"]).length).toBe(1);
    await line.ring();
    expect(line.journal.pending(["q1"])).toEqual([]);
  });

  it("hands in with everything that is still on the device, once the line is back", async () => {
    const line = new Line();
    line.isUp = false;
    line.type("q1", "2");
    await line.ring();
    line.journal.wantHandIn(line.now);
    await line.courier.tryNow();
    line.isUp = true;
    await line.courier.tryNow();
    expect(line.sent.at(-1)).toEqual({ to: "submission", questions: ["q1"] });
    expect(line.courier.last?.handedInAt).toBe(line.now);
    expect(line.journal.wantsHandIn()).toBe(false);
    expect(line.timers).toBe(0);
  });

  it("stops when the school refuses, and starts again only when asked", async () => {
    const line = new Line();
    line.refuses = { kind: "refused", status: 409, message: "This attempt is handed in." };
    line.type("q1", "2");
    await line.ring();
    line.type("q1", "2.3");
    expect(line.timers).toBe(0);
    expect(line.courier.refusal?.status).toBe(409);
    line.refuses = null;
    await line.courier.tryNow();
    expect(line.courier.refusal).toBeNull();
  });
});
