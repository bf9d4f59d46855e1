import { initials } from "../people/face";
import { speakerIn } from "../media/picture";
import { screensIn } from "../media/layout";
import type { RoomView } from "../view";

type Playing = HTMLMediaElement & { captureStream?(): MediaStream };

export const canFloat = () => "pictureInPictureEnabled" in document && document.pictureInPictureEnabled;

/** Whoever speaks, or the screen that is shown, in a window of its own that stays before other programs and follows the class. */
export class FloatingPicture {
  private video: HTMLVideoElement | null = null;
  private shown = "";
  private readonly captured = new WeakMap<HTMLMediaElement, MediaStream>();

  constructor(private readonly changed: () => void, private readonly hue: () => string) {}

  get isOpen() { return this.video !== null && document.pictureInPictureElement === this.video; }

  /** To be called on somebody's click or key, else the browser says no. */
  async toggle(view: RoomView) {
    if (this.isOpen) {
      await document.exitPictureInPicture().catch(() => {});
      return;
    }
    this.video ??= this.make();
    this.shown = "";
    this.follow(view, true);
    await this.video.play().catch(() => {});
    await this.video.requestPictureInPicture().catch(() => this.close());
    this.changed();
  }

  /** What is to be seen now: to be called whenever that may have changed. */
  follow(view: RoomView, always = false) {
    if (!this.video || (!always && !this.isOpen)) return;
    const { key, stream } = this.picture(view);
    if (key === this.shown) return;
    this.shown = key;
    this.video.srcObject = stream();
    void this.video.play().catch(() => {});
  }

  close() {
    if (this.isOpen) void document.exitPictureInPicture().catch(() => {});
    this.video?.remove();
    this.video = null;
  }

  private picture(view: RoomView): { key: string; stream(): MediaStream } {
    const screen = screensIn(view).find(id => id !== view.me);
    const speaker = speakerIn(view);
    const found = (screen && this.streamOf(view, screen, "screen")) || (speaker && this.streamOf(view, speaker.id, "camera"));
    if (found) return { key: found.id, stream: () => found };
    const name = speaker?.name ?? view.room.setup.title;
    return { key: `name ${name}`, stream: () => this.named(name) };
  }

  private streamOf(view: RoomView, id: string, source: "camera" | "screen"): MediaStream | null {
    if (view.room.playhead.following) return view.media?.picture(id, source) ?? null;
    const element = view.replay?.picture(id, source) as Playing | null | undefined;
    if (!element) return null;
    let stream = this.captured.get(element);
    if (!stream && (stream = element.captureStream?.())) this.captured.set(element, stream);
    return stream ?? null;
  }

  /** Whoever has no picture is there by their initials. */
  private named(name: string): MediaStream {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [640, 360];
    const pen = canvas.getContext("2d")!;
    const draw = () => {
      pen.fillStyle = this.hue();
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = "#fff";
      [pen.textAlign, pen.textBaseline] = ["center", "middle"];
      pen.font = "700 120px system-ui, sans-serif";
      pen.fillText(initials(name), 320, 160);
      pen.font = "500 28px system-ui, sans-serif";
      pen.fillText(name, 320, 290, 600);
    };
    draw();
    const stream = canvas.captureStream(1);
    // A canvas gives a frame only when it is drawn on, and a window that opens later waits for one.
    const again = setInterval(() => this.video?.srcObject === stream ? draw() : clearInterval(again), 1_000);
    return stream;
  }

  private make(): HTMLVideoElement {
    const video = document.createElement("video");
    video.className = "room-floating room-unseen";
    video.setAttribute("aria-hidden", "true");
    [video.muted, video.playsInline, video.autoplay] = [true, true, true];
    video.addEventListener("enterpictureinpicture", () => this.changed());
    video.addEventListener("leavepictureinpicture", () => { this.close(); this.changed(); });
    // Only of an element that is part of the page does the document say that it floats.
    document.body.append(video);
    return video;
  }
}
