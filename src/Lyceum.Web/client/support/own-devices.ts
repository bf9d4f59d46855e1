import { ownBlur } from "../class/blur/choice";
import { choose, chosen, openCamera, openMicrophone } from "../class/media/devices";
import { playChime } from "./chime";
import { Meter } from "./meter";

export type OwnSource = "camera" | "microphone";
export type Trouble = "denied" | "none" | "busy" | "insecure" | null;

const meterEvery = 80;
const quiet = 0.12;

/** Camera, microphone and speaker of this device, as their owner tries them: nothing leaves the device, and nothing is asked for but on a click. */
export class OwnDevices {
  level = 0;
  /** How long the microphone has been open, and when it last heard something; on performance.now(). */
  openedAt = 0;
  heardAt = 0;
  isPlaying = false;
  readonly trouble: Record<OwnSource, Trouble> = { camera: null, microphone: null };
  readonly blur = ownBlur(() => this.changed());
  private known: MediaDeviceInfo[] = [];
  private readonly tracks: Partial<Record<OwnSource, MediaStreamTrack>> = {};
  private readonly opening = new Set<OwnSource>();
  private picture: MediaStream | null = null;
  private meter: Meter | null = null;
  private timer = 0;

  constructor(private readonly changed: () => void) {}

  start() {
    navigator.mediaDevices?.addEventListener("devicechange", () => void this.list());
    void this.list();
  }

  isOn(source: OwnSource) { return this.tracks[source] !== undefined; }
  isOpening(source: OwnSource) { return this.opening.has(source); }
  /** The one's own picture; null without one. */
  get stream() { return this.tracks.camera ? this.picture : null; }
  get size() { return this.tracks.camera?.getSettings() ?? {}; }
  get hears() { return performance.now() - this.heardAt < 1_500; }

  /** Those that the browser names; before it was allowed it names none. */
  of(kind: MediaDeviceKind) { return this.known.filter(d => d.kind === kind && d.deviceId !== ""); }

  /** Whether this browser lets a page choose where it is heard. */
  get choosesSpeaker() { return "setSinkId" in HTMLMediaElement.prototype; }

  async toggle(source: OwnSource) {
    if (this.isOn(source)) this.close(source);
    else await this.open(source);
  }

  async use(kind: OwnSource | "speaker", id: string) {
    choose({ [kind]: id });
    if (kind !== "speaker" && this.isOn(kind)) await this.open(kind);
    this.changed();
  }

  async open(source: OwnSource) {
    if (this.opening.has(source)) return;
    this.close(source);
    this.opening.add(source);
    this.trouble[source] = null;
    this.changed();
    try {
      this.keep(source, await (source === "camera" ? openCamera() : openMicrophone()));
    } catch (error) {
      this.trouble[source] = troubleOf(error as Error);
    } finally {
      this.opening.delete(source);
    }
    await this.list();
  }

  close(source: OwnSource) {
    this.tracks[source]?.stop();
    delete this.tracks[source];
    if (source === "camera") {
      this.picture = null;
      this.blur.follow(null);
    }
    else this.stopMeter();
    this.changed();
  }

  async playSound() {
    if (this.isPlaying) return;
    this.isPlaying = true;
    this.changed();
    await playChime(chosen().speaker).catch(() => {});
    this.isPlaying = false;
    this.changed();
  }

  stop() {
    this.close("camera");
    this.close("microphone");
  }

  private keep(source: OwnSource, track: MediaStreamTrack) {
    this.tracks[source] = track;
    track.addEventListener("ended", () => {
      if (this.tracks[source] !== track) return;
      this.trouble[source] = "none";
      this.close(source);
    });
    if (source === "camera") {
      this.picture = new MediaStream([track]);
      this.blur.follow(track);
      return;
    }
    this.meter = new Meter(track);
    this.openedAt = performance.now();
    this.timer = window.setInterval(() => this.listen(), meterEvery);
  }

  private listen() {
    this.level = this.meter?.level ?? 0;
    if (this.level > quiet) this.heardAt = performance.now();
    this.changed();
  }

  private stopMeter() {
    clearInterval(this.timer);
    this.meter?.stop();
    this.meter = null;
    this.level = 0;
  }

  private async list() {
    this.known = await navigator.mediaDevices?.enumerateDevices().catch(() => []) ?? [];
    this.changed();
  }
}

/** What keeps a device from being used, by the names that the Media Capture specification gives to it. */
export function troubleOf(error: Error): Trouble {
  switch (error.name) {
    case "NotAllowedError": case "SecurityError": return "denied";
    case "NotFoundError": case "OverconstrainedError": return "none";
    case "NotSupportedError": return "insecure";
    default: return "busy";
  }
}
