import { applyAll, emptyClass } from "./log/apply";
import { Line, realTimer, type LineState, type Timer } from "./line/connection";
import type { BreakoutRoom, ClassCommand, ClassPoll, ClassState, EventBatch, SeenEvent, SentSignal, Welcome } from "./log/events.generated";
import { bare, doneIn, heardAt, keptWithin, placeOf, roomIn, type Place } from "./breakouts/within";
import { addSpans } from "./replay/intervals";
import type { Offset } from "./log/offset";
import type { Shelf } from "../shared/shelf";
import { Cuts, withNames } from "./recording/cuts";
import { Outbox, type Answer } from "./line/outbox";
import { AskedAtOnce } from "./polls/at-once";
import { Playhead, type Now } from "./replay/playhead";
import { isStaff, type RoomSetup } from "./setup";
import { Timeline } from "./log/timeline";
import { Watched } from "./replay/watched";
import type { Outgoing, RoomWire } from "./line/wire";

export interface RoomSurroundings { now: Now; shelf: Shelf; timer: Timer; newKey(): string }

/** What the screen is told besides that something changed. */
export interface RoomListener {
  changed(): void;
  happened(events: readonly SeenEvent[]): void;
  refused(message: string, command: ClassCommand): void;
  /** The line is there, for the first time or again. */
  joined(): void;
  signal(signal: SentSignal): void;
}

/** The class as this person has it: log, line, playhead and what waits to be sent. Live and replay differ in the clock alone. */
export class Room {
  /** Everything this person may see, to the end, in the class and in its breakout rooms. */
  whole: ClassState = emptyClass;
  /** The breakout room that somebody looks into who replays the class. */
  visiting: Place = null;
  lineState: LineState = "connecting";
  shutReason = "";
  /** Why this person may not replay the class any more, or not yet: then nothing of it is left here. */
  expelled = "";
  readonly timeline = new Timeline();
  readonly playhead: Playhead;
  readonly watched: Watched;
  readonly outbox: Outbox<Outgoing>;
  readonly cuts: Cuts;
  readonly polls = new AskedAtOnce(command => this.send(command));
  private readonly line: Line<Welcome, EventBatch, Outgoing>;
  private through = 0;
  private skew = 0;
  private lastFlush = 0;
  private isWatching = false;
  private readonly tailHere = keptWithin();
  private readonly stateHere = keptWithin();

  constructor(readonly setup: RoomSetup, private readonly wire: RoomWire, private readonly around: RoomSurroundings, private readonly listener: RoomListener) {
    this.cuts = new Cuts(!isStaff(setup.role));
    const mine = `${setup.classId}.${setup.personId}`;
    this.playhead = new Playhead(around.now, () => this.edge, { follow: setup.mode === "live" });
    this.watched = new Watched(`lyceum.watched.${mine}`, around.shelf);
    this.outbox = new Outbox(`lyceum.outbox.${mine}`, around.shelf, (outgoing, answer) => this.answered(outgoing.command, answer), () => listener.changed());
    this.line = new Line(wire, {
      sequence: () => this.through,
      joined: welcome => this.welcomed(welcome),
      batch: batch => this.received(batch),
      changed: (state, reason) => this.lineChanged(state, reason),
    }, around.timer ?? realTimer);
    wire.onSignal(signal => listener.signal(signal));
  }

  /** A replay needs the log and nothing else to be played: the line comes after it, and brings only what is newer. */
  start() {
    if (this.setup.mode === "replay") void this.fetchLog(0).finally(() => this.line.start());
    else this.line.start();
  }

  hurry() { this.line.hurry(); }
  drop() { this.line.drop(); }
  stop() { return this.line.stop(); }

  get isStaff() { return isStaff(this.setup.role); }
  /** Staff, and whoever is a co-host just now. */
  get leads() { return this.isStaff || this.whole.coHosts.includes(this.setup.personId); }
  get isLive() { return this.whole.phase === "live"; }
  get hasEnded() { return this.whole.phase === "ended"; }
  /** Presents just now, by the queue: turns the slides for everybody. */
  get presents() { return this.tail.slots.at(-1)?.untilMs === null && this.tail.slots.at(-1)!.presenters.includes(this.setup.personId); }

  /** The last offset there is to see. */
  get edge(): Offset {
    const { startedAt, endedAt } = this.whole;
    if (!startedAt) return 0;
    const until = endedAt ? Date.parse(endedAt) : this.serverNow;
    return Math.max(0, until - Date.parse(startedAt));
  }

  get serverNow() { return this.around.now() + this.skew; }

  /** The class as it was where the playhead stands; followed live, as it is. */
  get state(): ClassState {
    if (this.playhead.following) return this.tail;
    const then = this.timeline.at(this.playhead.position);
    return this.stateHere(then, this.hasEnded ? this.visiting : placeOf(then, this.setup.personId));
  }

  /** Where this person is: in the class's own room, or in a breakout room. */
  get place(): Place { return this.hasEnded ? this.visiting : placeOf(this.whole, this.setup.personId); }

  /** Everything this person may see, to the end, where they are. */
  get tail(): ClassState { return this.tailHere(this.whole, this.place); }

  /** What waits to be sent, wherever it is for. */
  get wishes(): ClassCommand[] { return this.outbox.pending.map(({ command }) => bare(command)); }

  /** What counts as seen: watched here, or attended live. */
  get seen() { return addSpans(this.watched.spans, (this.setup.credit?.attended ?? []).map(a => [a.fromMs, a.untilMs] as const)); }

  /**
   * In a replay: the first poll that waits for this person's answer; nothing after it shows before that. A checkpoint that was added since
   * holds nobody who is past it or has the credit.
   */
  get barrier(): ClassPoll | null {
    if (!this.hasEnded || this.setup.role !== "student") return null;
    const waiting = this.whole.polls.filter(p => p.openedMs !== null && !p.answers[this.setup.personId] && !this.isAnswering(p.id)
      && (p.addedAt === null || (!this.setup.credit?.isEarned && this.playhead.position <= p.openedMs)));
    return waiting.sort((a, b) => a.openedMs! - b.openedMs!)[0] ?? null;
  }

  send(command: ClassCommand) {
    this.outbox.add({ key: this.around.newKey(), command: doneIn(this.place, command), offsetMs: this.playhead.following ? null : Math.floor(this.playhead.position) });
  }

  /** Now, wherever on the timeline this screen stands. */
  sendLive(command: ClassCommand) { this.outbox.add({ key: this.around.newKey(), command: doneIn(this.place, command), offsetMs: null }); }

  signal: RoomWire["signal"] = signal => { if (this.line.isOpen) this.wire.signal(signal); };

  /** To be called several times a second. */
  tick() {
    if (this.expelled) return;
    const before = this.playhead.playing;
    this.playhead.holdAt(this.barrier?.openedMs ?? null);
    this.playhead.tick(!this.hasEnded);
    const visited = roomIn(this.whole, this.visiting);
    if (visited && !isOpenAt(visited, this.playhead.position)) this.visiting = null;
    if (this.hasEnded) this.leaveCut();
    if (this.hasEnded && this.playhead.playing && !this.playhead.following) this.watched.reach(this.playhead.position);
    else if (before) this.rested();
    if (this.around.now() - this.lastFlush > 10_000) this.report();
  }

  /** Into a breakout room of a class that is replayed, where it is open; null goes back to the class. */
  visit(place: Place) {
    const room = roomIn(this.whole, place);
    this.visiting = room?.id ?? null;
    if (room && !isOpenAt(room, this.playhead.position)) this.seek(room.openedMs);
    this.listener.changed();
  }

  seek(to: Offset) {
    this.watched.lift();
    this.playhead.seek(this.cuts.place(to, this.edge));
    this.listener.changed();
  }

  /** Faster than it was, from here or from an earlier place, until it meets the class. */
  catchUp(rate: number, from = this.playhead.position) {
    this.seek(from);
    this.playhead.setRate(rate);
    this.playhead.play();
    this.listener.changed();
  }

  private leaveCut() {
    const at = this.playhead.position;
    const to = this.cuts.place(at, this.edge);
    if (to === at) return;
    this.playhead.seek(to);
    if (to < at) this.playhead.pause();
  }

  toggle() {
    if (this.hasEnded && !this.playhead.playing && this.playhead.position >= this.edge) this.playhead.seek(0);
    this.playhead.toggle();
    if (!this.playhead.playing) this.rested();
    this.listener.changed();
  }

  /** Sends what was watched; also when the page is being left. */
  report() {
    this.lastFlush = this.around.now();
    if (!this.line.isOpen || !this.hasEnded) return;
    if (!this.isWatching) this.beginWatching();
    void this.watched.flush(intervals => this.wire.watched(intervals));
  }

  /** The school counts no more than the time that passed since it knows of this replay: it is told at the start. */
  private beginWatching() {
    this.isWatching = true;
    this.wire.watched([]).catch(() => { this.isWatching = false; });
  }

  isAnswering(pollId: number) {
    return this.wishes.some(command => command.type === "answerPoll" && command.pollId === pollId);
  }

  private rested() {
    if (!this.hasEnded) return;
    if (this.playhead.playing) return;
    this.watched.reach(this.playhead.position);
    this.watched.lift();
    this.report();
  }

  private welcomed(welcome: Welcome) {
    this.skew = Date.parse(welcome.serverNow) - this.around.now();
    this.expelled = "";
    if (welcome.state) {
      this.whole = welcome.state;
      // The class was edited: what is known of it is out of date.
      if (welcome.state.sequence === 0) this.timeline.clear();
      void this.fetchLog(0);
    }
    this.through = welcome.through;
    this.take(welcome.events);
    this.listener.joined();
  }

  private received(batch: EventBatch) {
    if (batch.through <= this.through) return;
    if (batch.after !== this.through) {
      this.line.again();
      return;
    }
    this.through = batch.through;
    this.take(batch.events);
  }

  private take(events: readonly SeenEvent[]) {
    const named = withNames(events);
    this.whole = applyAll(this.whole, named);
    this.keepTime(named);
    this.timeline.add(named);
    const heard = heardAt(this.place, named);
    this.polls.happened(heard, this.setup.personId);
    this.listener.happened(heard);
    this.listener.changed();
  }

  /** What just happened cannot lie ahead: a clock that lost time, in a device that slept, follows the school's. */
  private keepTime(events: readonly SeenEvent[]) {
    const last = events.at(-1);
    if (last) this.skew = Math.max(this.skew, Date.parse(last.at) - this.around.now());
  }

  private lineChanged(state: LineState, reason = "") {
    this.lineState = state;
    this.shutReason = reason;
    if (reason && (this.hasEnded || this.expelled || this.setup.mode === "replay")) this.expel(reason);
    if (state === "open") {
      this.outbox.open(outgoing => this.line.send(outgoing));
      this.report();
    } else {
      this.outbox.close();
    }
    this.listener.changed();
  }

  private expel(reason: string) {
    this.expelled = reason;
    this.playhead.pause();
    [this.whole, this.through, this.visiting, this.cuts.spans] = [emptyClass, 0, null, []];
    this.timeline.clear();
  }

  private answered(command: ClassCommand, answer: Answer) {
    if (answer.kind === "refused") {
      this.polls.refused(bare(command));
      this.listener.refused(answer.message, bare(command));
    } else if (command.type === "answerPoll" && this.hasEnded) this.goOn(command.pollId);
  }

  /** The replay waited for this poll; now that it is answered it goes on. */
  private goOn(pollId: number) {
    const at = this.whole.polls.find(p => p.id === pollId)?.openedMs;
    if (at === undefined || at === null || this.playhead.playing || Math.abs(this.playhead.position - at) > 500) return;
    this.playhead.holdAt(this.barrier?.openedMs ?? null);
    this.playhead.play();
  }

  /** The log from its beginning: stepping back, the strip and the replay are made of it. */
  private async fetchLog(attempt: number) {
    try {
      const log = await this.wire.log();
      if (this.expelled) return;
      const events = withNames(log.events);
      this.timeline.add(events);
      this.watched.known(log.watched);
      this.cuts.spans = log.cuts.map(cut => [cut.fromMs, cut.untilMs] as const);
      if (this.whole.sequence === 0 && this.lineState !== "open") [this.whole, this.through] = [applyAll(emptyClass, events), log.through];
      this.listener.changed();
    } catch {
      this.around.timer.after(Math.min(8_000, 500 * 2 ** attempt), () => void this.fetchLog(attempt + 1));
    }
  }
}

const isOpenAt = (room: BreakoutRoom, at: Offset) => at >= room.openedMs && at <= (room.closedMs ?? Infinity);
