import { expect, it } from "vitest";
import type { RecordedTrack } from "../log/events.generated";
import { endOf, isLacking } from "./replay";

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

it("waits for what can still come, not for what is over or broken", () => {
  const here = { ended: false, error: null, seeking: false, readyState: 4 };
  expect(isLacking(here)).toBe(false);
  expect(isLacking({ ...here, readyState: 2 })).toBe(true);
  expect(isLacking({ ...here, seeking: true })).toBe(true);
  expect(isLacking({ ...here, ended: true, readyState: 2 })).toBe(false);
  expect(isLacking({ ...here, error: {} as MediaError, readyState: 0 })).toBe(false);
});
