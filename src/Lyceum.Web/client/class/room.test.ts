import { beforeEach, expect, it, vi } from "vitest";
import type { ClassEvent, EventBatch, ReplayLog, SeenEvent, WatchedInterval, Welcome } from "./log/events.generated";
import { emptyClass } from "./log/apply";
import { Refused } from "./line/connection";
import { Room } from "./room";
import type { RoomSetup } from "./setup";
import type { Outgoing, RoomWire } from "./line/wire";

const mei = "mei";
const start = Date.parse("2026-11-24T17:00:00Z");
let now: number;
let sequence: number;
let sent: Outgoing[];
let watched: WatchedInterval[][];
let asked: number[];
let logs: number;
let log: SeenEvent[];
let deliver: (batch: EventBatch) => void;
let cut: (reason: Refused | null) => void;
let waits: (() => void)[];

const seen = (offsetMs: number, event: ClassEvent, actorId: string | null = null, isLate = false): SeenEvent =>
  ({ sequence: ++sequence, at: new Date(isLate ? now : start + offsetMs).toISOString(), offsetMs, actorId, isLate, event });

const wire = (): RoomWire => ({
  open: async after => { asked.push(after); return { through: sequence, serverNow: new Date(now).toISOString(), personId: mei, role: "student", state: after === 0 ? emptyClass : null, events: log.filter(e => e.sequence > after) } satisfies Welcome; },
  send: async outgoing => { sent.push(outgoing); return { kind: "done" }; },
  close: async () => {}, onBatch: handler => { deliver = handler; }, onWelcome: () => {}, onClosed: handler => { cut = handler; }, ping: async () => {}, media: {} as RoomWire["media"], signal: () => {}, onSignal: () => {},
  log: async () => { logs++; return { through: sequence, personId: mei, role: "student", events: log, watched: [], cuts: [] } satisfies ReplayLog; },
  decks: async () => [], watched: async intervals => { watched.push(intervals); }, agree: async () => {},
});

async function open(mode: "live" | "replay", meanwhile = (_: Room) => {}) {
  const things = new Map<string, string>();
  const shelf = { getItem: (n: string) => things.get(n) ?? null, setItem: (n: string, v: string) => void things.set(n, v), removeItem: (n: string) => void things.delete(n) };
  const setup = { mode, classId: "class", personId: mei, role: "student", credit: null } as unknown as RoomSetup;
  const room = new Room(setup, wire(), { now: () => now, shelf, timer: { after: (_, run) => { waits.push(run); return () => {}; } }, newKey: () => `key-${sent.length}` }, { changed() {}, happened() {}, refused() {}, joined() {}, signal() {} });
  room.start();
  meanwhile(room);
  await vi.waitFor(() => expect(room.lineState).toBe("open"));
  if (mode === "replay") await vi.waitFor(() => expect(room.timeline.all.length).toBeGreaterThan(0));
  return room;
}

function pass(room: Room, ms: number) {
  for (let i = 0; i < ms; i += 250) {
    now += 250;
    room.tick();
  }
}

beforeEach(() => {
  [now, sequence, sent, watched, asked, logs, waits] = [start + 3_600_000, 0, [], [], [], 0, []];
  log = [
    seen(0, { type: "classOpened", title: "t", plannedStart: "2026-11-24T17:00:00Z", plannedEnd: "2026-11-24T17:10:00Z", segments: [] }),
    seen(0, { type: "classStarted" }),
    seen(60_000, { type: "pollOpened", pollId: 99, question: "Why?", options: ["a", "b"], isMultiple: false, kind: "choice" }),
    seen(90_000, { type: "chatPosted", text: "after the poll", replyTo: null, isToStaff: false }, "jonas"),
  ];
});

const end = () => log.push(seen(120_000, { type: "classEnded" }));

it("opens a replay with its log, and asks the line only for what came after", async () => {
  end();
  const room = await open("replay");
  expect([asked, logs, room.hasEnded]).toEqual([[sequence], 1, true]);
});

it("holds the replay before an unanswered poll and goes on with the answer", async () => {
  end();
  const room = await open("replay");
  room.toggle();
  pass(room, 90_000);
  expect(room.playhead.position).toBe(60_000);
  expect(room.state.chat).toHaveLength(0);
  room.send({ type: "answerPoll", pollId: 99, choices: [1], word: null });
  await vi.waitFor(() => expect(room.playhead.playing).toBe(true));
  expect(sent[0]).toMatchObject({ offsetMs: 60_000, command: { type: "answerPoll" } });
  deliver({ after: sequence, through: sequence + 1, events: [seen(60_000, { type: "pollAnswered", pollId: 99, choices: [1], word: null }, mei, true)] });
  pass(room, 45_000);
  expect(room.state.chat.map(l => l.text)).toEqual(["after the poll"]);
});

it("tells the school at the start that it watches, and then what was seen", async () => {
  end();
  const room = await open("replay");
  expect(watched[0]).toEqual([]);
  room.toggle();
  pass(room, 30_000);
  room.toggle();
  await vi.waitFor(() => expect(watched.flat()).not.toHaveLength(0));
  pass(room, 12_000);
  await vi.waitFor(() => expect(watched.length).toBeGreaterThan(2));
  const until = Math.max(...watched.flat().map(i => i.untilMs));
  expect(until).toBeGreaterThanOrEqual(20_000);
  expect(until).toBeLessThanOrEqual(30_000);
});

it("sends what is done live without an offset, and what is done further back with one", async () => {
  now = start + 100_000;
  const room = await open("live");
  room.send({ type: "postChat", text: "now", replyTo: null, isToStaff: false });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  room.seek(50_000);
  room.send({ type: "postChat", text: "then", replyTo: null, isToStaff: false });
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(o => o.offsetMs)).toEqual([null, 50_000]);
});

it("ignores a batch that it already has and asks again after a hole", async () => {
  now = start + 100_000;
  const room = await open("live");
  const [before, chat] = [sequence, seen(101_000, { type: "chatPosted", text: "once", replyTo: null, isToStaff: false }, "jonas")];
  deliver({ after: before, through: sequence, events: [chat] });
  deliver({ after: before, through: sequence, events: [chat] });
  expect(room.tail.chat.filter(l => l.text === "once")).toHaveLength(1);
  log.push(chat, seen(102_000, { type: "chatPosted", text: "missed", replyTo: null, isToStaff: false }, "jonas"));
  const third = seen(103_000, { type: "chatPosted", text: "third", replyTo: null, isToStaff: false }, "jonas");
  log.push(third);
  deliver({ after: third.sequence - 1, through: third.sequence, events: [third] });
  await vi.waitFor(() => expect(room.tail.chat.map(l => l.text)).toEqual(["after the poll", "once", "missed", "third"]));
});

it("plays when it was told to before the class came", async () => {
  end();
  const room = await open("replay", early => { early.toggle(); early.tick(); });
  pass(room, 10_000);
  expect([room.playhead.playing, room.playhead.following]).toEqual([true, false]);
  expect(room.playhead.position).toBeGreaterThan(9_000);
});

it("keeps nothing of a class that it may not replay any more, and has it back when it opens again", async () => {
  end();
  const room = await open("replay");
  room.toggle();
  pass(room, 20_000);
  cut(new Refused("Conflict", "The replay of this class is not open yet."));
  expect([room.expelled, room.timeline.all.length, room.whole.chat.length, room.edge]).toEqual(["The replay of this class is not open yet.", 0, 0, 0]);
  pass(room, 5_000);
  waits.at(-1)!();
  await vi.waitFor(() => expect(room.expelled).toBe(""));
  await vi.waitFor(() => expect(room.timeline.all).toHaveLength(log.length));
  expect([asked.at(-1), room.hasEnded, room.playhead.playing]).toEqual([0, true, false]);
  expect(room.playhead.position).toBeGreaterThan(19_000);
});
