import { expect, it } from "vitest";
import { byGroup, bySection, dealt, joined, moved, resized } from "./plan";

const people = Array.from({ length: 23 }, (_, i) => `p${i}`);

it("deals everybody into one room, evenly, whatever chance does", () => {
  for (const count of [2, 3, 5, 7, 20]) {
    const rooms = dealt(Array.from({ length: count }, (_, i) => `${i}`), people);
    expect(rooms.flatMap(room => room.people).sort()).toEqual([...people].sort());
    const sizes = rooms.map(room => room.people.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});

it("deals anew each time it is asked", () => {
  let seed = 1;
  const chance = () => (seed = seed * 16807 % 2147483647) / 2147483647;
  expect(dealt(["a", "b"], people, chance)).not.toEqual(dealt(["a", "b"], people, chance));
});

it("makes a room a section and puts whoever has none where the fewest are", () => {
  const rooms = bySection([{ name: "Mon", people: ["p0", "p1"] }, { name: "Wed", people: ["p2"] }], ["p0", "p1", "p2", "p9"]);
  expect(rooms).toEqual([{ name: "Mon", people: ["p0", "p1"] }, { name: "Wed", people: ["p2", "p9"] }]);
});

it("makes a room a group for those who are here and those who are not, and puts whoever is in none nowhere", () => {
  const groups = [{ name: "Buses", people: ["p0", "p7"] }, { name: "Tides", people: [] }];
  expect(byGroup(groups, ["p0", "p9"])).toEqual(groups);
});

it("takes the groups of which somebody is here where there are more than rooms", () => {
  const groups = Array.from({ length: 25 }, (_, i) => ({ name: `g${i}`, people: [`p${i}`] }));
  expect(byGroup(groups, ["p3", "p24"]).map(room => room.name)).toEqual(["g3", "g24"]);
});

it("takes one person out of every room", () => {
  expect(moved([{ name: "a", people: ["p0", "p1"] }], "p1", null)).toEqual([{ name: "a", people: ["p0"] }]);
});

it("moves one person and leaves the rest where they are", () => {
  const rooms = moved([{ name: "a", people: ["p0", "p1"] }, { name: "b", people: ["p2"] }], "p1", 1);
  expect(rooms.map(room => room.people)).toEqual([["p0"], ["p2", "p1"]]);
});

it("takes in who came since, and loses nobody when there are fewer rooms", () => {
  const rooms = joined([{ name: "a", people: ["p0", "p1"] }, { name: "b", people: [] }], ["p0", "p5"]);
  expect(rooms.map(room => room.people)).toEqual([["p0", "p1"], ["p5"]]);
  const fewer = resized(dealt(["a", "b", "c"], people), 2, i => `${i}`);
  expect(fewer.flatMap(room => room.people).sort()).toEqual([...people].sort());
});
