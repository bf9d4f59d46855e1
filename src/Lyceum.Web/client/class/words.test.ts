import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

type Said = Record<string, unknown>;
const here = path.dirname(fileURLToPath(import.meta.url));
const under = (folder: string, ending: string) => readdirSync(folder, { recursive: true }).map(String).filter(name => name.endsWith(ending)).map(name => path.join(folder, name));
const read = (file: string) => readFileSync(file, "utf8");

const files = under(path.join(here, "../../Features"), "-words.json");
const entries = files.flatMap(file => Object.entries(JSON.parse(read(file)) as Record<string, Said>).map(([key, said]) => ({ key, said, file: path.basename(file) })));
const source = [here, path.join(here, "../support")].flatMap(folder => under(folder, ".ts")).filter(name => !name.endsWith(".test.ts")).map(read).join("\n");
const all = (pattern: RegExp) => [...source.matchAll(pattern)].map(m => m[1]!);

const spoken = new Set([
  ...all(/\bt\("([^"]+)"/g), ...all(/\bcount\("[^"]*", "([^"]+)"/g), ...all(/\b(?:does|word|why): "([^"]+)"/g),
  "Chat", "Questions", "People", "Polls", "Notes", "Instructor", "Assistant", "Observer", "Guest",
]);

it("has every sentence of the class room and of the connection check once, and none that nobody says", () => {
  const keys = entries.map(entry => entry.key);
  expect([...spoken].filter(key => !keys.includes(key))).toEqual([]);
  expect(keys.filter(key => !spoken.has(key))).toEqual([]);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

it("has Spanish and Arabic together or, for what staff alone see, neither", () => {
  expect(entries.filter(({ said }) => ("es" in said) !== ("ar" in said)).map(({ key, file }) => `${file}: ${key}`)).toEqual([]);
});

it("says everything of the connection check in Spanish and Arabic", () => {
  expect(entries.filter(({ file, said }) => file === "check-words.json" && !("es" in said)).map(({ key }) => key)).toEqual([]);
});

it("keeps the places for values in every language", () => {
  const places = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join();
  const wrong = entries.flatMap(({ key, said }) =>
    Object.entries(said).filter(([, word]) => typeof word === "string" && places(word) !== places(key)).map(([language]) => `${language}: ${key}`));
  expect(wrong).toEqual([]);
});
