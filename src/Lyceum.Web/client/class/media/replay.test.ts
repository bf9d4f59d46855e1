import { expect, it } from "vitest";
import type { RecordedTrack } from "../log/events.generated";
import { endOf } from "./replay";

const track = (startMs: number, lengthMs: number | null, more: Partial<RecordedTrack> = {}): RecordedTrack =>
  ({ id: startMs, personId: "amara", source: "camera", file: "f", startMs, lengthMs, hasEnded: true, ...more });

it("ends a recording where it ends, or while it grows never", () => {
  expect(endOf(track(1_000, 500), [])).toBe(1_500);
  expect(endOf(track(1_000, null, { hasEnded: false }), [track(9_000, null)])).toBe(Infinity);
});

it("ends a recording that broke off where the same picture goes on", () => {
  const all = [track(1_000, null), track(5_000, 100, { personId: "mei" }), track(6_000, 100, { source: "microphone" }), track(8_000, null), track(9_000, 10)];
  expect(endOf(all[0]!, all)).toBe(8_000);
  expect(endOf(track(1_000, null), [])).toBe(Infinity);
});
