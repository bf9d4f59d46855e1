import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { applyAll, emptyClass } from "./apply";
import type { ClassState, SeenEvent } from "./events.generated";
import { Timeline } from "./timeline";

interface Golden {
  log: (SeenEvent & { audience: { kind: "all" | "staff" | "people"; people: string[] } })[];
  staff: ClassState;
  people: Record<string, ClassState>;
}

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../../../../tests/Domain.Tests/Classes/golden");
const stories = readdirSync(folder).filter(name => name.endsWith(".json"));
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Golden;
const seenBy = (golden: Golden, id: string) => golden.log.filter(e => e.audience.kind === "all" || e.audience.people.includes(id));

describe.each(stories)("the story %s", name => {
  const golden = read(name);

  it("comes to the same state for staff as on the server", () => {
    expect(applyAll(emptyClass, golden.log)).toEqual(golden.staff);
  });

  it.each(Object.keys(golden.people))("comes to the same state for the person %s as on the server", id => {
    expect(applyAll(emptyClass, seenBy(golden, id))).toEqual(golden.people[id]);
  });

  it("comes to the same state from wherever a snapshot was taken", () => {
    for (let cut = 0; cut <= golden.log.length; cut++) {
      const snapshot = JSON.parse(JSON.stringify(applyAll(emptyClass, golden.log.slice(0, cut)))) as ClassState;
      expect(applyAll(snapshot, golden.log.slice(cut))).toEqual(golden.staff);
    }
  });

  it("shows at its end, played from the start, what the whole log comes to", () => {
    const timeline = new Timeline();
    for (const event of golden.log) timeline.add([event]);
    const end = timeline.at(Infinity);
    expect({ ...end, chat: byId(end.chat), questions: byId(end.questions) }).toEqual({ ...golden.staff, chat: byId(golden.staff.chat), questions: byId(golden.staff.questions) });
  });
});

const byId = <T extends { id: number }>(things: T[]) => [...things].sort((a, b) => a.id - b.id);
