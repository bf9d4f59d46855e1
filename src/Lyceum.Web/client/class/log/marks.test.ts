import { expect, it } from "vitest";
import { applyAll, emptyClass } from "./apply";
import type { ClassEvent, SeenEvent } from "./events.generated";
import { activity, chaptersOf, marksOf, lostCurve } from "./marks";
import { clockText, minutesLeft } from "./offset";

let sequence = 0;
const minute = 60_000;
const event = (offsetMs: number, e: ClassEvent, isLate = false): SeenEvent => ({ sequence: ++sequence, at: "2026-11-24T17:00:00Z", offsetMs, actorId: "mei", isLate, event: e });

it("fills the strip where the class was busy, with what happened live alone", () => {
  const busy = Array.from({ length: 20 }, (_, i) => event(10 * minute + i * 500, { type: "chatPosted", text: "x", replyTo: null, isToStaff: false }));
  const late = Array.from({ length: 20 }, (_, i) => event(40 * minute + i * 500, { type: "chatPosted", text: "x", replyTo: null, isToStaff: false }, true));
  const levels = activity([...busy, ...late], 0, 60 * minute, 60);
  expect(levels[10]).toBe(1);
  expect(levels[30]).toBe(0);
  expect(levels[40]).toBe(0);
});

it("makes one mark of hands that go up together", () => {
  const log = [event(minute, { type: "handRaised" }), event(minute + 5_000, { type: "handRaised" }), event(5 * minute, { type: "handRaised" })];
  expect(marksOf(applyAll(emptyClass, log), log, "mei").map(m => m.at)).toEqual([minute, 5 * minute]);
});

it("shows the parts that began and, while it is live, those that are planned behind them", () => {
  const segments = [{ title: "Recap", minutes: 10 }, { title: "Samples", minutes: 20 }, { title: "Questions", minutes: 15 }];
  const log = [
    event(0, { type: "classOpened", title: "t", plannedStart: "2026-11-24T17:00:00Z", plannedEnd: "2026-11-24T17:45:00Z", segments }),
    event(0, { type: "classStarted" }), event(0, { type: "chapterStarted", title: "Recap" }), event(12 * minute, { type: "chapterStarted", title: "Samples" }),
  ];
  const chapters = chaptersOf(applyAll(emptyClass, log), 13 * minute, 45 * minute);
  expect(chapters.map(c => [c.title, c.at, c.isPlanned])).toEqual([["Recap", 0, false], ["Samples", 12 * minute, false], ["Questions", 30 * minute, true]]);
});

it("says times as people read them", () => {
  expect(clockText(32 * minute + 14_999)).toBe("32:14");
  expect(clockText(75 * minute + 2_000)).toBe("1:15:02");
  expect(clockText(-5)).toBe("0:00");
  expect(minutesLeft(0, 61_000)).toBe(2);
});

it("draws where students were lost as a curve that peaks where most were", () => {
  const marks = [60_000, 300_000, 310_000, 320_000].map(offsetMs => ({ offsetMs, isLate: false }));
  const curve = lostCurve(marks, 0, 600_000, 60);
  expect(curve).toHaveLength(61);
  expect(curve.indexOf(Math.max(...curve))).toBe(31);
  expect(curve[60]).toBe(0);
  expect(lostCurve([], 0, 600_000, 4)).toEqual([0, 0, 0, 0, 0]);
});
