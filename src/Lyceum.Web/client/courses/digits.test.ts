import { expect, it, vi } from "vitest";
import { Digits } from "./digits";

const typing = (largest: number) => {
  vi.useFakeTimers();
  const put: number[] = [];
  return { put, digits: new Digits(() => largest, number => put.push(number)) };
};

it("takes a digit at once when there are few", () => {
  const { put, digits } = typing(6);
  expect(["4", "0", "x", "7"].map(key => digits.type(key))).toEqual([true, true, false, false]);
  expect(put).toEqual([4, 0]);
});

it("waits for the second digit where one could follow", () => {
  const { put, digits } = typing(14);
  digits.type("1");
  digits.type("2");
  expect(put).toEqual([12]);
  digits.type("1");
  expect(put).toEqual([12]);
  vi.runAllTimers();
  expect(put).toEqual([12, 1]);
});

it("forgets what was typed before it is put back", () => {
  const { put, digits } = typing(30);
  digits.type("2");
  digits.clear();
  vi.runAllTimers();
  expect(put).toEqual([]);
});
