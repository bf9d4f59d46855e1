import { expect, it } from "vitest";
import { Cuts, seenOf } from "./cuts";

it("goes on behind a cut, and stops before one that reaches the end", () => {
  const cuts = new Cuts(true);
  cuts.spans = [[0, 10_000], [50_000, 60_000], [90_000, 100_000]];
  expect([0, 9_999, 10_000, 55_000, 60_000, 95_000, 100_000].map(at => cuts.place(at, 100_000))).toEqual([10_000, 10_000, 10_000, 60_000, 60_000, 90_000, 100_000]);
});

it("lets staff through, until they look as students do", () => {
  const cuts = new Cuts(false);
  cuts.spans = [[50_000, 60_000]];
  expect(cuts.place(55_000, 100_000)).toBe(55_000);
  cuts.skips = true;
  cuts.marked = [70_000, 80_000];
  expect([55_000, 75_000].map(at => cuts.place(at, 100_000))).toEqual([60_000, 80_000]);
});

it("asks for nothing that was cut and takes nothing from whoever had seen it", () => {
  expect(seenOf([[0, 45_000]], [[50_000, 100_000]], 100_000)).toBe(90_000);
  expect(seenOf([[0, 90_000]], [[0, 50_000]], 100_000)).toBe(90_000);
  expect(seenOf([[0, 20_000]], [[0, 100_000]], 100_000)).toBe(20_000);
});
