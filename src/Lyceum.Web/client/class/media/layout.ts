import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { face } from "../people/face";
import { nameOf, presentIn, type Attendant, type RoomView } from "../view";
import { t } from "../words";
import { isSending, isSpeaking, picture, soundSign, speakerIn } from "./picture";

export type LayoutChoice = "auto" | "presentation" | "gallery" | "speaker";
export type Layout = Exclude<LayoutChoice, "auto">;

export const mostTiles = 49;

/** What is shown without being asked: slides or a screen where there is one, else the faces. */
export function layoutIn(view: RoomView, choice: LayoutChoice): Layout {
  if (choice !== "auto") return choice;
  const { state } = view;
  if (state.board.isOpen || state.deck || screensIn(view).length > 0 || state.phase !== "live") return "presentation";
  const cameras = presentIn(state).filter(p => isSending(view, p.id, "camera")).length;
  return cameras > 1 ? "gallery" : cameras === 1 ? "speaker" : "presentation";
}

/** Who shows a screen, the latest first. */
export const screensIn = (view: RoomView): string[] =>
  presentIn(view.state).map(p => p.id).filter(id => isSending(view, id, "screen")).reverse();

/** The stage when it shows people, or a screen; null leaves it to the slides. */
export function mediaStage(view: RoomView, layout: Layout) {
  if (layout === "gallery") return gallery(view);
  if (layout === "speaker") return large(view);
  const sharing = screensIn(view);
  const shown = sharing.includes(view.media?.screenShown ?? "") ? view.media!.screenShown! : sharing[0];
  return shown ? screen(view, shown, sharing) : null;
}

function screen(view: RoomView, id: string, sharing: string[]) {
  const name = nameOf(view, id);
  return html`<section class="room-stage" data-shows="screen" aria-label=${t("Screen of {0}", name)}>
    ${picture(view, id, "screen") ?? html`<p class="room-stage-wait">${t("The screen of {0} is coming", name)}</p>`}
    <div class="room-stage-tags">${sharing.length > 1
      ? sharing.map(other => html`<button type="button" class="room-tag" aria-pressed=${other === id} @click=${() => view.media?.show(other)}>${t("Screen of {0}", nameOf(view, other))}</button>`)
      : html`<p class="room-tag">${id === view.me ? t("Everybody sees your screen") : t("Screen of {0}", name)}</p>`}</div>
  </section>`;
}

function large(view: RoomView) {
  const speaker = speakerIn(view);
  return html`<section class="room-stage" data-shows="people" aria-label=${t("Presenter")}><ul class="room-gallery" style="--columns:1">${speaker ? tile(speaker, view) : nothing}</ul></section>`;
}

function gallery(view: RoomView) {
  const people = inOrder(view).slice(0, mostTiles);
  const columns = people.length <= 1 ? 1 : people.length <= 4 ? 2 : people.length <= 9 ? 3 : people.length <= 16 ? 4 : people.length <= 25 ? 5 : people.length <= 36 ? 6 : 7;
  return html`<section class="room-stage" data-shows="people" aria-label=${t("In the room")}>
    <ul class="room-gallery" style="--columns:${columns};--narrow-columns:${people.length <= 2 ? 1 : Math.min(columns, 3)}">${people.map(person => tile(person, view))}</ul></section>`;
}

export function tile(person: Attendant, view: RoomView) {
  const hand = view.state.hands.findIndex(h => h.personId === person.id);
  return html`<li class="room-tile" data-person=${person.id} ?data-speaking=${isSpeaking(view, person.id)}>
    ${face(person.name)}${picture(view, person.id)}
    <p class="room-name">${soundSign(view, person.id)}<span>${nameOf(view, person.id)}</span></p>
    ${hand >= 0 ? html`<span class="room-badge">${icon("hand")}${hand + 1}<span class="room-unseen">${t("Hand up")}</span></span>` : nothing}
  </li>`;
}

/** Those put forward, then hands, then pictures, then the rest by name. */
export function inOrder(view: RoomView): Attendant[] {
  const first = speakerIn(view)?.id;
  const up = new Map(view.state.hands.map((h, i) => [h.personId, i]));
  const weight = (p: Attendant) => p.id === first ? -1 : up.get(p.id) ?? (isSending(view, p.id, "camera") ? 500 : isSending(view, p.id, "microphone") ? 700 : 1_000);
  return presentIn(view.state).sort((a, b) => weight(a) - weight(b));
}
