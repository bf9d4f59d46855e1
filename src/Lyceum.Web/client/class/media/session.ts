import { Peer, type Source } from "../../media/peer";
import type { LineRung, MediaNotice, MediaSource, SeenEvent, VoicesNow, WantedTrack } from "../log/events.generated";
import type { Place } from "../breakouts/within";
import type { Room } from "../room";
import { t } from "../words";
import { deviceName } from "./device-name";
import { openCamera, openMicrophone, openScreen } from "./devices";
import { Sound } from "./sound";
import { troubleOf } from "./trouble";
import type { Rung } from "./wanted";
import type { MediaWire } from "./wire";

export type MediaState = "off" | "on" | "moved" | "unavailable" | "blocked" | "shut";

const connectsWithin = 15_000;
const triesAgainAfter = 20_000;
const tellsOfTheMoveFor = 30_000;

export const trackKey = (personId: string, source: MediaSource) => `${personId}/${source}`;

/** One's own sound and picture, and everybody else's as far as they reach this device. What should be is told apart from what is, and mended. */
export class MediaSession {
  state: MediaState = "off";
  levels: Record<string, number> = {};
  speaker: string | null = null;
  rung: LineRung = "allVideo";
  rungReason = "";
  rungChosen: Rung = "auto";
  /** Sound and picture came over from another device of this person, and whether that one was heard; null when there is nothing to tell of it. */
  cameOver: { spoke: boolean } | null = null;
  /** Of several screens the one that this person looks at. */
  screenShown: string | null = null;
  /** Somebody who has not agreed to be recorded wants to turn this on. */
  unagreed: (source: MediaSource) => void = () => {};
  readonly sound = new Sound(() => this.changed());
  /** What this person wants to send; the log says what they do send. */
  private readonly mine = new Map<Source, MediaStreamTrack>();
  private readonly will = new Set<MediaSource>();
  private readonly streams = new Map<MediaStreamTrack, MediaStream>();
  private received = new Map<string, MediaStreamTrack>();
  private peer: Peer | null = null;
  private wanted: WantedTrack[] = [];
  private wantedSent = "";
  private isEntered = false;
  private entering: Promise<void> = Promise.resolve();
  private watch = 0;
  private place: Place = null;
  private readonly device = deviceName();

  constructor(private readonly room: Room, private readonly wire: MediaWire, private readonly changed: () => void, private readonly say: (trouble: string) => void) {
    wire.onNotice(notice => this.noticed(notice));
  }

  get me() { return this.room.setup.personId; }

  isOn(source: MediaSource) { return this.will.has(source); }

  may(source: MediaSource) {
    const { setup, tail } = this.room;
    return setup.role !== "observer" && (this.room.leads || tail.media.presenters.includes(this.me) || !tail.media.denied.includes(source));
  }

  /** The picture of somebody, as it reaches this device: null when there is none. */
  picture(personId: string, source: "camera" | "screen" = "camera"): MediaStream | null {
    const track = personId === this.me ? this.mine.get(source) : this.received.get(trackKey(personId, source));
    return track && track.readyState === "live" ? this.streamOf(track) : null;
  }

  /** The line to the class is there, for the first time or again. */
  lineOpened() {
    this.isEntered = false;
    this.entering = this.entering.then(() => this.enter()).catch(() => {});
  }

  lineLost() { this.isEntered = false; }

  /** Into another room of the class: what was heard and seen ends here, one's own voice and picture go along, a screen does not. */
  goTo(place: Place) {
    if (place === this.place) return;
    this.place = place;
    if (this.will.has("screen")) this.release("screen");
    this.peer?.close();
    this.peer = null;
    this.received = new Map();
    [this.levels, this.speaker, this.screenShown] = [{}, null, null];
    this.hear();
    this.lineOpened();
  }

  async turnOn(source: MediaSource) {
    if (this.will.has(source) || this.state === "shut" || !this.may(source)) return;
    if (!this.room.setup.agreesToRecording) {
      this.unagreed(source);
      return;
    }
    this.will.add(source);
    this.changed();
    try {
      await this.open(source);
    } catch (error) {
      this.will.delete(source);
      this.say(troubleOf(source, error as Error));
      return;
    }
    if (this.state === "moved") this.takeOver();
    else if (this.state === "off") this.lineOpened();
    this.room.sendLive({ type: "turnOn", source });
    this.changed();
    await this.publishMine();
  }

  turnOff(source: MediaSource) {
    if (!this.will.has(source)) return;
    this.release(source);
    this.room.sendLive({ type: "turnOff", personId: this.me, source });
  }

  toggle(source: MediaSource) {
    if (this.will.has(source)) this.turnOff(source);
    else void this.turnOn(source);
  }

  /** Another microphone or camera was chosen. */
  async change(source: "microphone" | "camera") {
    const former = this.mine.get(source);
    if (!former) return;
    this.mine.delete(source);
    former.stop();
    if (!this.will.has(source)) return;
    await this.open(source).then(() => this.publishMine(), error => this.say(troubleOf(source, error as Error)));
    this.changed();
  }

  /** All that this device wants to receive now, most important first. */
  want(wanted: WantedTrack[]) {
    this.wanted = wanted;
    const said = JSON.stringify(wanted);
    if (!this.isEntered || said === this.wantedSent) return;
    this.wantedSent = said;
    this.wire.desire(wanted).catch(() => { this.wantedSent = ""; });
  }

  happened(events: readonly SeenEvent[]) {
    for (const { event, actorId } of events) {
      if (event.type === "turnedOff" && event.personId === this.me && actorId !== this.me && this.will.has(event.source)) {
        this.release(event.source);
        this.say(event.source === "microphone" ? t("You were muted.") : event.source === "camera" ? t("Your camera was turned off.") : t("Your screen is no longer shown."));
      }
    }
  }

  /** The school said no to turning it on. */
  refused(source: MediaSource) { this.release(source); }

  heard(voices: VoicesNow) {
    this.levels = voices.levels;
    this.speaker = voices.speaker ?? this.speaker;
    this.changed();
  }

  chooseRung(rung: Rung) {
    this.rungChosen = rung;
    this.changed();
  }

  show(screenOf: string) {
    this.screenShown = screenOf;
    this.changed();
  }

  /** Takes sound and picture back from the other device. */
  takeOver() {
    this.state = "off";
    this.lineOpened();
  }

  /** What there was to tell of the move was read. */
  settle() {
    this.cameOver = null;
    this.changed();
  }

  stop() {
    clearTimeout(this.watch);
    this.wire.leave();
    this.peer?.close();
    this.sound.stop();
    for (const source of [...this.will]) this.release(source);
    for (const track of this.mine.values()) track.stop();
  }

  stats() { return this.peer?.stats() ?? Promise.resolve([]); }

  private async enter() {
    if (this.state === "moved" || this.state === "shut" || this.room.hasEnded) return;
    const { isKnown, tookOver, relays, refusal } = await this.wire.enter(this.device);
    if (refusal) {
      this.become("unavailable");
      return;
    }
    this.isEntered = true;
    if (this.state !== "blocked") this.become("on");
    const isNew = !isKnown || !this.peer;
    if (isNew) this.renew(relays.map(r => ({ urls: r.urls, ...(r.username && { username: r.username }), ...(r.credential && { credential: r.credential }) })));
    else void this.peer?.heal().catch(() => {});
    if (isKnown && isNew) await this.wire.renew();
    this.wantedSent = "";
    this.want(this.wanted);
    if (tookOver) this.arrived();
    this.agree();
    await this.publishMine();
    this.watchOver();
  }

  private arrived() {
    const told = this.cameOver = { spoke: (this.room.tail.media.on[this.me] ?? []).includes("microphone") };
    setTimeout(() => { if (this.cameOver === told) this.settle(); }, tellsOfTheMoveFor);
  }

  /** What the log says of this person is made what they want: after a break, on another device, after a restart of the school. */
  private agree() {
    const said = this.room.tail.media.on[this.me] ?? [];
    const isAsked = (source: MediaSource) => this.room.wishes.some(command => command.type === "turnOn" && command.source === source);
    for (const source of this.will) if (!said.includes(source) && !isAsked(source)) this.room.sendLive({ type: "turnOn", source });
    for (const source of said) if (!this.will.has(source)) this.room.sendLive({ type: "turnOff", personId: this.me, source });
  }

  private renew(iceServers: RTCIceServer[]) {
    this.peer?.close();
    this.received = new Map();
    const peer = this.peer = new Peer({
      publish: async (sdp, sources) => {
        const { sdp: answer, refusal } = await this.wire.publish({ sdp, sources });
        if (answer === null) throw new Error(refusal?.message ?? "");
        return answer;
      },
      answer: async (revision, sdp) => { await this.wire.answer(revision, sdp); },
      restart: async () => { await this.wire.restart(); },
    }, { iceServers });
    peer.onState = () => this.connectionChanged(peer);
    peer.onTracks = tracks => {
      this.received = new Map(tracks.map(r => [trackKey(r.participant, r.source as MediaSource), r.track]));
      this.hear();
      this.changed();
    };
  }

  private noticed(notice: MediaNotice) {
    switch (notice.type) {
      case "offer":
        void this.peer?.take({ ...notice, tracks: notice.tracks.map(track => ({ mid: track.mid, participant: track.personId, source: track.source })) }).catch(() => {});
        break;
      case "moved":
        this.fallSilent("moved");
        break;
      case "lost":
        this.peer?.close();
        this.peer = null;
        this.lineOpened();
        break;
      case "stepped":
        this.rung = notice.rung;
        this.rungReason = notice.reason;
        this.changed();
        break;
    }
  }

  /** This person is no longer in the class. */
  shutOut() {
    if (this.state !== "shut") this.fallSilent("shut");
  }

  /** Nothing is heard, taken or shown on this device any more; so two devices of one person in one room do not hear each other. */
  private fallSilent(state: "moved" | "shut") {
    this.peer?.close();
    this.peer = null;
    this.isEntered = false;
    this.cameOver = null;
    this.received = new Map();
    this.sound.stop();
    for (const source of [...this.will]) this.release(source);
    for (const track of this.mine.values()) track.stop();
    this.mine.clear();
    [this.levels, this.speaker] = [{}, null];
    this.become(state);
  }

  private async open(source: MediaSource) {
    if (source === "screen") {
      const { picture, sound } = await openScreen();
      this.keep("screen", picture);
      if (sound) this.keep("screenSound", sound);
      return;
    }
    if (source === "screenSound") return;
    const known = this.mine.get(source);
    if (known?.readyState === "live") known.enabled = true;
    else this.keep(source, await (source === "microphone" ? openMicrophone() : openCamera()));
  }

  private keep(source: Source, track: MediaStreamTrack) {
    this.mine.set(source, track);
    // Pulled out, or ended with the browser's own button.
    track.addEventListener("ended", () => {
      if (this.mine.get(source) === track && source !== "screenSound") this.turnOff(source);
    });
  }

  private release(source: MediaSource) {
    this.will.delete(source);
    const track = this.mine.get(source);
    if (source === "microphone") {
      // It stays open, so that the next word is not lost; what is sent is silence.
      if (track) track.enabled = false;
    } else {
      for (const gone of source === "screen" ? ["screen", "screenSound"] as const : [source]) {
        this.mine.get(gone)?.stop();
        this.mine.delete(gone);
        void this.peer?.unpublish(gone).catch(() => {});
      }
    }
    this.changed();
  }

  private async publishMine() {
    if (!this.isEntered || !this.peer) return;
    for (const [source, track] of this.mine) await this.peer.publish(source, track).catch(() => {});
    this.watchOver();
  }

  private hear() {
    this.sound.play(new Map([...this.received].filter(([, track]) => track.kind === "audio")));
  }

  private connectionChanged(peer: Peer) {
    if (peer !== this.peer) return;
    if (peer.state === "connected") {
      clearTimeout(this.watch);
      this.watch = 0;
      if (this.state === "blocked") this.become("on");
    } else this.watchOver();
    this.changed();
  }

  /** A network that lets no sound through is told, and tried again now and then. */
  private watchOver() {
    if (this.watch || !this.peer || this.peer.state === "new" || this.peer.state === "connected") return;
    this.watch = window.setTimeout(() => {
      this.watch = 0;
      if (!this.peer || this.peer.state === "connected" || this.peer.state === "new" || !this.isEntered) return;
      this.become("blocked");
      void this.peer.heal().catch(() => {});
      this.watchOver();
    }, this.state === "blocked" ? triesAgainAfter : connectsWithin);
  }

  private streamOf(track: MediaStreamTrack): MediaStream {
    let stream = this.streams.get(track);
    if (!stream) this.streams.set(track, stream = new MediaStream([track]));
    return stream;
  }

  private become(state: MediaState) {
    this.state = state;
    this.changed();
  }
}
