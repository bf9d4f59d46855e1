import { html, LitElement, nothing } from "lit";
import { brought } from "../support/brought";
import { openShelf } from "../shared/shelf";
import { realTimer } from "./line/connection";
import type { Talking } from "./talk/chat";
import { breakoutNews } from "./breakouts/news";
import { BreakoutDesk } from "./breakouts/desk";
import { Missed } from "./catchup/missed";
import { controls, type Menu } from "./controls";
import type { ReactionKind, SeenEvent } from "./log/events.generated";
import { film, filmWidth, speaker, type Reacting } from "./stage/film";
import { Decks } from "./stage/decks";
import { bar, endDialog, keysDialog } from "./stage/floats";
import { head } from "./stage/head";
import { keepPreferences, readPreferences, type Preferences } from "./stage/preferences";
import { onKey } from "./keys";
import { MediaSession } from "./media/session";
import { ownBlur } from "./blur/choice";
import { FloatingPicture } from "./pip/window";
import { captions } from "./media/captions";
import { BoardHand } from "./board/hand";
import { DrawingHand } from "./ink/hand";
import { linesOn } from "./ink/ink";
import { palette } from "./ink/palette";
import { layoutIn, type LayoutChoice } from "./media/layout";
import { ReplayMedia } from "./media/replay";
import { SilenceSkip } from "./media/silence";
import { wantedIn } from "./media/wanted";
import { spoken } from "./talk/news";
import { clockText } from "./log/offset";
import { panel, tabsOf, type Tab } from "./panel";
import { beginPoll } from "./polls/polls";
import { answerOf, toggleChoice, type Choosing } from "./polls/poll";
import { expelledFrom } from "./replay/expelled";
import { speeds } from "./replay/playhead";
import { Notes, schoolNotes } from "./notes/notes";
import { SharedNotes } from "./notes/shared";
import { schoolSharedNotes } from "./notes/shared-wire";
import type { NotesSide } from "./notes/sides";
import type { SharedSheet } from "./notes/sheet";
import { Consent, consentDialog } from "./recording/consent";
import { Room } from "./room";
import type { RoomSetup } from "./setup";
import { handOver } from "./slots/slots";
import { slideShown, stage, type Looking } from "./stage/stage";
import { timebar } from "./replay/timebar";
import { viewOf, waitingPoll } from "./view";
import type { RoomWire } from "./line/wire";
import { t } from "./words";

const shelf = openShelf();

/** The class room and the replay: draws what the room says, and turns what people press into wishes of the room. */
export class RoomScreen extends LitElement {
  private room!: Room;
  private notes!: Notes;
  private shared!: SharedNotes;
  private notesSide: NotesSide = "own";
  private consent!: Consent;
  private decks!: Decks;
  private media: MediaSession | null = null;
  private replay: ReplayMedia | null = null;
  private layout: LayoutChoice = "auto";
  private skipping!: SilenceSkip;
  private showsCaptions = false;
  private tab: Tab = "chat";
  private news = new Set<Tab>();
  private choosing: Choosing = { pollId: 0, choices: [] };
  private looking: Looking = { alone: null };
  private readonly board = new BoardHand(() => viewOf(this.room, this.media), () => this.requestUpdate());
  private readonly drawing = new DrawingHand(() => viewOf(this.room, this.media), () => this.requestUpdate());
  private talking: Talking = { thread: null, signing: null, toStaff: false };
  private readonly blurring = ownBlur(() => this.requestUpdate());
  private readonly floating = new FloatingPicture(() => this.requestUpdate(), () => getComputedStyle(this).getPropertyValue("--hue-deep"));
  private menu: Menu = null;
  private slides = 0;
  private refusal = "";
  private reacting = new Map<string, ReactionKind>();
  private preferences: Preferences = readPreferences(shelf);
  private stops: (() => void)[] = [];
  private chatStaysAtEnd = true;
  private pollOnStage: number | null = null;
  private readonly missed = new Missed();
  private breakouts = new BreakoutDesk(() => this.requestUpdate());
  private brings: ReturnType<typeof brought> = [];

  protected override createRenderRoot() { return this; }

  open(setup: RoomSetup, wire: RoomWire) {
    this.replaceChildren();
    this.room = new Room(setup, wire, { now: () => Date.now(), shelf, timer: realTimer, newKey }, {
      changed: () => this.changed(setup),
      happened: events => this.happened(events),
      refused: (message, command) => { this.refuse(message); if (command.type === "turnOn") this.media?.refused(command.source); },
      joined: () => this.entered(),
      signal: ({ personId, signal }) => {
        if (signal.type === "reaction") this.reacted(personId, signal.kind);
        if (signal.type === "voices") this.media?.heard(signal);
        if (signal.type === "notesWritten") this.shared.heard(signal.sequence);
        if (signal.type === "boardDraft" && personId !== setup.personId) this.board.drafted(signal);
        if (signal.type === "pointer" && personId !== setup.personId) this.drawing.pointed(personId, signal);
      },
    });
    this.notes = new Notes(`lyceum.notes.${setup.classId}.${setup.personId}`, shelf, schoolNotes(setup.notesUrl), () => this.requestUpdate(), message => this.refuse(message));
    this.shared = new SharedNotes(`lyceum.shared-notes.${setup.classId}.${setup.personId}`, shelf, schoolSharedNotes(`${setup.sharedNotesUrl}/updates`), {
      changed: steps => this.querySelector<SharedSheet>("shared-sheet")?.take(steps), refused: message => this.refuse(message),
    });
    this.skipping = new SilenceSkip(this.room);
    this.replay = new ReplayMedia(this.room, id => `${setup.logUrl.replace(/log$/, "tracks")}/${id}`);
    if (setup.mode === "live") this.media = new MediaSession(this.room, wire.media, () => this.requestUpdate(), trouble => this.refuse(trouble));
    this.consent = new Consent(this.room, wire, () => this.dialog("consent"), source => void this.media?.turnOn(source), message => this.refuse(message));
    if (this.media) this.media.unagreed = source => this.consent.ask(source);
    this.decks = new Decks(() => wire.decks(), () => this.requestUpdate(), () => this.refuse(t("The slides could not be listed. Try again.")));
    this.brings = brought();
    this.tab = setup.mode === "replay" ? "questions" : "chat";
    this.room.start();
    this.listen();
    this.requestUpdate();
  }

  private changed(setup: RoomSetup) {
    if (this.room.lineState === "shut") this.media?.shutOut();
    this.missed.follow(this.room);
    this.replay?.follow();
    this.media?.goTo(this.room.place);
    this.notes?.follow(this.room.lineState === "open" && setup.notesUrl !== "");
    this.shared?.follow(this.room.lineState === "open" && setup.sharedNotesUrl !== "");
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.floating.close();
    this.media?.stop();
    this.replay?.stop();
    void this.room?.stop();
  }

  /** The line is there; the first time with what was turned on in the lobby. */
  private entered() {
    this.media?.lineOpened();
    this.consent.entered();
    if (this.room.leads) void this.decks.ask();
    for (const source of this.brings.splice(0)) void this.media?.turnOn(source);
  }

  private listen() {
    const on = <T extends EventTarget>(target: T, name: string, run: (event: Event) => void) => {
      target.addEventListener(name, run);
      this.stops.push(() => target.removeEventListener(name, run));
    };
    on(window, "online", () => this.room.hurry());
    on(window, "offline", () => this.room.drop());
    on(document, "visibilitychange", () => document.hidden ? this.room.report() : this.room.hurry());
    on(window, "pagehide", () => { this.shared.flush(); this.room.report(); this.media?.stop(); });
    on(window, "resize", () => this.requestUpdate());
    on(document, "keydown", event => this.key(event as KeyboardEvent));
    on(document, "click", event => { if (this.menu && !(event.target as Element).closest(".room-menu")) this.setMenu(null); });
    on(this, "deck", event => { this.slides = (event as CustomEvent<number>).detail; this.requestUpdate(); });
    const tick = setInterval(() => { this.room.tick(); this.skipping.follow(); this.replay?.follow(); this.requestUpdate(); }, 250);
    this.stops.push(() => clearInterval(tick));
  }

  private get chatScroll() { return this.querySelector<HTMLElement>(".room-scroll[data-tab=chat]"); }

  /** The newest line stays in sight unless somebody has scrolled up to read. */
  protected override willUpdate() {
    if (this.room && !tabsOf(viewOf(this.room)).includes(this.tab)) this.tab = "chat";
    const scroll = this.chatScroll;
    this.chatStaysAtEnd = !scroll || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
  }

  protected override render() {
    if (!this.room) return nothing;
    const { setup } = this.room;
    const view = viewOf(this.room, this.media, this.replay);
    if (this.room.expelled) return expelledFrom(view);
    const layout = layoutIn(view, this.layout);
    const poll = waitingPoll(view);
    const width = filmWidth(this.querySelector(".room-stage"));
    return html`
      ${head(view)}
      ${stage(view, poll, this.choosing, next => this.choose(next), this.looking, layout, this.drawing, this.board)}
      ${captions(view, this.showsCaptions, text => this.room.sendLive({ type: "writeCaption", text }))}
      ${film(view, this.reacting as Reacting, width)}
      ${palette(this.drawing.pen, linesOn(view, this.looking), { take: pen => this.drawing.take(pen), undo: () => this.drawing.undo(), clear: () => this.drawing.clear() })}
      ${controls(view, { menu: this.menu, looking: this.looking, slides: this.slides, decks: this.decks.choices, media: { layout: this.layout, captions: this.showsCaptions, blur: this.blurring, floats: this.floating.isOpen }, draws: this.drawing.pen !== null, skips: this.skipping.choice }, this.controlActions)}
      ${speaker(view)}
      ${panel(view, { tab: this.tab, news: this.news, choosing: this.choosing, notes: { side: this.notesSide, own: this.notes, shared: this.shared, turn: side => { this.notesSide = side; this.requestUpdate(); } }, talking: this.talking, breakouts: this.breakouts }, {
        open: tab => this.openTab(tab), choose: next => this.choose(next), write: (tab, text) => this.write(tab, text), talk: next => this.talk(next),
      })}
      ${timebar(view)}
      ${bar(view, this.looking, this.refusal, { follow: () => this.follow(), missed: this.missed, changed: () => this.requestUpdate(), presenter: () => this.look(null), readChanges: () => this.readChanges(), breakouts: this.breakouts, showRooms: () => this.openTab("breakouts") })}
      ${keysDialog(view, this.preferences, next => this.prefer(next))}
      ${endDialog(view, () => this.leave())}
      ${setup.mode === "live" ? consentDialog({ agree: () => void this.consent.agree(), decline: () => this.consent.decline() }) : nothing}
      <p class="room-unseen" role="status" aria-live="polite" data-spoken></p>`;
  }

  protected override updated() {
    const poll = waitingPoll(viewOf(this.room, this.media));
    if ((poll?.id ?? null) !== this.pollOnStage) {
      this.pollOnStage = poll?.id ?? null;
      // Whoever writes is not torn away from it.
      if (poll && !(document.activeElement instanceof HTMLTextAreaElement)) this.querySelector<HTMLElement>(".room-poll h2")?.focus();
    }
    const view = viewOf(this.room, this.media, this.replay);
    this.dataset.layout = layoutIn(view, this.layout);
    this.media?.want(wantedIn(view, this.layout));
    this.blurring.follow(this.media?.picture(view.me)?.getVideoTracks()[0] ?? null);
    this.floating.follow(view);
    if (this.chatStaysAtEnd) this.chatScroll?.scrollTo(0, this.chatScroll.scrollHeight);
  }

  private readonly controlActions = {
    menu: (menu: Menu) => this.setMenu(menu),
    turn: (step: 1 | -1) => this.turn(step),
    hand: () => this.hand(),
    lost: () => this.lost(),
    react: (kind: ReactionKind) => { this.room.signal({ type: "reaction", kind }); this.reacted(this.room.setup.personId, kind); this.setMenu(null); },
    keys: () => this.dialog("keys").showModal(),
    leave: () => this.room.setup.role === "instructor" && this.room.isLive ? this.dialog("end").showModal() : this.leave(),
    polls: () => { this.openTab("polls"); void this.updateComplete.then(() => beginPoll(this)); },
    breakouts: () => this.openTab("breakouts"),
    draw: () => this.draw(),
    skip: () => { this.skipping.isOn = !this.skipping.isOn; this.requestUpdate(); },
    media: {
      layout: (layout: LayoutChoice) => { this.layout = layout; this.requestUpdate(); },
      captions: () => { this.showsCaptions = !this.showsCaptions; this.requestUpdate(); },
      picture: () => this.float(),
      close: () => this.setMenu(null),
    },
  };

  private key(event: KeyboardEvent) {
    if (this.room.expelled || this.querySelector("dialog[open]") || (event.target as Element).closest("room-board")) return;
    const poll = waitingPoll(viewOf(this.room, this.media));
    const isOurs = onKey(event, { hasEnded: this.room.hasEnded, asksPoll: poll !== null, singleKeys: this.preferences.singleKeys }, {
      microphone: () => this.media?.toggle("microphone"), camera: () => this.media?.toggle("camera"),
      hand: () => this.hand(), lost: () => this.lost(), tab: tab => this.openTab(tab), turn: step => this.turn(step),
      write: tab => { this.openTab(tab); void this.updateComplete.then(() => this.querySelector<HTMLElement>(".room-composer textarea")?.focus()); },
      skip: ms => this.room.seek(this.room.playhead.position + ms),
      toggle: () => { if (this.room.tail.startedAt) this.room.toggle(); },
      faster: step => this.faster(step),
      choose: index => { if (poll && index < poll.options.length) this.choose(toggleChoice(this.choosing, poll, index)); },
      answer: () => { const answer = poll && answerOf(poll, this.choosing); if (answer) this.room.send(answer); },
      back: () => { this.look(null); if (!this.room.hasEnded) this.follow(); },
      where: () => this.say(this.where()),
      help: () => this.dialog("keys").showModal(),
      present: () => handOver(viewOf(this.room, this.media)),
      draw: () => this.draw(), float: () => this.float(), undo: () => this.drawing.pen && this.drawing.undo(),
      escape: () => this.escape(),
    });
    if (isOurs) event.preventDefault();
  }

  private draw() {
    this.look(null);
    this.drawing.toggle();
  }

  private float() { void this.floating.toggle(viewOf(this.room, this.media, this.replay)); }

  private escape() {
    if (this.menu) {
      const opener = this.querySelector<HTMLElement>(`[data-menu=${this.menu}] > button`);
      this.setMenu(null);
      opener?.focus();
    } else if (this.refusal) this.refuse("");
    else if (this.drawing.pen) this.drawing.take(null);
    else (document.activeElement as HTMLElement | null)?.blur();
  }

  private hand() {
    const { room } = this;
    if (room.hasEnded || room.isStaff || room.setup.role === "observer" || !room.playhead.following) return;
    const isUp = room.tail.hands.some(h => h.personId === room.setup.personId);
    room.send(isUp ? { type: "lowerHand", personId: room.setup.personId } : { type: "raiseHand" });
  }

  private lost() {
    if (this.room.setup.role !== "student" || !this.room.tail.startedAt) return;
    this.room.send({ type: "markLost" });
    this.say(t("Marked: you are lost at {0}.", clockText(this.room.playhead.position)));
  }

  private turn(step: 1 | -1) {
    const view = viewOf(this.room, this.media);
    if (!view.state.deck) return;
    const next = slideShown(view, this.looking) + step;
    if (next < 1 || (this.slides > 0 && next > this.slides)) return;
    if ((this.room.leads || this.room.presents) && this.room.isLive && this.room.playhead.following) this.room.send({ type: "turnSlide", slide: next });
    else this.look(next === view.state.deck.slide ? null : next);
  }

  private look(slide: number | null) {
    this.looking = { alone: slide };
    this.requestUpdate();
  }

  private follow() {
    this.room.playhead.follow();
    this.requestUpdate();
  }

  private readChanges() {
    this.room.setup.watchedUntil = null;
    this.requestUpdate();
  }

  private faster(step: 1 | -1) {
    if (this.room.playhead.following) return;
    const at = speeds.indexOf(this.room.playhead.rate as typeof speeds[number]);
    const next = speeds[at + step];
    if (next) this.room.playhead.setRate(next);
    this.say(t("Speed, {0} times", this.room.playhead.rate));
    this.requestUpdate();
  }

  private write(tab: Tab, text: string) {
    if (tab === "notes") this.notes.write(text, this.room.playhead.position);
    else this.room.send(tab === "chat" ? { type: "postChat", text, replyTo: this.talking.thread, isToStaff: this.talking.thread === null && this.talking.toStaff } : { type: "askQuestion", text });
  }

  private talk(next: Partial<Talking>) {
    this.talking = { ...this.talking, ...next };
    this.requestUpdate();
    if (next.thread) void this.updateComplete.then(() => this.querySelector<HTMLElement>(".room-composer textarea")?.focus());
    if (next.signing) void this.updateComplete.then(() => this.querySelector<HTMLElement>(".room-signs[data-choose] button")?.focus());
  }

  private openTab(tab: Tab) {
    if (tab === this.tab || !tabsOf(viewOf(this.room)).includes(tab)) return;
    this.tab = tab;
    this.news.delete(tab);
    this.requestUpdate();
    void this.updateComplete.then(() => { if (tab !== "chat") this.querySelector(".room-scroll")?.scrollTo(0, 0); });
  }

  private choose(next: Choosing) {
    this.choosing = next;
    this.requestUpdate();
  }

  private setMenu(menu: Menu) {
    this.menu = menu;
    if (menu === "decks" && this.room.leads) void this.decks.ask();
    this.requestUpdate();
    if (menu) void this.updateComplete.then(() => this.querySelector<HTMLElement>(".room-menu-list button")?.focus());
  }

  private happened(events: readonly SeenEvent[]) {
    const news: Partial<Record<SeenEvent["event"]["type"], Tab>> = { chatPosted: "chat", knocked: "people", helpCalled: "breakouts", guestLinkShared: "people", questionAsked: "questions", pollOpened: "polls" };
    for (const e of events) {
      const tab = news[e.event.type];
      if (tab && tab !== this.tab && e.actorId !== this.room.setup.personId && this.room.lineState === "open") this.news.add(tab);
    }
    if (events.some(e => e.event.type === "deckShown")) this.look(null);
    this.media?.happened(events);
    const words = breakoutNews(events, this.room.whole, this.room.setup.personId, this.room.leads) || spoken(events, this.room.tail, this.room.setup.personId, this.room.leads, this.preferences.verbosity);
    if (words) this.say(words);
  }

  private reacted(personId: string, kind: ReactionKind) {
    this.reacting.set(personId, kind);
    this.requestUpdate();
    setTimeout(() => { this.reacting.delete(personId); this.requestUpdate(); }, 4_000);
  }

  private refuse(message: string) {
    this.refusal = message;
    this.requestUpdate();
    if (message) setTimeout(() => { if (this.refusal === message) this.refuse(""); }, 6_000);
  }

  private prefer(next: Preferences) {
    this.preferences = next;
    keepPreferences(shelf, next);
    this.requestUpdate();
  }

  private where() {
    const view = viewOf(this.room, this.media);
    const slide = view.state.deck ? ` ${t("Slide {0}.", slideShown(view, this.looking))}` : "";
    return t("{0} of {1}.", clockText(view.position), clockText(this.room.edge)) + slide;
  }

  private say(words: string) {
    const place = this.querySelector("[data-spoken]");
    if (place) place.textContent = words;
  }

  private dialog(name: string) { return this.querySelector<HTMLDialogElement>(`[data-dialog=${name}]`)!; }

  private leave() {
    this.room.report();
    location.assign(this.room.setup.leaveUrl);
  }
}
customElements.define("room-screen", RoomScreen);

/** randomUUID is kept from pages without TLS, and a school in its own house may have none. */
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(octet => octet.toString(16).padStart(2, "0")).join("");
