import { describe, expect, it } from "vitest";
import { editBetween, moved } from "./edits";

describe("an edit of the notes", () => {
  it("is what differs", () => {
    expect(editBetween("The mean", "The mean")).toBeNull();
    expect(editBetween("The mean", "The sample mean")).toEqual({ at: 4, gone: 0, came: "sample " });
    expect(editBetween("aaa", "aa")).toEqual({ at: 2, gone: 1, came: "" });
    expect(editBetween("", "n")).toEqual({ at: 0, gone: 0, came: "n" });
  });

  it("cuts no letter in two", () => {
    expect(editBetween("a😀b", "a😁b")).toEqual({ at: 1, gone: 2, came: "😁" });
    expect(editBetween("😀", "😁😀")).toEqual({ at: 0, gone: 0, came: "😁" });
  });

  it("by others moves the place at which one writes", () => {
    expect(moved(5, [{ insert: "ab" }])).toBe(7);
    expect(moved(5, [{ retain: 5 }, { insert: "ab" }])).toBe(5);
    expect(moved(5, [{ retain: 3 }, { delete: 4 }])).toBe(3);
    expect(moved(5, [{ retain: 1 }, { delete: 2 }, { insert: "xyz" }])).toBe(6);
  });
});
