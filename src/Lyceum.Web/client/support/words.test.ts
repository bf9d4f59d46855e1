import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = path.dirname(fileURLToPath(import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(path.join(here, "../../Features", file), "utf8")) as Record<string, Record<string, string>>;
const words = read("Support/check-words.json");
const others = { ...read("Classes/Room/room-words.json"), ...read("Classes/Media/media-words.json") };
const source = readdirSync(here).filter(name => name.endsWith(".ts") && !name.endsWith(".test.ts")).map(name => readFileSync(path.join(here, name), "utf8")).join("\n");
const spoken = new Set([/\bt\("([^"]+)"/g, /\bcount\("[^"]*", "([^"]+)"/g, /\bword: "([^"]+)"/g].flatMap(pattern => [...source.matchAll(pattern)].map(m => m[1]!)));

it("has every sentence of devices and the check, and none that nobody says", () => {
  expect([...spoken].filter(key => !(key in words) && !(key in others))).toEqual([]);
  expect(Object.keys(words).filter(key => !spoken.has(key))).toEqual([]);
});

it("has Spanish and Arabic for each, with the same places for values", () => {
  const places = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join();
  expect(Object.entries(words).filter(([key, said]) => ["es", "ar"].some(language => places(said[language] ?? "-{9}") !== places(key))).map(([key]) => key)).toEqual([]);
});
