import { expect, it, vi } from "vitest";
import { BackgroundBlur, type BlurWish } from "./blur";

/** A camera as a browser has it whose system can blur; its own switch is the system's. */
class Camera extends EventTarget {
  applied: unknown[] = [];
  constructor(private can: boolean[] | undefined, public isBlurred = false) { super(); }
  getCapabilities() { return { backgroundBlur: this.can }; }
  getSettings() { return { backgroundBlur: this.isBlurred }; }
  getConstraints() { return { width: { ideal: 1280 } }; }
  async applyConstraints(constraints: { backgroundBlur: boolean }) {
    this.applied.push(constraints);
    this.isBlurred = constraints.backgroundBlur;
  }
  switch(isBlurred: boolean) {
    this.isBlurred = isBlurred;
    this.dispatchEvent(new Event("configurationchange"));
  }
}

const remembering = (first: boolean | null = null) => {
  let wants = first;
  return { get: () => wants, keep: (next: boolean) => { wants = next; } } satisfies BlurWish;
};

function blurOf(camera: Camera, wish: BlurWish = remembering()) {
  const changed = vi.fn();
  const blur = new BackgroundBlur(changed, wish);
  blur.follow(camera as unknown as MediaStreamTrack);
  return { blur, changed, wish };
}

it("switches the blur, keeps the other constraints and remembers what was chosen", async () => {
  const camera = new Camera([false, true]);
  const { blur, wish } = blurOf(camera);
  expect(blur.state).toBe("off");
  await blur.toggle();
  expect([blur.state, wish.get(), camera.applied]).toEqual(["on", true, [{ width: { ideal: 1280 }, backgroundBlur: true }]]);
  await blur.toggle();
  expect([blur.state, wish.get()]).toEqual(["off", false]);
});

it("blurs the next camera too for whoever wanted it", async () => {
  const { blur } = blurOf(new Camera([false, true]), remembering(true));
  await vi.waitFor(() => expect(blur.state).toBe("on"));
});

it("notices the system's own switch and does not fight it", async () => {
  const camera = new Camera([false, true], true);
  const { blur, changed } = blurOf(camera, remembering(true));
  camera.switch(false);
  expect([blur.state, changed.mock.calls.length, camera.applied]).toEqual(["off", 1, []]);
  blur.follow(null);
  camera.switch(true);
  expect(changed).toHaveBeenCalledTimes(1);
});

it("only says how it is where a page cannot change it", async () => {
  for (const [camera, state] of [[new Camera([true], true), "fixedOn"], [new Camera([false]), "fixedOff"], [new Camera(undefined), "cannot"]] as const) {
    const { blur } = blurOf(camera);
    await blur.toggle();
    expect([blur.state, camera.applied]).toEqual([state, []]);
  }
});
