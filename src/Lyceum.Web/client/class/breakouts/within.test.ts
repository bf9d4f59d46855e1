import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { applyAll, emptyClass } from "../log/apply";
import type { ClassState, SeenEvent } from "../log/events.generated";
import { bare, doneIn, heardAt, ofTheClass, within } from "./within";

const here = path.dirname(fileURLToPath(import.meta.url));
const golden = path.join(here, "../../../../../tests/Domain.Tests/Classes/golden/breakouts.json");
const { log } = JSON.parse(readFileSync(golden, "utf8")) as { log: SeenEvent[] };
const upTo = (type: string): ClassState => applyAll(emptyClass, log.slice(0, log.findIndex(e => e.event.type === type || (e.event.type === "inBreakout" && e.event.event.type === type)) + 1));

it("shows a room as a class of its own, with those who are in it and the slides of the class", () => {
  const state = upTo("chatPosted");
  const room = within(state, 1);
  expect(room.title).toBe("Buses");
  expect(room.chat.map(l => l.text)).toEqual(["Shall we take the 18 bus?"]);
  expect(Object.values(room.people).filter(p => p.connections.length > 0).map(p => p.name).sort()).toEqual(["Jonas Weber", "Mei Tanaka"]);
  expect(room.deck).toEqual(state.deck);
});

it("shows the class without those who are away, and knows their names", () => {
  const state = within(upTo("chatPosted"), null);
  const names = Object.values(state.people);
  expect(names.filter(p => p.connections.length > 0).map(p => p.name)).not.toContain("Mei Tanaka");
  expect(names.map(p => p.name)).toContain("Mei Tanaka");
});

it("sends into the room what is done in it, and to the class what is the class's", () => {
  const line = { type: "postChat", text: "Hi", replyTo: null, isToStaff: false } as const;
  expect(doneIn(2, line)).toEqual({ type: "doInBreakout", room: 2, command: line });
  expect(bare(doneIn(2, line))).toEqual(line);
  expect(doneIn(null, line)).toEqual(line);
  expect(doneIn(2, { type: "callForHelp" })).toEqual({ type: "callForHelp" });
});

it("lets nobody hear of another room", () => {
  const types = (place: number | null) => heardAt(place, log).map(e => e.event.type);
  expect(types(1)).toContain("chatPosted");
  expect(heardAt(2, log).filter(e => e.event.type === "chatPosted").map(e => e.event.type === "chatPosted" && e.event.text)).toEqual(["I am alone here."]);
  expect(types(null)).not.toContain("chatPosted");
});

it("knows what is the class's own as the school does", () => {
  const domain = (file: string) => readFileSync(path.join(here, "../../../../Lyceum.Domain/Classes", file), "utf8");
  const list = /IsOfTheClass\(ClassCommand command\) => command\s+is ([^;]+);/.exec(domain("Breakouts/BreakoutLog.cs"))![1]!;
  const onTheWire = new Map([...domain("ClassCommand.cs").matchAll(/typeof\((\w+)\), "(\w+)"/g)].map(m => [m[1]!, m[2]!]));
  const theirs = list.split(/\s+or\s+/).map(name => onTheWire.get(name.trim())).filter(name => name !== undefined);
  expect([...ofTheClass].sort()).toEqual(theirs.sort());
});
