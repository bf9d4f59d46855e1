import { expect, test } from "vitest";
import { Stretches } from "./stretches";

test("what overlaps or touches is one stretch, and each second counts once", () => {
  const stretches = new Stretches([{ fromMs: 5000, untilMs: 9000 }, { fromMs: 0, untilMs: 5000 }, { fromMs: 8000, untilMs: 10_000 }, { fromMs: 20_000, untilMs: 21_000 }]);
  expect(stretches.all).toEqual([{ fromMs: 0, untilMs: 10_000 }, { fromMs: 20_000, untilMs: 21_000 }]);
  expect(stretches.totalMs).toBe(11_000);
});

test("playing the same part again adds nothing, backward and empty stretches are left out", () => {
  const once = new Stretches([{ fromMs: 0, untilMs: 4000 }]);
  expect(once.with({ fromMs: 1000, untilMs: 3000 }).totalMs).toBe(4000);
  expect(once.with({ fromMs: 9000, untilMs: 9000 }).with({ fromMs: 8000, untilMs: 7000 }).all).toHaveLength(1);
});
