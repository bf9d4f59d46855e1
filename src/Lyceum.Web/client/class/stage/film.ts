import { html, nothing } from "lit";
import type { ReactionKind } from "../log/events.generated";
import { face, presenterFace } from "../people/face";
import { icon } from "../../shared/icon";
import { legend, tally } from "../polls/poll";
import { hostCards } from "./host";
import { isSpeaking, picture, soundSign, speakerIn } from "../media/picture";
import { nameOf, presentIn, shownResult, waitsAtDoor, type Attendant, type RoomView } from "../view";
import { t } from "../words";

export const reactions: Record<ReactionKind, { sign: string; word: string }> = {
  clap: { sign: "👏", word: "Applause" }, heart: { sign: "❤️", word: "Heart" }, laugh: { sign: "😄", word: "Laughter" },
  surprise: { sign: "😮", word: "Surprise" }, yes: { sign: "👍", word: "Yes" }, no: { sign: "👎", word: "No" },
};

export type Reacting = ReadonlyMap<string, ReactionKind>;

/** Where the speaker's picture stands: whose class it is. */
export function speaker(view: RoomView) {
  const presenter = speakerIn(view);
  if (!presenter) return html`<div class="room-speaker">${waitsAtDoor(view) ? nothing : html`<p class="room-quiet">${t("The instructor is not here yet.")}</p>`}</div>`;
  const isHere = presenter.connections.length > 0;
  return html`<section class="room-speaker" aria-label=${t("Presenter")} ?data-live=${isHere && view.room.isLive} ?data-speaking=${isSpeaking(view, presenter.id)}>
    ${isHere || view.room.hasEnded ? nothing : html`<p class="room-away">${t("Not in the room")}</p>`}
    ${presenterFace(presenter.name)}${picture(view, presenter.id)}
    <p class="room-name">${soundSign(view, presenter.id)}<span>${nameOf(view, presenter.id)}</span></p>
  </section>`;
}

const narrow = "(max-width: 959px)";
const speakerBeside = 172;

/** How much of the stage's width the film has: it may be hidden itself, and then come back. */
export const filmWidth = (stage: Element | null) => (stage?.clientWidth ?? 1028) - (matchMedia(narrow).matches ? speakerBeside : 0);

/** Who is there, with raised hands first; beside them the latest result. */
export function film(view: RoomView, reacting: Reacting, width: number) {
  if (view.leads && !view.room.hasEnded && width > 720) return hostCards(view);
  const poll = width > 720 ? shownResult(view) : null;
  const everybody = inOrder(view);
  const room = Math.max(1, Math.floor((width - (poll ? 640 : 98)) / 188));
  const shown = everybody.slice(0, room);
  const rest = everybody.slice(shown.length);
  return html`<ul class="room-film" tabindex=${width > 720 ? nothing : 0} aria-label=${t("In the room")}>
    ${shown.map(person => tile(person, view, reacting))}
    ${rest.length > 0 ? html`<li class="room-film-more">
      <span class="room-faces">${rest.slice(0, 2).map(p => face(p.name))}</span>${t("{0} more", rest.length)}</li>` : nothing}
    ${everybody.length === 0 && !poll && !waitsAtDoor(view) ? html`<li class="room-film-more room-film-nobody">${view.room.hasEnded ? t("Nobody was here at this time") : t("Nobody is here yet")}</li>` : nothing}
    ${poll ? html`<li class="room-film-poll"><header><span dir="auto">${poll.question}</span>${view.room.hasEnded ? legend(poll) : nothing}</header>${tally(poll, view)}</li>` : nothing}
  </ul>`;
}

function tile(person: Attendant, view: RoomView, reacting: Reacting) {
  const hand = view.state.hands.findIndex(h => h.personId === person.id);
  const reaction = reacting.get(person.id);
  return html`<li data-person=${person.id} ?data-speaking=${isSpeaking(view, person.id)}>
    ${face(person.name)}${picture(view, person.id)}
    <p class="room-name">${soundSign(view, person.id)}<span>${nameOf(view, person.id)}</span></p>
    ${hand >= 0 ? html`<span class="room-badge">${icon("hand")}${view.leads ? hand + 1 : nothing}<span class="room-unseen">${t("Hand up")}</span></span>` : nothing}
    ${reaction ? html`<span class="room-badge" data-is="reaction"><span aria-hidden="true">${reactions[reaction].sign}</span></span>` : nothing}
  </li>`;
}

function inOrder(view: RoomView): Attendant[] {
  const presenter = speakerIn(view)?.id;
  const up = new Map(view.state.hands.map((h, i) => [h.personId, i]));
  const weight = (p: Attendant) => p.id === view.me ? -1 : up.get(p.id) ?? 1_000;
  return presentIn(view.state).filter(p => p.id !== presenter).sort((a, b) => weight(a) - weight(b));
}
