import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, type Oklch } from "./oklch";

type Palette = Record<string, Oklch>;
const sheet = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const color = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g;

function colors(rules: string, scheme: 0 | 1): Palette {
  const palette: Palette = {};
  for (const [, name, value] of rules.matchAll(/--([\w-]+): (light-dark\(.*?\)\)|oklch\([^)]*\));/g)) {
    const found = [...value!.matchAll(color)].map(match => match.slice(1, 4).map(Number) as unknown as Oklch);
    palette[name!] = found[scheme] ?? found[0]!;
  }
  return palette;
}

const hues = [...sheet.matchAll(/\.hue-(\w+) \{([^}]*)\}/g)].map(([, name, rules]) => ({ name: name!, rules: rules! }));
const grounds = ["desk", "surface", "surface-2"];
const tints = ["surface-3", "good-tint", "warn-tint", "bad-tint"];

const texts: [text: string, ground: string][] = [
  ...[...grounds, ...tints].flatMap(ground => [["ink", ground], ["ink-2", ground]] as [string, string][]),
  ...grounds.map(ground => ["ink-3", ground] as [string, string]),
  ["on-ink", "ink"], ["good", "surface"], ["good", "good-tint"], ["warn", "surface"], ["bad", "surface"],
  ["warn-ink", "surface"], ["warn-ink", "warn-tint"], ["bad-ink", "surface"], ["bad-ink", "bad-tint"],
  ["hand-ink", "hand"], ["free-ink", "free"],
];
const edges: [edge: string, ground: string][] = [
  ...["surface", "surface-2"].map(ground => ["edge", ground] as [string, string]),
  ...grounds.map(ground => ["focus", ground] as [string, string]),
  ["free-line", "surface"],
];
const hueTexts: [text: string, ground: string][] = [
  ["hue-on", "hue-solid"], ["hue-on", "hue-deep"], ["hue-on-2", "hue-solid"], ["hue-on-2", "hue-deep"],
  ["hue-ink", "surface"], ["hue-ink", "surface-2"], ["hue-ink", "hue-tint"], ["ink", "hue-tint"], ["ink-2", "hue-tint"],
];
const hueEdges: [edge: string, ground: string][] = [["hue-ink", "surface"], ["hue-ink", "hue-tint"], ["hue-ink", "surface-2"]];

describe.each([["light", 0], ["dark", 1]] as const)("in the %s scheme", (_, scheme) => {
  const school = colors(sheet.slice(0, sheet.indexOf(".hue-")), scheme);
  const ratio = (palette: Palette, [over, ground]: [string, string]) => contrast(palette[over]!, palette[ground]!);

  test.each(texts)("%s is readable on %s", (...pair) => expect(ratio(school, pair)).toBeGreaterThanOrEqual(4.5));
  test.each(edges)("%s can be seen on %s", (...pair) => expect(ratio(school, pair)).toBeGreaterThanOrEqual(3));
  test.each(["live", "leave"])("white is readable on %s", ground => expect(contrast([1, 0, 0], school[ground]!)).toBeGreaterThanOrEqual(4.5));

  describe.each([{ name: "no hue", rules: "" }, ...hues])("a course in $name", ({ rules }) => {
    const palette = { ...school, ...colors(rules, scheme) };
    test.each(hueTexts)("%s is readable on %s", (...pair) => expect(ratio(palette, pair)).toBeGreaterThanOrEqual(4.5));
    test.each(hueEdges)("%s can be seen on %s", (...pair) => expect(ratio(palette, pair)).toBeGreaterThanOrEqual(3));
  });
});

test("there are ten hues", () => expect(hues).toHaveLength(10));
