import { beforeEach, describe, expect, it } from "vitest";
import { Playhead } from "./playhead";

let now = 0;
let edge = 0;
const pass = (ms: number, growing = true) => {
  now += ms;
  if (growing) edge += ms;
};

beforeEach(() => { now = 1_000_000; edge = 600_000; });

describe("in a live class", () => {
  const live = () => new Playhead(() => now, () => edge, { follow: true });

  it("stands at the edge and moves with it", () => {
    const head = live();
    pass(5_000);
    expect(head.position).toBe(605_000);
    expect(head.behind).toBe(0);
  });

  it("stepping back says how far behind it is and stays as far behind while it plays", () => {
    const head = live();
    head.seek(348_000);
    expect(head.behind).toBe(252_000);
    pass(10_000);
    expect(head.behind).toBe(252_000);
    expect(head.following).toBe(false);
  });

  it("catches up at one and a half and joins the class when it meets the edge", () => {
    const head = live();
    head.seek(590_000);
    head.setRate(1.5);
    pass(10_000);
    head.tick(true);
    expect(head.behind).toBe(5_000);
    pass(10_000);
    head.tick(true);
    expect(head.following).toBe(true);
    expect(head.rate).toBe(1);
  });

  it("paused it falls behind, and back to live is at once", () => {
    const head = live();
    head.pause();
    pass(60_000);
    expect(head.behind).toBe(60_000);
    head.follow();
    expect(head.behind).toBe(0);
  });

  it("rests at the end when the class ends", () => {
    const head = live();
    head.tick(false);
    expect(head.playing).toBe(false);
    expect(head.position).toBe(edge);
  });
});

describe("in a replay", () => {
  const replay = () => new Playhead(() => now, () => edge, { follow: false });

  it("plays from the start though it was played before anything of the class was there", () => {
    edge = 0;
    const head = replay();
    head.play();
    pass(3_000, false);
    head.tick(true);
    edge = 600_000;
    pass(1_000, false);
    head.tick(false);
    expect([head.playing, head.following, head.position]).toEqual([true, false, 1_000]);
  });

  it("waits at the start until it is played, and plays at the chosen speed", () => {
    const head = replay();
    pass(5_000, false);
    expect(head.position).toBe(0);
    head.setRate(3);
    head.play();
    pass(5_000, false);
    expect(head.position).toBe(15_000);
  });

  it("goes nowhere beyond what must be answered first", () => {
    const head = replay();
    head.holdAt(120_000);
    head.play();
    pass(500_000, false);
    head.tick(false);
    expect(head.position).toBe(120_000);
    expect(head.held).toBe(true);
    expect(head.playing).toBe(false);
    head.seek(400_000);
    expect(head.position).toBe(120_000);
  });

  it("goes on from there once it has been answered", () => {
    const head = replay();
    head.holdAt(120_000);
    head.seek(120_000);
    head.holdAt(null);
    head.play();
    pass(2_000, false);
    expect(head.position).toBe(122_000);
  });

  it("rests at the end and never passes it", () => {
    const head = replay();
    head.play();
    pass(9_000_000, false);
    head.tick(false);
    expect(head.position).toBe(600_000);
    expect(head.playing).toBe(false);
  });
});

describe("on a slow line", () => {
  it("stands still while what is to be heard has not come, and goes on from there", () => {
    const head = new Playhead(() => now, () => edge, { follow: false, at: 10_000 });
    head.play();
    pass(1_000, false);
    head.wait(true);
    pass(5_000, false);
    expect([head.position, head.waiting, head.playing]).toEqual([11_000, true, true]);
    head.wait(false);
    pass(2_000, false);
    expect([head.position, head.waiting]).toEqual([13_000, false]);
  });

  it("goes where it is put while it waits, and follows a class that goes on without waiting", () => {
    const head = new Playhead(() => now, () => edge, { follow: false, at: 10_000 });
    head.play();
    head.wait(true);
    head.seek(50_000);
    pass(1_000, false);
    expect(head.position).toBe(50_000);
    head.follow();
    pass(1_000);
    expect([head.position, head.waiting]).toEqual([edge, false]);
  });
});
