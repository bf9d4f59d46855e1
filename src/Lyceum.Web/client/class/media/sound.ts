import { chosen } from "./devices";

/** Plays what is heard: one element a voice, outside what the templates draw, so that no redraw interrupts it. */
export class Sound {
  isBlocked = false;
  private readonly players = new Map<string, { track: MediaStreamTrack; element: HTMLAudioElement }>();

  constructor(private readonly changed: () => void) {}

  /** Exactly these are heard from now on. */
  play(tracks: ReadonlyMap<string, MediaStreamTrack>) {
    for (const [key, { track, element }] of this.players) {
      if (tracks.get(key) === track) continue;
      element.srcObject = null;
      element.remove();
      this.players.delete(key);
    }
    for (const [key, track] of tracks) if (!this.players.has(key)) this.add(key, track);
  }

  /** After a click, which is what some browsers wait for. */
  unblock() {
    this.isBlocked = false;
    for (const { element } of this.players.values()) void this.start(element);
    this.changed();
  }

  speakThrough(speaker: string) {
    for (const { element } of this.players.values()) void setSpeaker(element, speaker);
  }

  stop() { this.play(new Map()); }

  private add(key: string, track: MediaStreamTrack) {
    const element = document.createElement("audio");
    element.srcObject = new MediaStream([track]);
    element.hidden = true;
    element.dataset.voice = key;
    document.body.append(element);
    this.players.set(key, { track, element });
    void setSpeaker(element, chosen().speaker);
    void this.start(element);
  }

  private async start(element: HTMLAudioElement) {
    try {
      await element.play();
    } catch (error) {
      if ((error as Error).name !== "NotAllowedError") return;
      this.isBlocked = true;
      this.changed();
    }
  }
}

export async function setSpeaker(element: HTMLMediaElement, speaker: string) {
  if (speaker && "setSinkId" in element) await element.setSinkId(speaker).catch(() => {});
}
