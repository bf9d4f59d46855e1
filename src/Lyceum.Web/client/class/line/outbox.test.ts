import { expect, it, vi } from "vitest";
import type { Shelf } from "../../shared/shelf";
import { Outbox, type Answer } from "./outbox";

interface Wish { key: string; text: string }

class Drawer implements Shelf {
  readonly things = new Map<string, string>();
  getItem(name: string) { return this.things.get(name) ?? null; }
  setItem(name: string, value: string) { this.things.set(name, value); }
  removeItem(name: string) { this.things.delete(name); }
}

const wish = (n: number): Wish => ({ key: `k${n}`, text: `wish ${n}` });
const done: Answer = { kind: "done" };

it("keeps the order and sends one after the other", async () => {
  const sent: string[] = [];
  const outbox = new Outbox<Wish>("o", new Drawer(), () => {});
  for (const n of [1, 2, 3]) outbox.add(wish(n));
  outbox.open(async w => { sent.push(w.key); return done; });
  await vi.waitFor(() => expect(outbox.pending).toHaveLength(0));
  expect(sent).toEqual(["k1", "k2", "k3"]);
});

it("sends what got no answer again under the same key when the line is back", async () => {
  const sent: string[] = [];
  const outbox = new Outbox<Wish>("o", new Drawer(), () => {});
  outbox.open(async w => { sent.push(w.key); throw new Error("the line broke"); });
  outbox.add(wish(1));
  outbox.add(wish(2));
  await vi.waitFor(() => expect(sent).toEqual(["k1"]));
  expect(outbox.pending).toHaveLength(2);
  outbox.open(async w => { sent.push(w.key); return done; });
  await vi.waitFor(() => expect(outbox.pending).toHaveLength(0));
  expect(sent).toEqual(["k1", "k1", "k2"]);
});

it("lets a refusal go and tells it", async () => {
  const answers: string[] = [];
  const outbox = new Outbox<Wish>("o", new Drawer(), (w, a) => answers.push(`${w.key} ${a.kind}`));
  outbox.open(async w => w.key === "k1" ? { kind: "refused", message: "The class has ended." } : done);
  outbox.add(wish(1));
  outbox.add(wish(2));
  await vi.waitFor(() => expect(answers).toEqual(["k1 refused", "k2 done"]));
});

it("survives a closed tab: what waited is sent by the next page", async () => {
  const drawer = new Drawer();
  new Outbox<Wish>("o", drawer, () => {}).add(wish(7));
  const next = new Outbox<Wish>("o", drawer, () => {});
  const sent: string[] = [];
  next.open(async w => { sent.push(w.text); return done; });
  await vi.waitFor(() => expect(sent).toEqual(["wish 7"]));
  await vi.waitFor(() => expect(drawer.things.size).toBe(0));
});

it("works with a store that is full or broken", async () => {
  const broken: Shelf = { getItem: () => "{not json", setItem: () => { throw new Error("full"); }, removeItem: () => { throw new Error("full"); } };
  const sent: string[] = [];
  const outbox = new Outbox<Wish>("o", broken, () => {});
  outbox.open(async w => { sent.push(w.key); return done; });
  outbox.add(wish(1));
  await vi.waitFor(() => expect(sent).toEqual(["k1"]));
});
