// Plays a lecture: goes on where one left off, sets the speed, and tells the school which stretches were really played.
import { Stretches, type Stretch } from "../lectures/stretches";

class LecturePlayer extends HTMLElement {
  private media!: HTMLMediaElement;
  private words: Record<string, string> = {};
  private watched = new Stretches([]);
  private unsent = new Stretches([]);
  private from: number | null = null;
  private sending = false;

  connectedCallback(): void {
    this.media = this.querySelector<HTMLMediaElement>("video, audio")!;
    this.words = JSON.parse(this.querySelector("script.words")!.textContent!) as Record<string, string>;
    this.watched = new Stretches(JSON.parse(this.dataset.watched ?? "[]") as Stretch[]);
    this.restore();
    this.steer();
    this.drawCaptions();
    if (this.dataset.tracks === undefined) return;
    this.media.addEventListener("playing", () => { this.from = this.media.currentTime; });
    this.media.addEventListener("timeupdate", () => this.advance());
    for (const name of ["pause", "seeking", "ended"]) this.media.addEventListener(name, () => { this.close(); void this.send(); });
    this.media.addEventListener("seeked", () => { if (!this.media.paused) this.from = this.media.currentTime; });
    addEventListener("visibilitychange", () => void this.send(true));
    addEventListener("online", () => void this.send());
    setInterval(() => void this.send(), 15_000);
    this.media.addEventListener("loadedmetadata", () => this.draw());
    this.draw();
  }

  private restore(): void {
    const at = Number(this.dataset.resume ?? 0);
    if (at < 5) return;
    const go = () => { this.media.currentTime = at; };
    if (this.media.readyState >= 1) go();
    else this.media.addEventListener("loadedmetadata", go, { once: true });
  }

  private steer(): void {
    this.addEventListener("click", event => {
      const button = (event.target as Element).closest<HTMLElement>("[data-speed], [data-back], [data-at]");
      if (!button) return;
      if (button.dataset.speed) this.setSpeed(Number(button.dataset.speed));
      if (button.dataset.back) this.media.currentTime -= Number(button.dataset.back);
      if (button.dataset.at) {
        this.media.currentTime = Number(button.dataset.at);
        void this.media.play();
      }
    });
  }

  private setSpeed(speed: number): void {
    this.media.playbackRate = speed;
    for (const other of this.querySelectorAll<HTMLElement>("[data-speed]")) other.setAttribute("aria-pressed", String(Number(other.dataset.speed) === speed));
  }

  /** Time that passed while playing is a stretch; a jump is not. */
  private advance(): void {
    if (this.from === null || this.media.seeking || this.media.paused) return;
    const now = this.media.currentTime;
    if (now - this.from > 1) this.close(now);
  }

  private close(until = this.media.currentTime): void {
    if (this.from !== null && until > this.from && until - this.from < 30) {
      const stretch = { fromMs: Math.floor(this.from * 1000), untilMs: Math.ceil(until * 1000) };
      this.unsent = this.unsent.with(stretch);
      this.watched = this.watched.with(stretch);
      this.draw();
    }
    this.from = this.media.paused || this.media.seeking || this.media.ended ? null : until;
  }

  /** What was not acknowledged is sent again; the school counts each second once. */
  private async send(leaving = false): Promise<void> {
    if (leaving) this.close();
    if (this.sending || this.unsent.isEmpty) return;
    this.sending = true;
    const sent = this.unsent;
    this.unsent = new Stretches([]);
    try {
      const answer = await fetch(`${location.pathname}/watched`, {
        method: "POST",
        keepalive: leaving,
        headers: { "Content-Type": "application/json", RequestVerificationToken: document.querySelector<HTMLMetaElement>("meta[name=csrf]")!.content },
        body: JSON.stringify({ played: sent.all, position: this.media.currentTime, duration: this.media.duration || 0 }),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const sofar = await answer.json() as { fraction: number; isDone: boolean };
      this.say(this.words.watched!.replace("{0}", String(Math.floor(sofar.fraction * 100))), sofar.isDone ? this.words.done! : null);
    } catch {
      this.unsent = sent.withAll(this.unsent.all);
      this.say(null, this.words.offline!);
    } finally {
      this.sending = false;
    }
  }

  private say(share: string | null, rest: string | null): void {
    const line = this.querySelector(".watched .meta");
    if (!line) return;
    const first = line.querySelector(".share")!;
    if (share) first.textContent = share;
    if (rest) line.replaceChildren(first, ` · ${rest}`);
  }

  private draw(): void {
    const strip = this.querySelector(".watched .strip");
    const duration = (this.media.duration || Number(this.dataset.duration)) * 1000;
    if (!strip || !duration) return;
    strip.replaceChildren(...this.watched.all.map(stretch => {
      const part = document.createElement("i");
      part.style.setProperty("--from", String(stretch.fromMs / duration));
      part.style.setProperty("--until", String(stretch.untilMs / duration));
      return part;
    }));
  }

  private drawCaptions(): void {
    const track = this.media.textTracks[0];
    const line = this.querySelector(".captions");
    const text = this.querySelector(".lines-of-text");
    if (!track) return;
    if (line) track.mode = "hidden";
    track.addEventListener("cuechange", () => {
      if (line) line.textContent = [...(track.activeCues ?? [])].map(cue => (cue as VTTCue).text).join(" ");
    });
    this.querySelector("track")?.addEventListener("load", () => text?.replaceChildren(...[...(track.cues ?? [])].map(cue => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.at = String(cue.startTime);
      button.textContent = (cue as VTTCue).text;
      return button;
    })));
  }
}

customElements.define("lecture-player", LecturePlayer);
