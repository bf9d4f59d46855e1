import type { MediaSource, WantedTrack } from "../events.generated";
import type { RoomView } from "../view";
import { speakerIn } from "./picture";

/** What this screen wants to receive: screens, every voice, the large picture, then the small ones in their order. */
export function wantedIn(view: RoomView): WantedTrack[] {
  const { media, tail, me, room } = view;
  if (!media || !room.playhead.following) return [];
  const others = Object.entries(tail.media.on).filter(([id]) => id !== me);
  const sending = (source: MediaSource) => others.filter(([, on]) => on.includes(source)).map(([id]) => id);
  const speaker = speakerIn(view)?.id;
  const cameras = sending("camera").sort((a, b) => Number(b === speaker) - Number(a === speaker) || a.localeCompare(b));
  return [
    ...sending("microphone").map(personId => ({ personId, source: "microphone" as const, atMost: "small" as const })),
    ...sending("screen").flatMap(personId => [{ personId, source: "screen" as const, atMost: "large" as const }, { personId, source: "screenSound" as const, atMost: "small" as const }]),
    ...cameras.map(personId => ({ personId, source: "camera" as const, atMost: personId === speaker ? "large" as const : "small" as const })),
  ];
}
