import { expect, test } from "vitest";
import { FreeHours, readClasses, slotOf } from "./free-hours";

const tuesday18 = new Date(2026, 10, 24, 18, 0);
const slots = (day: number, from: number, until: number) => Array.from({ length: (until - from) * 2 }, (_, at) => day * 48 + from * 2 + at);

test("a week begins on Monday", () => {
  expect(slotOf(new Date(2026, 10, 23, 0, 0))).toBe(0);
  expect(slotOf(new Date(2026, 10, 29, 23, 59))).toBe(FreeHours.perWeek - 1);
  expect(slotOf(tuesday18)).toBe(48 + 36);
});

test("a class fits when every half hour of it is free", () => {
  const free = new FreeHours(new Set(slots(1, 18, 19)));
  expect(free.holds(tuesday18, 60)).toBe(true);
  expect(free.holds(tuesday18, 75)).toBe(false);
  expect(free.holds(new Date(2026, 10, 24, 17, 45), 60)).toBe(false);
  free.set(48 + 38, true);
  expect(free.holds(tuesday18, 75)).toBe(true);
  expect(free.holds(new Date(2026, 11, 1, 18, 15), 60)).toBe(true);
});

test("a class over midnight on Sunday needs the first hour of Monday", () => {
  const free = new FreeHours(new Set([...slots(6, 23, 24), ...slots(0, 0, 1)]));
  expect(free.holds(new Date(2026, 10, 29, 23, 30), 60)).toBe(true);
  free.set(0, false);
  expect(free.holds(new Date(2026, 10, 29, 23, 30), 60)).toBe(false);
});

test("what was painted is read back, and nonsense is left out", () => {
  const free = FreeHours.parse("84 85 -1 400 x 1.5");
  expect(free.toString()).toBe("84 85");
  expect(free.minutes).toBe(60);
  expect(FreeHours.parse(null).slots.size).toBe(0);
});

test("a class that begins at a quarter past needs both half hours, in whole", () => {
  const free = new FreeHours(new Set(slots(1, 18, 19)));
  expect(free.holds(new Date(2026, 10, 24, 18, 15), 45)).toBe(true);
  expect(free.holds(new Date(2026, 10, 24, 18, 15), 46)).toBe(false);
});

test("of several sections the one that fits best is taken", () => {
  const at = (date: Date) => `${date.getTime() / 1000}:60`;
  const sections = readClasses(`${at(new Date(2026, 10, 26, 9, 0))} ${at(tuesday18)} | ${at(tuesday18)}`);
  expect(new FreeHours(new Set(slots(1, 18, 19))).fits(sections)).toEqual([true]);
  expect(new FreeHours().fits(readClasses(""))).toEqual([]);
});

test("classes that fit are told apart", () => {
  const at = (date: Date) => `${date.getTime() / 1000}:75`;
  const classes = readClasses(`${at(tuesday18)} ${at(new Date(2026, 11, 1, 18, 0))} ${at(new Date(2026, 11, 5, 14, 0))}`);
  expect(new FreeHours(new Set(slots(1, 17, 20))).fits(classes)).toEqual([true, true, false]);
});
