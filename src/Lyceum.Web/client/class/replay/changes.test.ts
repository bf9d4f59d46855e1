import { expect, test } from "vitest";
import { changesSince } from "./changes";
import type { ClassEvent, SeenEvent } from "../log/events.generated";

const [me, amara] = ["me", "amara"];
const late = (sequence: number, at: string, event: ClassEvent, actorId = amara): SeenEvent => ({ sequence, actorId, at, offsetMs: sequence * 1_000, isLate: true, event });
const asked: ClassEvent = { type: "pollOpened", pollId: 3, question: "Why?", options: ["So", "Or so"], isMultiple: false, kind: "choice" };

test("what others added after the last visit is new, one's own and older things are not", () => {
  const events = [
    late(5, "2026-11-25T10:00:00Z", asked), late(6, "2026-11-20T10:00:00Z", { type: "questionAnsweredInWriting", questionId: 2, text: "So." }),
    late(7, "2026-11-25T11:00:00Z", { type: "questionAnsweredInWriting", questionId: 4, text: "So." }), late(8, "2026-11-25T11:00:00Z", asked, me),
    { ...late(9, "2026-11-25T11:00:00Z", asked), isLate: false },
  ];
  expect(changesSince(events, "2026-11-24T00:00:00Z", me)).toEqual([{ kind: "checkpoint", at: 5_000 }, { kind: "answer", at: 7_000 }]);
});

test("a checkpoint that was taken out again is not announced", () => {
  const events = [late(5, "2026-11-25T10:00:00Z", asked), late(6, "2026-11-25T10:01:00Z", { type: "checkpointWithdrawn", pollId: 3 })];
  expect(changesSince(events, "2026-11-24T00:00:00Z", me)).toEqual([]);
});
