import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = path.dirname(fileURLToPath(import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(path.join(here, "../../../Features/Classes", file), "utf8")) as Record<string, Record<string, string>>;
const words = read("Media/media-words.json");
const rooms = read("Room/room-words.json");
const source = readdirSync(here).filter(name => name.endsWith(".ts") && !name.endsWith(".test.ts")).map(name => readFileSync(path.join(here, name), "utf8")).join("\n");
const spoken = new Set([/\bt\("([^"]+)"/g, /\bcount\("[^"]*", "([^"]+)"/g, /\b(?:word|why): "([^"]+)"/g].flatMap(pattern => [...source.matchAll(pattern)].map(m => m[1]!)));

it("has every sentence of sound and picture, and none that nobody says", () => {
  expect([...spoken].filter(key => !(key in words) && !(key in rooms))).toEqual([]);
  expect(Object.keys(words).filter(key => !spoken.has(key))).toEqual([]);
});

it("has Spanish and Arabic together or, for what staff alone see, neither", () => {
  expect(Object.entries(words).filter(([, said]) => ("es" in said) !== ("ar" in said)).map(([key]) => key)).toEqual([]);
});
