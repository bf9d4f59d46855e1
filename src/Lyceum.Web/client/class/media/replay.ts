import type { RecordedTrack } from "../log/events.generated";
import type { Room } from "../room";
import { setSpeaker } from "./sound";
import { chosen } from "./devices";
import { goesFirst } from "./first";

/** Before a recording is due it is asked for, and so long after it is let go. */
const aheadMs = 6_000;
/** Further apart than this, and the recording is put where it belongs; less is made up by playing a little faster or slower. */
const jumpSeconds = 0.3;
const carelessSeconds = 0.015;
/** What has not come by then may never come: the rest goes on without it. */
const longestWait = 15_000;

interface Player { track: RecordedTrack; element: HTMLMediaElement; loadedAt: number; lacksSince: number | null }

/** The recordings of a class, in step with the playhead: it is the one clock, each recording follows it, and it waits for what is to be heard. */
export class ReplayMedia {
  private readonly players = new Map<number, Player>();

  constructor(private readonly room: Room, private readonly url: (trackId: number) => string) {}

  /** Whether there is anything to hear or see of this class. */
  get hasTracks() { return this.room.tail.media.tracks.length > 0; }

  /** To be called several times a second, and after every jump. */
  follow() {
    const { playhead, tail } = this.room;
    const isOurs = !playhead.following;
    const at = playhead.position;
    const { tracks } = tail.media;
    const due = isOurs ? tracks.filter(track => at > track.startMs - aheadMs && at < endOf(track, tracks)) : [];
    for (const [id, player] of this.players) if (!due.some(track => track.id === id)) this.drop(id, player);
    for (const track of due) this.players.get(track.id) ?? this.load(track);
    playhead.wait([...this.players.values()].map(player => this.lacks(player, at)).includes(true));
    for (const track of due) this.place(this.players.get(track.id)!, track, at);
  }

  picture(personId: string, source: "camera" | "screen"): HTMLMediaElement | null {
    const at = this.room.playhead.position;
    for (const { track, element } of this.players.values())
      if (track.personId === personId && track.source === source && at >= track.startMs && element.readyState >= 2 && !isOver(track, element)) return element;
    return null;
  }

  stop() { for (const [id, player] of this.players) this.drop(id, player); }

  private place(player: Player, track: RecordedTrack, at: number) {
    const { element } = player;
    player.track = track;
    const { playhead } = this.room;
    const target = (at - track.startMs) / 1000;
    const plays = playhead.playing && !playhead.held && !playhead.waiting && target >= 0;
    if (element.readyState < 1) return;
    // What was still being written when it was asked for has grown meanwhile.
    if (element.ended && !track.hasEnded && target > element.currentTime + 1 && performance.now() - player.loadedAt > 4_000) this.reload(player);
    const ahead = element.currentTime - Math.max(0, target);
    if (Math.abs(ahead) > (plays ? jumpSeconds : 0.05) && !element.seeking) element.currentTime = Math.max(0, target);
    else element.playbackRate = clampRate(playhead.rate * (plays && Math.abs(ahead) > carelessSeconds ? 1 - Math.max(-0.15, Math.min(0.15, ahead)) : 1));
    if (plays && element.paused && !element.ended) void element.play().catch(() => {});
    if (!plays && !element.paused) element.pause();
  }

  // A face may come late; a voice or a screen that comes late is missed.
  private lacks(player: Player, at: number) {
    const { element, track } = player;
    const isDue = this.room.playhead.playing && !this.room.playhead.held && track.hasEnded && track.source !== "camera" && at >= track.startMs;
    if (!isDue || !isLacking(element)) {
      player.lacksSince = null;
      return false;
    }
    player.lacksSince ??= performance.now();
    return performance.now() - player.lacksSince < longestWait;
  }

  private load(track: RecordedTrack): Player {
    const isPicture = track.source === "camera" || track.source === "screen";
    const element = document.createElement(isPicture ? "video" : "audio");
    element.preload = "auto";
    element.className = isPicture ? "room-picture" : "";
    element.setAttribute("aria-hidden", "true");
    element.dataset.track = String(track.id);
    element.dataset.source = track.source;
    if (element instanceof HTMLVideoElement) [element.muted, element.playsInline] = [true, true];
    element.src = this.url(track.id);
    goesFirst(element);
    void setSpeaker(element, chosen().speaker);
    const player = { track, element, loadedAt: performance.now(), lacksSince: null };
    this.players.set(track.id, player);
    return player;
  }

  private reload(player: Player) {
    player.loadedAt = performance.now();
    player.element.src = `${this.url(player.track.id)}?upto=${Math.floor(this.room.edge)}`;
  }

  private drop(id: number, { element }: Player) {
    element.pause();
    element.removeAttribute("src");
    element.load();
    element.remove();
    this.players.delete(id);
  }
}

/** What a server wrote that was killed has no length: it ends at the latest where the same person's next one begins. */
export function endOf(track: RecordedTrack, all: readonly RecordedTrack[]): number {
  if (track.lengthMs !== null) return track.startMs + track.lengthMs;
  const next = track.hasEnded ? all.filter(other => other.personId === track.personId && other.source === track.source && other.startMs > track.startMs) : [];
  return Math.min(Infinity, ...next.map(other => other.startMs));
}

/** Played to an end that nobody had told before: its last frame is no picture of what follows. */
const isOver = (track: RecordedTrack, element: HTMLMediaElement) => track.hasEnded && track.lengthMs === null && element.ended;

/** Its sound or picture here is still on the way (HTML §4.8.11.7). */
export const isLacking = (element: Pick<HTMLMediaElement, "ended" | "error" | "seeking" | "readyState">) =>
  !element.ended && !element.error && (element.seeking || element.readyState < 3);

const clampRate = (rate: number) => Math.max(0.25, Math.min(4, rate));
