import { expect, it } from "vitest";
import { openShelf, type Shelf } from "./shelf";

const forbidden = (): Shelf => { throw new DOMException("denied", "SecurityError"); };

it("keeps things in memory where the browser keeps its store shut", () => {
  const shelf = openShelf(forbidden);
  expect(shelf.getItem("a")).toBeNull();
  shelf.setItem("a", "1");
  expect(shelf.getItem("a")).toBe("1");
  shelf.removeItem("a");
  expect(shelf.getItem("a")).toBeNull();
});

it("keeps in memory what a full store refuses, and reads it before the older one there", () => {
  const stored = new Map([["a", "old"]]);
  const full: Shelf = { getItem: name => stored.get(name) ?? null, setItem() { throw new DOMException("full", "QuotaExceededError"); }, removeItem: name => void stored.delete(name) };
  const shelf = openShelf(() => full);
  shelf.setItem("a", "new");
  expect(shelf.getItem("a")).toBe("new");
  shelf.removeItem("a");
  expect(shelf.getItem("a")).toBeNull();
});
