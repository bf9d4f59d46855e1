import { describe, expect, it } from "vitest";
import { finished, isNear, pathOf, simplify } from "./lines";

describe("a line on a slide", () => {
  it("keeps its corners and loses what lies straight between them", () => {
    expect(simplify([0, 0, 50, 1, 100, 0, 100, 50, 100, 100], 5)).toEqual([0, 0, 100, 0, 100, 100]);
  });

  it("stays on the slide, in whole numbers, and a dot is two points", () => {
    expect(finished([-40, 12.4])).toEqual([[0, 12, 0, 12]]);
    expect(finished([0, 0, 10_900, 20_000])).toEqual([[0, 0, 10_000, 10_000]]);
  });

  it("goes on as another where it is long, from where it stopped", () => {
    const zigzag = Array.from({ length: 600 }, (_, i) => [i * 16, i % 2 ? 5_000 : 1_000]).flat();
    const pieces = finished(zigzag);
    expect(pieces.map(piece => piece.length / 2)).toEqual([250, 250, 102]);
    for (let i = 1; i < pieces.length; i++) expect(pieces[i]!.slice(0, 2)).toEqual(pieces[i - 1]!.slice(-2));
  });

  it("is met by the eraser where it passes, as wide as it is high on the screen", () => {
    const across = [0, 5_000, 10_000, 5_000];
    expect(isNear(across, 5_000, 5_150, 100, 16 / 9)).toBe(true);
    expect(isNear(across, 5_000, 5_150, 100, 1)).toBe(false);
    expect(isNear(across, 5_000, 6_000, 100, 16 / 9)).toBe(false);
  });

  it("is drawn from its first point to its last", () => {
    expect(pathOf([1, 2, 3, 4])).toBe("M1 2L3 4");
    expect(pathOf([0, 0, 10, 0, 20, 0, 30, 0])).toBe("M0 0Q10 0 15 0Q20 0 30 0");
  });
});
