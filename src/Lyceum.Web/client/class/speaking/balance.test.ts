import { expect, it } from "vitest";
import { emptyClass, freshBreakout } from "../log/apply";
import type { ClassPerson, ClassState } from "../log/events.generated";
import { balance, percentOf, spokenUntil, totalOf } from "./balance";

const person = (name: string, role: ClassPerson["role"], isHere = true): ClassPerson => ({ name, role, connections: isHere ? ["one"] : [] });

const state: ClassState = {
  ...emptyClass,
  people: { amara: person("Dr. Amara Okafor", "instructor"), mei: person("Mei Tanaka", "student"), jonas: person("Jonas Weber", "student"), noah: person("Noah Adeyemi", "student", false), ruth: person("Ruth Lindgren", "observer") },
  media: { ...emptyClass.media, voices: { amara: [0, 4_000, 9_000, 9_500], mei: [4_200, 5_200], noah: [6_000, 6_500] } },
  breakouts: { ...emptyClass.breakouts, rooms: [{ id: 1, name: "Buses", openedMs: 9_000, closedMs: null, help: null, visitors: [], inside: { ...freshBreakout, media: { ...freshBreakout.media, voices: { mei: [9_600, 12_600] } } } }] },
};

it("counts what everybody said until the playhead, in breakout rooms too", () => {
  expect([...spokenUntil(state, 20_000)]).toEqual([["amara", 4_500], ["mei", 4_000], ["noah", 500]]);
  expect([...spokenUntil(state, 4_700)]).toEqual([["amara", 4_000], ["mei", 500], ["noah", 0]]);
});

it("lists whoever is here or was heard, the longest first, and observers not at all", () => {
  expect(balance(state, 20_000).map(one => [one.id, one.ms, one.isStaff])).toEqual([["amara", 4_500, true], ["mei", 4_000, false], ["noah", 500, false], ["jonas", 0, false]]);
  expect(totalOf(balance(state, 20_000))).toBe(9_000);
});

it("has no share of a silence", () => {
  expect([percentOf(1, 3), percentOf(0, 0)]).toEqual([33, 0]);
});
