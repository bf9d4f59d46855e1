import { describe, expect, it } from "vitest";
import { Journal } from "./journal";

class Shelf implements Storage {
  private readonly map = new Map<string, string>();
  isFull = false;
  get length(): number { return this.map.size; }
  clear(): void { this.map.clear(); }
  key(index: number): string | null { return [...this.map.keys()][index] ?? null; }
  getItem(key: string): string | null { return this.map.get(key) ?? null; }
  removeItem(key: string): void { this.map.delete(key); }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new Error("full");
    this.map.set(key, value);
  }
}

const text = (value: string) => ({ kind: "text" as const, text: value });

describe("the journal", () => {
  it("is still there when the tab is opened again", () => {
    const shelf = new Shelf();
    new Journal("a", shelf).write("q1", text("2.3"), 1000, 0);
    expect(new Journal("a", shelf).read("q1")?.answer).toEqual(text("2.3"));
    expect(new Journal("another attempt", shelf).read("q1")).toBeNull();
  });

  it("numbers every change higher than the last, whatever the clock does", () => {
    const journal = new Journal("a", new Shelf());
    expect(journal.write("q1", text("2"), 1000, 0).sequence).toBe(1000);
    expect(journal.write("q1", text("2."), 1000, 0).sequence).toBe(1001);
    expect(journal.write("q1", text("2.3"), 400, 0).sequence).toBe(1002);
    expect(journal.write("q2", text("x"), 400, 5000).sequence).toBe(5001);
  });

  it("forgets only what the school has acknowledged", () => {
    const journal = new Journal("a", new Shelf());
    journal.write("q1", text("2"), 1000, 0);
    journal.write("q1", text("2.3"), 2000, 0);
    journal.acknowledge({ q1: 1000 });
    expect(journal.pending(["q1", "q2"]).map(([id]) => id)).toEqual(["q1"]);
    journal.acknowledge({ q1: 2000 });
    expect(journal.pending(["q1", "q2"])).toEqual([]);
  });

  it("goes on in memory when the device keeps nothing, and says so", () => {
    const shelf = new Shelf();
    shelf.isFull = true;
    const journal = new Journal("a", shelf);
    journal.write("q1", text("2"), 1000, 0);
    expect(journal.isKept).toBe(false);
    expect(journal.read("q1")?.answer).toEqual(text("2"));
    expect(new Journal("a", null).flags()).toEqual(new Set());
  });

  it("passes over an entry that something else has broken", () => {
    const shelf = new Shelf();
    shelf.setItem("lyceum.quiz.a.answer.q1", "{half");
    expect(new Journal("a", shelf).read("q1")).toBeNull();
  });
});
