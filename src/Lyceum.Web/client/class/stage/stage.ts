import { html } from "lit";
import type { BoardHand } from "../board/hand";
import { boardOnStage } from "../board/stage";
import { inkOver } from "../ink/over";
import type { DrawingHand } from "../ink/hand";
import { mediaStage, type Layout } from "../media/layout";
import { pollOnStage, type Choosing } from "../polls/poll";
import "./slide";
import { waitsAtDoor, type RoomView } from "../view";
import { t } from "../words";

/** What somebody looks at by themselves, away from the presenter. */
export interface Looking { alone: number | null }

export function deckUrl(view: RoomView): string | null {
  const deck = view.state.deck;
  return deck ? `${view.room.setup.filesUrl}/${deck.fileId}/${encodeURIComponent(deck.name)}` : null;
}

/** The presenter's own turning shows at once, before the school has answered. */
export function slideShown(view: RoomView, looking: Looking): number {
  const turned = view.room.wishes.filter(c => c.type === "turnSlide").at(-1);
  return looking.alone ?? turned?.slide ?? view.state.deck?.slide ?? 1;
}

export function stage(view: RoomView, poll: Parameters<typeof pollOnStage>[0] | null, choosing: Choosing, choose: (next: Choosing) => void, looking: Looking, layout: Layout, hand: DrawingHand, boardHand: BoardHand) {
  const url = deckUrl(view);
  const slide = slideShown(view, looking);
  const over = inkOver(view, looking, hand);
  if (poll) {
    const beside = url ? html`<div class="room-poll-slide"><room-slide .url=${url} .slide=${slide} .over=${over}></room-slide></div>
      <p class="room-quiet">${t("Slide {0}, open while you think", slide)}</p>` : "";
    return html`<section class="room-stage" data-shows="poll" aria-label=${t("Poll")}>${pollOnStage(poll, choosing, choose, view, beside)}</section>`;
  }
  if (view.state.board.isOpen && layout === "presentation") return boardOnStage(view, boardHand);
  const people = mediaStage(view, layout);
  if (people) return people;
  return html`<section class="room-stage" data-shows=${url ? "slide" : "words"} aria-label=${t("Slides")}>
    ${url ? html`<room-slide .url=${url} .slide=${slide} .over=${over}></room-slide>` : words(view)}</section>`;
}

function words(view: RoomView) {
  const { phase } = view.state;
  if (phase === "live") return html`<div class="room-stage-words"><h2>${t("No slides yet")}</h2><p>${view.leads ? t("Choose a deck below to show it to everybody.") : t("They appear here as soon as the instructor shows some.")}</p></div>`;
  if (phase === "ended") return html`<div class="room-stage-words"><h2>${t("This class had no slides")}</h2><p>${t("Chat, questions and polls are beside.")}</p></div>`;
  return html`<div class="room-stage-words"><h2>${view.room.setup.title}</h2>${waitsAtDoor(view) ? "" : html`<p>${t("The class has not started yet. It begins here by itself.")}</p>`}</div>`;
}
