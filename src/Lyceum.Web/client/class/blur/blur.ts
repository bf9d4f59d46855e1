/** What a page may do about the blur: switch it, only say how the system has it, or nothing. */
export type BlurState = "cannot" | "on" | "off" | "fixedOn" | "fixedOff";

// Of W3C Media Capture and Streams Extensions (§ background blur), which TypeScript does not know yet.
type Blurring = { backgroundBlur?: boolean };
type MayBlur = MediaTrackCapabilities & { backgroundBlur?: boolean[] };

/** Whether somebody wants their background blurred, kept on this device; null before they ever said. */
export interface BlurWish { get(): boolean | null; keep(wants: boolean): void }

/** The background of one's own camera, blurred by the browser or the system: nothing of it is computed here. */
export class BackgroundBlur {
  private track: MediaStreamTrack | null = null;
  private readonly look = () => this.changed();

  constructor(private readonly changed: () => void, private readonly wish: BlurWish) {}

  /** The camera that is on; null while none is. */
  follow(track: MediaStreamTrack | null) {
    if (track === this.track) return;
    // The system's own switch may be pressed at any time, and tells it so.
    this.track?.removeEventListener("configurationchange", this.look);
    this.track = track;
    if (!track) return;
    track.addEventListener("configurationchange", this.look);
    if (this.state === "off" && this.wish.get() === true) void this.apply(true);
  }

  get hasCamera() { return this.track !== null; }

  get state(): BlurState {
    const can = (this.track?.getCapabilities?.() as MayBlur | undefined)?.backgroundBlur;
    if (!this.track || !can || can.length === 0) return "cannot";
    const isOn = (this.track.getSettings() as MediaTrackSettings & Blurring).backgroundBlur === true;
    if (can.length > 1) return isOn ? "on" : "off";
    return isOn ? "fixedOn" : "fixedOff";
  }

  async toggle() {
    const { state } = this;
    if (state !== "on" && state !== "off") return;
    this.wish.keep(state === "off");
    await this.apply(state === "off");
  }

  private async apply(isOn: boolean) {
    const { track } = this;
    // The constraints are stated as a whole: without the others the picture would change its size.
    await track?.applyConstraints({ ...track.getConstraints(), backgroundBlur: isOn } as MediaTrackConstraints & Blurring).catch(() => {});
    this.changed();
  }
}
