import { expect, it } from "vitest";
import type { ClassEvent, SeenEvent } from "./events.generated";
import { Timeline } from "./timeline";
import { linesInPlace } from "../view";

const mei = "mei";
const at = (sequence: number, offsetMs: number, event: ClassEvent, isLate = false): SeenEvent =>
  ({ sequence, at: "2026-11-24T17:00:00Z", offsetMs, actorId: mei, isLate, event });

const line = (sequence: number, offsetMs: number, isLate = false) => at(sequence, offsetMs, { type: "chatPosted", text: `line ${sequence}`, replyTo: null, isToStaff: false }, isLate);
const texts = (timeline: Timeline, offset: number) => linesInPlace(timeline.at(offset)).map(l => l.text);

it("shows what had happened by an offset and nothing of what came after", () => {
  const timeline = new Timeline();
  timeline.add([line(1, 0), line(2, 10_000), line(3, 20_000)]);
  expect(texts(timeline, 10_000)).toEqual(["line 1", "line 2"]);
  expect(texts(timeline, 9_999)).toEqual(["line 1"]);
});

it("puts what was written later where it was written, marked late", () => {
  const timeline = new Timeline();
  timeline.add([line(1, 0), line(2, 20_000)]);
  expect(texts(timeline, 30_000)).toEqual(["line 1", "line 2"]);
  timeline.add([line(9, 10_000, true)]);
  expect(texts(timeline, 30_000)).toEqual(["line 1", "line 9", "line 2"]);
  expect(linesInPlace(timeline.at(30_000)).map(l => l.isLate)).toEqual([false, true, false]);
});

it("takes an event that it already has only once", () => {
  const timeline = new Timeline();
  timeline.add([line(1, 0), line(2, 5_000)]);
  timeline.add([line(2, 5_000), line(3, 6_000)]);
  expect(texts(timeline, 10_000)).toHaveLength(3);
});

it("gives the same state back and forth over a long class as in one go", () => {
  const events = Array.from({ length: 1_500 }, (_, i) => line(i + 1, i * 100));
  const timeline = new Timeline();
  timeline.add(events);
  for (const offset of [149_900, 20_050, 90_000, 0, 60_000, 149_900]) {
    expect(timeline.at(offset).chat).toHaveLength(Math.floor(offset / 100) + 1);
  }
  timeline.add([line(2_000, 50, true)]);
  expect(timeline.at(149_900).chat).toHaveLength(1_501);
});
