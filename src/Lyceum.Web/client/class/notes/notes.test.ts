import { expect, it, vi } from "vitest";
import { openShelf } from "../../shared/shelf";
import { Notes, type WrittenNote } from "./notes";

function school() {
  const stored = new Map<string, WrittenNote>();
  let isDown = false;
  return {
    stored,
    down(next: boolean) { isDown = next; },
    read: async () => [...stored.values()],
    keep: async (note: WrittenNote) => {
      if (isDown) throw new Error("no line");
      if (note.text === null) stored.delete(note.id);
      else stored.set(note.id, note);
      return { kind: "done" as const };
    },
  };
}

const open = (at: ReturnType<typeof school>, shelf = openShelf(() => { throw new Error("private"); })) => new Notes("notes", shelf, at, () => {}, () => {});

it("keeps a note through a broken line and sends it once the line is back", async () => {
  const at = school();
  const notes = open(at);
  notes.follow(true);
  await vi.waitFor(() => expect(notes.all).toEqual([]));
  at.down(true);
  notes.write("Ask about n = 30", 61_500.7);
  expect(notes.all.map(n => [n.text, n.offsetMs])).toEqual([["Ask about n = 30", 61_500]]);
  expect(at.stored.size).toBe(0);
  notes.follow(false);
  at.down(false);
  notes.follow(true);
  await vi.waitFor(() => expect([...at.stored.values()].map(n => n.text)).toEqual(["Ask about n = 30"]));
  expect(notes.isWaiting(notes.all[0]!.id)).toBe(false);
});

it("stands in the order of the class and forgets what was removed", async () => {
  const at = school();
  const notes = open(at);
  notes.follow(true);
  notes.write("second", 2_000);
  notes.write("first", 1_000);
  expect(notes.all.map(n => n.text)).toEqual(["first", "second"]);
  await vi.waitFor(() => expect(at.stored.size).toBe(2));
  notes.remove(notes.all[0]!);
  expect(notes.all.map(n => n.text)).toEqual(["second"]);
  await vi.waitFor(() => expect(at.stored.size).toBe(1));
});
