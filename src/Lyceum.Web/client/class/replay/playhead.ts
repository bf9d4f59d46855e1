import type { Offset } from "../log/offset";

/** What the room needs to know of time: the wall clock in milliseconds, injected so that tests own it. */
export type Now = () => number;

/** The last offset there is to see at this moment: it grows while the class is live and rests when it has ended. */
export type Edge = () => Offset;

export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3] as const;

/**
 * Where on the timeline this screen stands. Attending is following the edge; stepping back, catching up and
 * replaying are the same thing with another rate.
 */
export class Playhead {
  private anchor: Offset = 0;
  private since: number;
  private isFollowing: boolean;
  private isPlaying: boolean;
  private rateNow = 1;
  private stop: Offset | null = null;
  private waits = false;

  constructor(private readonly now: Now, private readonly edge: Edge, options: { follow: boolean; at?: Offset }) {
    this.since = now();
    this.isFollowing = options.follow;
    this.isPlaying = options.follow;
    this.anchor = options.at ?? 0;
  }

  get position(): Offset {
    if (this.isFollowing) return this.edge();
    const moved = this.isPlaying && !this.waits ? (this.now() - this.since) * this.rateNow : 0;
    return Math.min(this.anchor + moved, this.limit);
  }

  get following() { return this.isFollowing; }
  get playing() { return this.isPlaying; }
  get rate() { return this.rateNow; }
  get behind(): Offset { return Math.max(0, this.edge() - this.position); }
  /** Held before something that must be answered first. */
  get held() { return this.stop !== null && this.position >= this.stop; }

  /** It plays, but what is to be heard and seen here has not come yet. */
  get waiting() { return this.waits && this.isPlaying && !this.isFollowing; }

  /** Long enough to be told. */
  get waitsLong() { return this.waiting && this.now() - this.since > 1_000; }

  /** Stands still until it is told that all has come. */
  wait(isWaiting: boolean) {
    if (isWaiting === this.waits) return;
    this.anchorHere();
    this.waits = isWaiting;
  }

  /** To be called as time passes: meeting the edge of a live class joins it, meeting the end of a replay rests there. */
  tick(isLive: boolean) {
    if (this.isFollowing) {
      if (!isLive) this.rest(this.edge());
      return;
    }
    if (!this.isPlaying || this.position < this.limit) return;
    // Nothing is known of the class yet: who pressed play early does not wait at its end, but sees it from where it begins.
    if (this.edge() === 0) return this.anchorHere();
    if (isLive && this.limit === this.edge()) this.follow();
    else this.rest(this.limit);
  }

  play() { this.anchorHere(); this.isPlaying = true; }
  pause() { this.leaveEdge(); this.isPlaying = false; }
  toggle() { if (this.isPlaying) this.pause(); else this.play(); }

  seek(to: Offset) {
    this.leaveEdge();
    this.anchor = Math.max(0, Math.min(to, this.limit));
    this.since = this.now();
  }

  setRate(rate: number) {
    this.leaveEdge();
    this.rateNow = rate;
  }

  /** Back to the live class: at once, and at the pace of everybody else. */
  follow() {
    this.isFollowing = true;
    this.isPlaying = true;
    this.rateNow = 1;
  }

  /** Play goes no further than this offset until it is lifted with null. */
  holdAt(offset: Offset | null) {
    if (offset === this.stop) return;
    this.anchorHere();
    this.stop = offset;
    if (offset !== null && this.anchor > offset) this.anchor = offset;
  }

  private get limit() { return this.stop === null ? this.edge() : Math.min(this.stop, this.edge()); }

  private rest(at: Offset) {
    this.isFollowing = false;
    this.isPlaying = false;
    this.anchor = at;
  }

  private leaveEdge() {
    this.anchorHere();
    this.isFollowing = false;
  }

  private anchorHere() {
    this.anchor = this.position;
    this.since = this.now();
  }
}
