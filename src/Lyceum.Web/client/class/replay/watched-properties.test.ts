import { expect, it } from "vitest";
import { addSpan, lengthOf, type Span } from "./intervals";
import { Watched } from "./watched";

const drawer = () => {
  const things = new Map<string, string>();
  return { getItem: (n: string) => things.get(n) ?? null, setItem: (n: string, v: string) => void things.set(n, v), removeItem: (n: string) => void things.delete(n) };
};

/** Mulberry32: the same steps for the same seed, on every machine. */
const dice = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

it("counts what was played, whatever was jumped over, played again or sent twice", async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const roll = dice(seed), watched = new Watched("w", drawer());
    let at = 0, played: Span[] = [], school: Span[] = [], isPlaying = false;
    for (let step = 0; step < 60; step++) {
      const before = lengthOf(watched.spans), kind = Math.floor(roll() * 4);
      if (kind === 0) {
        watched.lift();
        isPlaying = false;
        at = Math.floor(roll() * 4_500_000);
      } else if (kind === 1) {
        if (!isPlaying) watched.reach(at);
        isPlaying = true;
        const to = at + Math.floor(roll() * 30_000);
        watched.reach(to);
        played = addSpan(played, [at, to]);
        at = to;
      } else if (kind === 2) {
        // The school took it, or its answer was lost on the way: then it comes again.
        await watched.flush(async burst => {
          for (const i of burst) school = addSpan(school, [i.fromMs, i.untilMs]);
          if (roll() < 0.3) throw new Error("no answer");
        });
      }
      const after = lengthOf(watched.spans);
      expect(kind === 1 ? after >= before : after === before, `seed ${seed}, step ${step}`).toBe(true);
    }
    await watched.flush(async burst => { for (const i of burst) school = addSpan(school, [i.fromMs, i.untilMs]); });
    expect(watched.spans, `seed ${seed}`).toEqual(played);
    expect(school, `seed ${seed}`).toEqual(played);
  }
});
