import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { presenterIn, presentIn, type Attendant, type RoomView } from "../view";
import { t } from "../words";
import { speaksAt } from "./stretches";

/** Somebody's picture as it is at the playhead; null when there is none to show. */
export function picture(view: RoomView, id: string, source: "camera" | "screen" = "camera") {
  if (!view.room.playhead.following) return view.replay?.picture(id, source) ?? null;
  const stream = isSending(view, id, source) ? view.media?.picture(id, source) : null;
  if (!stream) return null;
  return html`<video class="room-picture" data-source=${source} ?data-mine=${id === view.me && source === "camera"} .srcObject=${stream} .muted=${true} muted autoplay playsinline aria-hidden="true"></video>`;
}

export const isSending = (view: RoomView, id: string, source: "microphone" | "camera" | "screen"): boolean =>
  id === view.me && view.media && view.media.state !== "moved" && view.room.playhead.following ? view.media.isOn(source) : view.state.media.on[id]?.includes(source) ?? false;

export function isSpeaking(view: RoomView, id: string): boolean {
  if (view.media && view.room.playhead.following) return (view.media.levels[id] ?? 0) > 0;
  return speaksAt(view.tail.media.voices[id] ?? [], view.position);
}

/** Speaking, or muted; nothing for whoever could be heard. */
export function soundSign(view: RoomView, id: string) {
  if (isSpeaking(view, id)) return html`${icon("audio-lines")}<span class="room-unseen">${t("speaks")}</span>`;
  if (!isSending(view, id, "microphone")) return html`${icon("mic-off")}<span class="room-unseen">${t("muted")}</span>`;
  return nothing;
}

/** Who has the large picture: whom the host put forward, whoever speaks, or else whose class it is. */
export function speakerIn(view: RoomView): Attendant | null {
  const present = presentIn(view.state);
  const find = (id: string | null | undefined) => present.find(p => p.id === id) ?? null;
  return find(view.state.media.forward) ?? find(spokeLast(view)) ?? presenterIn(view);
}

/** One's own voice does not take the large picture: nobody wants to watch themselves speak. Nor does one that is muted since keep it. */
function spokeLast(view: RoomView): string | null {
  const isLive = view.media && view.room.playhead.following;
  const speaker = isLive ? view.media!.speaker : lastVoiceAt(view);
  return speaker === view.me || (isLive && speaker && !isSending(view, speaker, "microphone")) ? null : speaker;
}

function lastVoiceAt({ tail, position }: RoomView): string | null {
  let [last, since] = ["", -1];
  for (const [id, stretches] of Object.entries(tail.media.voices)) {
    for (let i = 0; i < stretches.length && stretches[i]! <= position; i += 2) if (stretches[i]! > since) [last, since] = [id, stretches[i]!];
  }
  return last || null;
}
