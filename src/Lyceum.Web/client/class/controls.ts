import { html, nothing } from "lit";
import { icon } from "../shared/icon";
import { boardItems } from "./board/stage";
import { breakoutControls } from "./breakouts/controls";
import { mediaControls, mediaMenu, type MediaActions, type MediaChoices } from "./media/controls";
import type { ReactionKind } from "./log/events.generated";
import { canFloat } from "./pip/window";
import { mayDraw } from "./ink/ink";
import { reactions } from "./stage/film";
import { speeds } from "./replay/playhead";
import { nextPresenter } from "./slots/slots";
import type { DeckChoice } from "./stage/decks";
import { slideShown, type Looking } from "./stage/stage";
import { takesPart, type RoomView } from "./view";
import { count, t } from "./words";

export type Menu = "reactions" | "speed" | "decks" | "chapters" | "microphone" | "camera" | "layout" | "host" | null;

export interface ControlState { menu: Menu; looking: Looking; slides: number; media: MediaChoices; decks: readonly DeckChoice[] | null; draws: boolean; skips: { on: boolean; savesMinutes: number } | null }

export interface ControlActions {
  menu(menu: Menu): void;
  turn(step: 1 | -1): void;
  hand(): void;
  lost(): void;
  react(kind: ReactionKind): void;
  keys(): void;
  leave(): void;
  polls(): void;
  breakouts(): void;
  draw(): void;
  skip(): void;
  readonly media: MediaActions;
}

export function controls(view: RoomView, at: ControlState, actions: ControlActions) {
  const { room } = view;
  const parts = room.hasEnded ? [playback(view, at, actions), taking(view, at, actions)] : [slides(view, at, actions), taking(view, at, actions)];
  return html`<div class="room-controls" role="group" aria-label=${t("Controls")}>${parts}
    <div>
      <button class="room-button room-on-wide" type="button" aria-label=${t("Captions")} aria-pressed=${at.media.captions} @click=${() => actions.media.captions()}>${icon("captions")}</button>
      ${canFloat() ? html`<button class="room-button room-on-wide" data-is="float" type="button" aria-keyshortcuts="I" aria-label=${t("Speaker in a window of its own")} aria-pressed=${at.media.floats} @click=${() => actions.media.picture()}>${icon("picture-in-picture-2")}</button>` : nothing}
      ${menu("layout", icon("layout-grid"), "", at, actions, mediaMenu(view, at.media, actions.media), t("Layout and line"))}
      <button class="room-button room-on-wide" type="button" aria-label=${t("Keys and spoken news")} @click=${() => actions.keys()}>${icon("keyboard")}</button>
      <button class="room-button" data-is="leave" type="button" @click=${() => actions.leave()}>${room.setup.role === "instructor" && room.isLive ? t("End") : t("Leave")}</button>
    </div></div>`;
}

function slides(view: RoomView, at: ControlState, actions: ControlActions) {
  const { state } = view;
  return html`<div>
    ${mediaControls(view)}
    ${state.deck ? pager(view, at, actions) : nothing}
    ${mayDraw(view) ? html`<button class="room-button" data-is="draw" type="button" aria-pressed=${at.draws} aria-label=${t("Draw on the slide")} aria-keyshortcuts="D" @click=${() => actions.draw()}>${icon("pencil")}</button>` : nothing}
    ${view.leads || state.board.isOwn ? menu("decks", icon("presentation"), "", at, actions, html`${view.leads ? decks(view, at, actions) : nothing}${boardItems(view, () => actions.menu(null))}`, t("Slides and board")) : nothing}
    ${view.leads ? nextPart(view, at, actions) : nothing}${nextPresenter(view)}
  </div>`;
}

const decks = ({ room, state }: RoomView, at: ControlState, actions: ControlActions) => html`
  <p class="room-menu-title" role="presentation">${t("Slides")}</p>
  ${at.decks?.length === 0 ? html`<p class="room-menu-none" role="presentation">${t("The course has no PDF yet.")}</p>` : at.decks?.map(deck => html`
    <button type="button" role="menuitemradio" aria-checked=${state.deck?.fileId === deck.id} @click=${() => { room.send({ type: "showDeck", fileId: deck.id }); actions.menu(null); }}>${deck.name}</button>`)}`;

function pager(view: RoomView, at: ControlState, actions: ControlActions) {
  const slide = slideShown(view, at.looking);
  const turns = (view.leads || view.room.presents) && view.room.isLive;
  return html`<div class="room-pager" role="group" aria-label=${turns ? t("Turn the slides for everybody") : t("Look around the slides")}>
    <button class="room-button" type="button" aria-label=${t("Slide before")} ?disabled=${slide <= 1} @click=${() => actions.turn(-1)}>${icon("chevron-left")}</button>
    <output dir="ltr" aria-label=${t("Slide {0}", slide)}>${at.slides > 0 ? `${slide} / ${at.slides}` : slide}</output>
    <button class="room-button" type="button" aria-label=${t("Next slide")} ?disabled=${at.slides > 0 && slide >= at.slides} @click=${() => actions.turn(1)}>${icon("chevron-right")}</button>
  </div>`;
}

function nextPart(view: RoomView, at: ControlState, actions: ControlActions) {
  const { tail, room } = view;
  if (!room.isLive || tail.segments.length === 0) return nothing;
  const current = tail.chapters.at(-1)?.title;
  return menu("chapters", icon("flag"), "", at, actions, html`${tail.segments.map(segment => html`
    <button type="button" role="menuitemradio" aria-checked=${segment.title === current}
      @click=${() => { room.send({ type: "startChapter", title: segment.title }); actions.menu(null); }}>${segment.title}</button>`)}`, t("Part"));
}

function taking(view: RoomView, at: ControlState, actions: ControlActions) {
  const { room, me, state, tail } = view;
  if (!takesPart(view)) return html`<div></div>`;
  const isUp = tail.hands.some(h => h.personId === me);
  const isLost = tail.lost.some(m => Math.abs(m.offsetMs - view.position) < 30_000);
  return html`<div>
    ${room.hasEnded || view.isStaff ? nothing : html`<button class="room-button" data-is="hand" type="button" aria-pressed=${isUp} ?disabled=${state.phase === "closed" || !room.playhead.following}
      @click=${() => actions.hand()}>${icon("hand")}<span class="room-word">${isUp ? t("Lower hand") : t("Raise hand")}</span></button>`}
    ${view.leads && state.phase === "open" ? html`<button class="room-button" data-is="play" type="button" @click=${() => room.send({ type: "startClass" })}>${icon("play")}<span>${t("Start class")}</span></button>` : nothing}
    ${view.leads && !room.hasEnded ? html`<button class="room-button" type="button" @click=${() => actions.polls()}>${icon("chart-column")}<span class="room-word">${t("Poll")}</span></button>` : nothing}
    ${breakoutControls(view, () => actions.breakouts())}
    ${room.setup.role !== "student" || room.place !== null ? nothing : html`<button class="room-button" data-is="lost" type="button" aria-pressed=${isLost} ?disabled=${isLost || tail.startedAt === null} @click=${() => actions.lost()}>${icon("life-buoy")}<span class="room-word">${t("I’m lost")}</span></button>`}
    ${room.hasEnded || view.isStaff ? nothing : menu("reactions", icon("smile-plus"), "", at, actions, html`${Object.entries(reactions).map(([kind, { sign, word }]) => html`
      <button type="button" role="menuitem" aria-label=${t(word)} @click=${() => actions.react(kind as ReactionKind)}>${sign}</button>`)}`, t("React"))}
  </div>`;
}

function playback(view: RoomView, at: ControlState, actions: ControlActions) {
  const { room, position, state } = view;
  const { playing, rate, held } = room.playhead;
  return html`<div>
    <button class="room-button" data-is="play" type="button" aria-label=${playing ? t("Pause") : t("Play")} ?disabled=${held} @click=${() => room.toggle()}>${playing ? icon("pause") : icon("play")}</button>
    <button class="room-button" type="button" aria-label=${t("Back 10 seconds")} @click=${() => room.seek(position - 10_000)}>${icon("rotate-ccw")}<span class="room-word" aria-hidden="true">10</span></button>
    <button class="room-button" type="button" aria-label=${t("Forward 10 seconds")} ?disabled=${held} @click=${() => room.seek(position + 10_000)}>${icon("rotate-cw")}<span class="room-word" aria-hidden="true">10</span></button>
    ${menu("speed", html`<span>${rate}×</span>`, "", at, actions, html`${speeds.map(speed => html`
      <button type="button" role="menuitemradio" aria-checked=${speed === rate} @click=${() => { room.playhead.setRate(speed); actions.menu(null); }}>${speed}×</button>`)}`, t("Speed, {0} times", rate))}
    ${at.skips ? html`<button class="room-button room-on-wide" data-is="skip" type="button" aria-pressed=${at.skips.on} @click=${() => actions.skip()}>${icon("fast-forward")}<span>${t("Skip silence")}</span>
      ${at.skips.savesMinutes > 0 ? html`<small>${count("saves {0} min", "saves {0} min", at.skips.savesMinutes)}</small>` : nothing}</button>` : nothing}
    ${state.deck ? html`<span class="room-on-wide">${pager(view, at, actions)}</span>` : nothing}
  </div>`;
}

function menu(name: NonNullable<Menu>, sign: unknown, word: string, at: ControlState, actions: ControlActions, items: unknown, label = word) {
  const isOpen = at.menu === name;
  return html`<div class="room-menu" data-menu=${name}>
    <button class="room-button" type="button" aria-haspopup="menu" aria-expanded=${isOpen} aria-label=${label} @click=${() => actions.menu(isOpen ? null : name)}>${sign}${word ? html`<span class="room-word">${word}</span>` : nothing}</button>
    ${isOpen ? html`<div class="room-menu-list" role="menu" aria-label=${label} ?data-row=${name === "reactions"} @keydown=${walk}>${items}</div>` : nothing}
  </div>`;
}

/** Arrow keys walk through a menu that is open. */
function walk(event: KeyboardEvent) {
  const step = ({ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 } as Record<string, number>)[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll("button")];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  items[(at + step + items.length) % items.length]?.focus();
}
