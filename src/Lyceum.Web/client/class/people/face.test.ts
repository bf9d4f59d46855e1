import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { hues, initials } from "./face";

it("knows the hues of the school in their order", () => {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../../../Lyceum.Domain/Courses/Hues.cs");
  const list = /\[([^\]]+)\]/.exec(readFileSync(file, "utf8"))![1]!;
  expect(hues).toEqual([...list.matchAll(/"([a-z]+)"/g)].map(m => m[1]));
});

it("takes the first letters of the first and the last name, without a title", () => {
  expect(initials("Dr. Amara Okafor")).toBe("AO");
  expect(initials("Anneke de Vries")).toBe("AV");
  expect(initials("Lucía")).toBe("L");
  expect(initials("")).toBe("?");
});
