import { expect, it, vi } from "vitest";
import type { WatchedInterval } from "../log/events.generated";
import { addSpan, covered, lengthOf, type Span } from "./intervals";
import { Watched } from "./watched";

const drawer = () => {
  const things = new Map<string, string>();
  return { getItem: (n: string) => things.get(n) ?? null, setItem: (n: string, v: string) => void things.set(n, v), removeItem: (n: string) => void things.delete(n) };
};

it("counts a second once however often it was seen", () => {
  let spans: Span[] = [];
  for (const span of [[0, 10], [5, 20], [40, 50], [20, 30], [45, 46]] as Span[]) spans = addSpan(spans, span);
  expect(spans).toEqual([[0, 30], [40, 50]]);
  expect(lengthOf(spans)).toBe(40);
  expect(covered(spans, 20, 40)).toBe(0.5);
});

it("does not count what a seek jumped over", () => {
  const watched = new Watched("w", drawer());
  watched.reach(0);
  watched.reach(4_000);
  watched.lift();
  watched.reach(60_000);
  watched.reach(61_000);
  expect(watched.spans).toEqual([[0, 4_000], [60_000, 61_000]]);
});

it("keeps a burst that got no answer and sends it with the next", async () => {
  const shelf = drawer();
  const watched = new Watched("w", shelf);
  watched.reach(0);
  watched.reach(5_000);
  await watched.flush(() => Promise.reject(new Error("offline")));
  expect(watched.hasUnsent).toBe(true);
  const sent: WatchedInterval[] = [];
  const nextPage = new Watched("w", shelf);
  await nextPage.flush(async burst => { sent.push(...burst); });
  expect(sent).toEqual([{ fromMs: 0, untilMs: 5_000 }]);
  await vi.waitFor(() => expect(nextPage.hasUnsent).toBe(false));
});

it("sends only what is new, also when more was seen while a burst was under way", async () => {
  const watched = new Watched("w", drawer());
  const sent: WatchedInterval[][] = [];
  watched.reach(0);
  watched.reach(10_000);
  await watched.flush(async burst => {
    sent.push(burst);
    watched.reach(12_000);
  });
  await watched.flush(async burst => { sent.push(burst); });
  expect(sent).toEqual([[{ fromMs: 0, untilMs: 10_000 }], [{ fromMs: 10_000, untilMs: 12_000 }]]);
  expect(watched.spans).toEqual([[0, 12_000]]);
});
