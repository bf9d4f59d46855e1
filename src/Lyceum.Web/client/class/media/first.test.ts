import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterRecordings, goesFirst } from "./first";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const asked = async () => {
  let isOver = false;
  void afterRecordings().then(() => { isOver = true; });
  await vi.advanceTimersByTimeAsync(0);
  return () => isOver;
};

test("slides wait until every recording can be played", async () => {
  const [voice, screen] = [new EventTarget(), new EventTarget()];
  goesFirst(voice as HTMLMediaElement);
  goesFirst(screen as HTMLMediaElement);
  const isOver = await asked();
  voice.dispatchEvent(new Event("canplay"));
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver()).toBe(false);
  screen.dispatchEvent(new Event("error"));
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver()).toBe(true);
  expect((await asked())()).toBe(true);
});

test("a recording that does not come holds nothing up for long", async () => {
  goesFirst(new EventTarget() as HTMLMediaElement);
  const isOver = await asked();
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(isOver()).toBe(true);
});
