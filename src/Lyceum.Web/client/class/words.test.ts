import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = path.dirname(fileURLToPath(import.meta.url));
const words = JSON.parse(readFileSync(path.join(here, "../../Features/Classes/Room/room-words.json"), "utf8")) as Record<string, Record<string, unknown>>;
const source = readdirSync(here).filter(name => name.endsWith(".ts") && !name.endsWith(".test.ts")).map(name => readFileSync(path.join(here, name), "utf8")).join("\n");
const all = (pattern: RegExp, group = 1) => [...source.matchAll(pattern)].map(m => m[group]!);

const spoken = new Set([
  ...all(/\bt\("([^"]+)"/g), ...all(/\? t\("([^"]+)"/g), ...all(/\bcount\("[^"]*", "([^"]+)"/g), ...all(/\b(?:does|word): "([^"]+)"/g),
  "Chat", "Questions", "People", "Polls", "Notes", "Instructor", "Assistant", "Observer",
]);

it("has every sentence of the room, and none that nobody says", () => {
  expect([...spoken].filter(key => !(key in words))).toEqual([]);
  expect(Object.keys(words).filter(key => !spoken.has(key))).toEqual([]);
});

it("has Spanish and Arabic together or, for what staff alone see, neither", () => {
  expect(Object.entries(words).filter(([, said]) => ("es" in said) !== ("ar" in said)).map(([key]) => key)).toEqual([]);
});

it("keeps the places for values in every language", () => {
  const places = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join();
  const wrong = Object.entries(words).flatMap(([key, said]) =>
    Object.entries(said).filter(([, word]) => typeof word === "string" && places(word) !== places(key)).map(([language]) => `${language}: ${key}`));
  expect(wrong).toEqual([]);
});
