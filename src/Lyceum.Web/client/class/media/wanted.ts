import type { MediaSource, WantedTrack } from "../log/events.generated";
import type { RoomView } from "../view";
import { inOrder, layoutIn, mostTiles, type LayoutChoice } from "./layout";
import { speakerIn } from "./picture";

/** How much of the class comes over the line: all pictures, the large one, none, not even sound. */
export type Rung = "auto" | "allVideo" | "speakerOnly" | "soundOnly" | "text";

const inFilm = 12;

/** What this screen wants to receive: every voice, screens, the large picture, then the small ones in the order in which they stand. */
export function wantedIn(view: RoomView, choice: LayoutChoice): WantedTrack[] {
  const { media, tail, me, room } = view;
  if (!media || !room.playhead.following || media.rungChosen === "text") return [];
  const others = Object.entries(tail.media.on).filter(([id]) => id !== me);
  const sending = (source: MediaSource) => others.filter(([, on]) => on.includes(source)).map(([id]) => id);
  const voices = sending("microphone").map(personId => ({ personId, source: "microphone" as const, atMost: "small" as const }));
  const sounds = sending("screen").map(personId => ({ personId, source: "screenSound" as const, atMost: "small" as const }));
  if (media.rungChosen === "soundOnly") return [...voices, ...sounds];
  const screens = sending("screen").map(personId => ({ personId, source: "screen" as const, atMost: "large" as const }));
  const layout = layoutIn(view, choice);
  const speaker = speakerIn(view)?.id;
  const cameras = new Set(sending("camera"));
  const order = inOrder(view).map(p => p.id).filter(id => cameras.has(id));
  const pictures = media.rungChosen === "speakerOnly" ? order.filter(id => id === speaker) : order.slice(0, layout === "gallery" ? mostTiles : inFilm);
  const size = (id: string) => layout !== "gallery" ? (id === speaker ? "large" as const : "small" as const) : order.length <= 2 ? "large" as const : order.length <= 9 ? "middle" as const : "small" as const;
  return [...voices, ...screens, ...sounds, ...pictures.map(personId => ({ personId, source: "camera" as const, atMost: size(personId) }))];
}
