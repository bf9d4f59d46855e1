import { expect, it } from "vitest";
import { speaksAt } from "./stretches";
import { afterSilence, silencesOf } from "./silence";

const voices = { amara: [0, 5_000, 20_000, 30_000], mei: [4_000, 7_000, 31_000, 32_000] };

it("finds the silences that are worth skipping, and leaves the words their edges", () => {
  expect(silencesOf(voices)).toEqual([[7_400, 19_600]]);
});

it("goes on just before the next word", () => {
  const silences = silencesOf(voices);
  expect(afterSilence(silences, 10_000)).toBe(19_600);
  expect(afterSilence(silences, 6_000)).toBeNull();
  expect(afterSilence(silences, 30_500)).toBeNull();
});

it("knows who speaks at a moment", () => {
  expect([3_999, 4_000, 6_999, 7_000].map(at => speaksAt(voices.mei, at))).toEqual([false, true, true, false]);
});
