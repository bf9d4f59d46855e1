import { beforeEach, expect, it, vi } from "vitest";
import { backOff, Line, Refused, type LineState, type Timer, type Wire } from "./connection";

class PaperWire implements Wire<string, string, string> {
  asked: number[] = [];
  fails = 0;
  private closed: (reason: Refused | null) => void = () => {};
  private batch: (batch: string) => void = () => {};
  async open(after: number) {
    this.asked.push(after);
    if (this.fails-- > 0) throw new Error("no route");
    return "welcome";
  }
  async send() { return { kind: "done" as const }; }
  async close() {}
  onBatch(handler: (batch: string) => void) { this.batch = handler; }
  onWelcome() {}
  onClosed(handler: (reason: Refused | null) => void) { this.closed = handler; }
  breakLine(reason: Refused | null = null) { this.closed(reason); }
  deliver(batch: string) { this.batch(batch); }
}

class PaperTimer implements Timer {
  waiting: { ms: number; run: () => void }[] = [];
  after(ms: number, run: () => void) {
    const entry = { ms, run };
    this.waiting.push(entry);
    return () => { this.waiting = this.waiting.filter(w => w !== entry); };
  }
  ring() { this.waiting.shift()?.run(); }
}

let wire: PaperWire;
let timer: PaperTimer;
let states: LineState[];
let sequence: number;
let line: Line<string, string, string>;

beforeEach(() => {
  [wire, timer, states, sequence] = [new PaperWire(), new PaperTimer(), [], 0];
  line = new Line(wire, { sequence: () => sequence, joined: () => {}, batch: () => { sequence++; }, changed: s => states.push(s) }, timer);
});

it("comes back after a break and asks for what came after the last sequence it knows", async () => {
  line.start();
  await vi.waitFor(() => expect(line.isOpen).toBe(true));
  wire.deliver("events");
  wire.deliver("events");
  wire.breakLine();
  expect(states.at(-1)).toBe("reconnecting");
  timer.ring();
  await vi.waitFor(() => expect(line.isOpen).toBe(true));
  expect(wire.asked).toEqual([0, 2]);
});

it("never gives up", async () => {
  wire.fails = 40;
  line.start();
  for (let i = 0; i < 40; i++) {
    await vi.waitFor(() => expect(timer.waiting).toHaveLength(1));
    expect(timer.waiting[0]!.ms).toBeLessThanOrEqual(10_000);
    timer.ring();
  }
  await vi.waitFor(() => expect(line.isOpen).toBe(true));
});

it("does not sit out the wait when the network says that it is back", async () => {
  wire.fails = 1;
  line.start();
  await vi.waitFor(() => expect(timer.waiting).toHaveLength(1));
  line.hurry();
  await vi.waitFor(() => expect(line.isOpen).toBe(true));
  expect(timer.waiting).toHaveLength(0);
});

it("stays away once it was shut", async () => {
  line.start();
  await vi.waitFor(() => expect(line.isOpen).toBe(true));
  await line.stop();
  wire.breakLine();
  expect(timer.waiting).toHaveLength(0);
});

it("does not knock again where it was told that it may not enter any more", async () => {
  line.start();
  await vi.waitFor(() => expect(line.isOpen).toBe(true));
  wire.breakLine(new Refused("NotFound", "This does not exist, or it is not yours to see."));
  expect(states.at(-1)).toBe("shut");
  expect(timer.waiting).toHaveLength(0);
});

it("asks again for what it missed, without a break", async () => {
  line.start();
  await vi.waitFor(() => expect(line.isOpen).toBe(true));
  line.again();
  await vi.waitFor(() => expect(wire.asked).toEqual([0, 0]));
  expect(states).toEqual(["open"]);
});

it("waits longer each time, up to eight seconds, and not all at the same moment", () => {
  expect(backOff(0, () => 0.5)).toBe(250);
  expect(backOff(3, () => 0.5)).toBe(1_000);
  expect(backOff(59, () => 0.5)).toBe(1_000);
  expect(backOff(60, () => 0.5)).toBe(8_000);
  expect(backOff(0, () => 0)).toBeLessThan(backOff(0, () => 1));
});
