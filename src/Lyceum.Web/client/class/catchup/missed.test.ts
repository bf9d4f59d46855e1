import { expect, it } from "vitest";
import type { ClassEvent, SeenEvent } from "../log/events.generated";
import type { Room } from "../room";
import { awayBefore, Missed } from "./missed";

let sequence = 0;
const seen = (offsetMs: number, event: ClassEvent, actorId: string | null = "mei"): SeenEvent => ({ sequence: ++sequence, at: "", offsetMs, actorId, isLate: false, event });
const joined = (at: number, connectionId = "one", who = "mei") => seen(at, { type: "joined", connectionId }, who);
const left = (at: number, connectionId = "one") => seen(at, { type: "left", connectionId } as ClassEvent);
const started = seen(0, { type: "classStarted" }, "amara");

const live = (edge: number, events: SeenEvent[], more: Partial<Room> = {}) => ({
  isLive: true, leads: false, place: null, lineState: "open", edge, setup: { personId: "mei" }, timeline: { all: events }, playhead: { following: true }, ...more,
}) as unknown as Room;

it("tells whoever comes late what they missed from the start", () => {
  expect(awayBefore([started, joined(1_000, "x", "jonas"), joined(1_200_000)], "mei")).toEqual([0, 1_200_000]);
  const missed = new Missed();
  const room = live(1_200_500, [started, joined(1_200_000)]);
  missed.follow(room);
  expect(missed.offer(room)).toEqual([0, 1_200_000]);
  missed.dismiss();
  missed.follow(room);
  expect(missed.offer(room)).toBeNull();
});

it("tells nothing to whoever was there, opens a second page, or comes a little late", () => {
  const missed = new Missed();
  const room = live(700_000, [started, joined(20_000), joined(600_000, "two")]);
  missed.follow(room);
  expect(missed.offer(room)).toBeNull();
});

it("knows when somebody was away in between, also over a restart of the school", () => {
  expect(awayBefore([started, joined(0), left(300_000), joined(500_000, "two")], "mei")).toEqual([300_000, 500_000]);
  expect(awayBefore([started, joined(0), seen(420_000, { type: "roomResumed", seenUntilMs: 400_000 }, null), joined(421_000, "two")], "mei")).toEqual([400_000, 421_000]);
});

it("offers the time in which the line was gone, if it was long enough", () => {
  const missed = new Missed();
  const events = [started, joined(0)];
  missed.follow(live(60_000, events));
  missed.follow(live(61_000, events, { lineState: "reconnecting" }));
  missed.follow(live(75_000, events, { lineState: "reconnecting" }));
  const back = live(91_000, events);
  missed.follow(back);
  expect(missed.offer(back)).toEqual([61_000, 91_000]);
  const short = new Missed();
  short.follow(live(61_000, events, { lineState: "reconnecting" }));
  short.follow(live(64_000, events));
  expect(short.offer(live(64_000, events))).toBeNull();
});

it("offers nothing to whoever leads, is in a breakout room, or is behind already", () => {
  const missed = new Missed();
  missed.follow(live(1_200_500, [started, joined(1_200_000)]));
  for (const more of [{ leads: true }, { place: 1 }, { playhead: { following: false } as Room["playhead"] }]) expect(missed.offer(live(1_200_600, [], more))).toBeNull();
});
