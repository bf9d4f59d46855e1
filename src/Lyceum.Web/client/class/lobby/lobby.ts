import { html, nothing, render } from "lit";
import { icon } from "../../shared/icon";
import { bring } from "../../support/brought";
import { devicePanel, ownPicture } from "../../support/device-views";
import { OwnDevices } from "../../support/own-devices";
import { openShelf } from "../../shared/shelf";
import { applyAll, emptyClass } from "../log/apply";
import { Line, type LineState } from "../line/connection";
import type { ClassState, EventBatch, Welcome } from "../log/events.generated";
import { face } from "../people/face";
import { clockText } from "../log/offset";
import type { RoomSetup } from "../setup";
import "../stage/slide";
import { presentIn } from "../view";
import type { Outgoing, RoomWire } from "../line/wire";
import { count, t } from "../words";

const choiceName = "lyceum.lobby.by-itself";
const shelf = openShelf();

/** Fills what the lobby's page leaves open: the countdown, who is there, the line; and goes in when the class starts. */
export class Lobby {
  private state: ClassState = emptyClass;
  private lineState: LineState = "connecting";
  /** The class is live: what was found of it and of the line stays as it was. */
  private hasLooked = false;
  private reason = "";
  private through = 0;
  private roundTrip: number | null = null;
  private pages = 0;
  private slide = 1;
  private readonly devices = new OwnDevices(() => this.drawDevices());
  private readonly startsAt: number;
  private readonly line: Line<Welcome, EventBatch, Outgoing>;

  constructor(private readonly page: Document, private readonly setup: RoomSetup, private readonly wire: RoomWire) {
    // What was left when the page was drawn counts, so that a wrong clock on the device does not matter.
    this.startsAt = performance.now() + Date.parse(setup.plannedStart) - Date.parse(setup.serverNow);
    this.line = new Line(wire, {
      sequence: () => this.through,
      joined: welcome => this.welcomed(welcome),
      batch: batch => this.received(batch),
      changed: (state, reason) => this.lineChanged(state, reason),
    });
  }

  start() {
    if (!this.page.querySelector("[data-line]")) return; // It has ended: there is nothing to wait for.
    const byItself = this.page.querySelector<HTMLInputElement>("[data-by-itself]");
    if (byItself) {
      byItself.closest("label")!.hidden = false;
      byItself.checked = shelf.getItem(choiceName) !== "no";
      byItself.addEventListener("change", () => shelf.setItem(choiceName, byItself.checked ? "yes" : "no"));
    }
    if (this.page.querySelector("[data-own]")) this.devices.start();
    this.page.addEventListener("click", event => { if ((event.target as Element).closest("[data-join]")) this.takeAlong(); });
    window.addEventListener("pagehide", () => this.devices.stop());
    this.page.addEventListener("deck", event => { this.pages = (event as CustomEvent<number>).detail; this.draw(); });
    window.addEventListener("online", () => this.line.hurry());
    window.addEventListener("offline", () => this.line.drop());
    const untilDoors = Date.parse(this.setup.lobbyOpens) - Date.parse(this.setup.serverNow);
    if (untilDoors > 0) setTimeout(() => location.reload(), Math.min(untilDoors + 500, 2 ** 31 - 1));
    else this.line.start();
    setInterval(() => this.tick(), 250);
    setInterval(() => void this.measure(), 5_000);
  }

  private tick() {
    const place = this.page.querySelector("[data-countdown]");
    if (place) place.textContent = clockText(this.startsAt - performance.now() + 999);
  }

  private welcomed(welcome: Welcome) {
    if (welcome.state) this.state = welcome.state;
    this.through = welcome.through;
    this.take(welcome.events);
  }

  private lineChanged(state: LineState, reason = "") {
    if (this.hasLooked) return;
    [this.lineState, this.reason] = [state, reason];
    this.draw();
    if (state === "open") void this.measure().then(() => { if (this.state.phase === "live") void this.goIn(); });
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

  private take(events: Welcome["events"]) {
    const wasLive = this.state.phase === "live";
    this.state = applyAll(this.state, events);
    this.draw();
    if (this.state.phase === "live" && !wasLive && this.line.isOpen) void this.goIn();
    if (this.state.phase === "ended") location.reload();
  }

  /** Whoever does not want in by itself is not counted as being there either. */
  private async goIn() {
    const byItself = this.page.querySelector<HTMLInputElement>("[data-by-itself]");
    this.hasLooked = true;
    await this.line.stop();
    if (byItself?.checked) {
      this.takeAlong();
      location.assign(this.setup.roomUrl);
    }
    else if (byItself) location.reload();
  }

  private async measure() {
    if (!this.line.isOpen) return;
    const sent = performance.now();
    await this.wire.ping().then(() => { this.roundTrip = performance.now() - sent; }, () => { this.roundTrip = null; });
    this.draw();
  }

  private draw() {
    this.into("line", this.lineView());
    this.into("here", this.hereView());
    this.into("presenter", this.presenterView());
    if (this.state.deck) this.into("slides", this.slidesView(this.state.deck));
  }

  private drawDevices() {
    const { name } = this.page.querySelector<HTMLElement>("[data-own]")!.dataset;
    this.into("own", ownPicture(this.devices, name ?? "", face(name ?? "")));
    this.into("devices", devicePanel(this.devices));
  }

  /** Each part of the page is taken over from the server once, and drawn from then on. */
  private into(name: string, what: unknown) {
    const place = this.page.querySelector<HTMLElement>(`[data-${name}]`);
    if (!place) return;
    if (!place.dataset.drawn) place.replaceChildren();
    place.dataset.drawn = "yes";
    render(what, place);
  }

  /** What is on here goes on in the room. */
  private takeAlong() { bring((["microphone", "camera"] as const).filter(source => this.devices.isOn(source))); }

  private lineView() {
    const isOpen = this.lineState === "open";
    const trip = this.roundTrip === null ? null : Math.round(this.roundTrip);
    const quality = trip === null ? "" : trip < 150 ? t("Good, {0} ms", trip) : trip < 600 ? t("Fair, {0} ms", trip) : t("Slow, {0} ms", trip);
    const row = (sign: string, name: string, note: string, isFine: boolean) => html`<li><span class="lobby-sign">${icon(sign)}</span><span><b>${name}</b><small>${note}</small></span>
      ${isFine ? html`<span class="lobby-fine">${icon("check")}<span class="out-of-sight">${t("works")}</span></span>` : nothing}</li>`;
    return html`<p class="room-fact lobby-quality" data-tone=${isOpen ? "good" : "warn"} role="status">${isOpen ? icon("wifi") : icon("wifi-off")}${isOpen ? quality || t("Connected") : this.lineState === "connecting" ? t("Connecting…") : this.reason || t("Reconnecting…")}</p>
      <ul>${row("activity", t("The line to the class"), trip === null ? t("measuring…") : t("{0} ms there and back", trip), isOpen && trip !== null)}
      ${this.state.deck ? row("presentation", t("Slides"), this.pages > 0 ? count("{0} slide, loaded", "{0} slides, loaded", this.pages) : t("loading…"), this.pages > 0) : nothing}
      ${row("message-square", t("Chat, questions and polls"), t("work on almost any line"), isOpen)}</ul>
      <p class="room-quiet">${t("If the line breaks, the room comes back by itself and nothing is lost.")}</p>`;
  }

  private hereView() {
    const present = presentIn(this.state);
    const mine = (id: string, name: string) => id === this.setup.personId ? t("You") : name.replace(/^(Dr|Prof)\.?\s+/, "").split(" ")[0]!;
    return html`<p class="lobby-number">${count("{0} person", "{0} people", present.length)}</p>
      <ul class="lobby-faces">${present.slice(0, 14).map(p => html`<li>${face(p.name)}<span>${mine(p.id, p.name)}</span></li>`)}</ul>
      ${present.length > 14 ? html`<p class="room-quiet">${t("{0} more", present.length - 14)}</p>` : nothing}`;
  }

  private presenterView() {
    const presenter = presentIn(this.state).find(p => p.role === "instructor" && p.id !== this.setup.personId);
    return presenter ? html`${face(presenter.name)}<span>${t("{0} is here", presenter.name)}</span>` : nothing;
  }

  private slidesView(deck: NonNullable<ClassState["deck"]>) {
    const turn = (step: number) => {
      this.slide = Math.max(1, Math.min(this.pages || 1, this.slide + step));
      this.draw();
    };
    return html`<room-slide .url=${`${this.setup.filesUrl}/${deck.fileId}/${encodeURIComponent(deck.name)}`} .slide=${this.slide}></room-slide>
      <div class="room-pager lobby-pager" role="group" aria-label=${t("Look around the slides")}>
        <button class="room-button" type="button" aria-label=${t("Slide before")} ?disabled=${this.slide <= 1} @click=${() => turn(-1)}>${icon("chevron-left")}</button>
        <output aria-label=${t("Slide {0}", this.slide)}>${this.slide}${this.pages > 0 ? ` / ${this.pages}` : ""}</output>
        <button class="room-button" type="button" aria-label=${t("Next slide")} ?disabled=${this.slide >= this.pages} @click=${() => turn(1)}>${icon("chevron-right")}</button>
      </div>`;
  }
}
