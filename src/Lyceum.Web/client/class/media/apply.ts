import type { MediaSource, RecordedTrack, RoomMedia, SeenEvent } from "../log/events.generated";

export const noMedia: RoomMedia = { on: {}, denied: ["screen"], presenters: [], forward: null, tracks: [], voices: {}, captions: [], isCaptionedByMachine: false };

const breathMs = 700;

/** The same rules as MediaReducer in C#. */
export function applyMedia(media: RoomMedia, { event: e, sequence, offsetMs }: SeenEvent, actor: string): RoomMedia | null {
  switch (e.type) {
    case "turnedOn": return turned(media, actor, on => on.includes(e.source) ? on : [...on, e.source]);
    case "turnedOff": return turned(media, e.personId, on => on.filter(source => source !== e.source));
    case "mediaAllowed": {
      const denied = media.denied.filter(source => source !== e.source);
      return { ...media, denied: e.isAllowed ? denied : [...denied, e.source] };
    }
    case "presenterNamed": return { ...media, presenters: [...media.presenters.filter(id => id !== e.personId), e.personId] };
    case "presenterDismissed": return { ...media, presenters: media.presenters.filter(id => id !== e.personId) };
    case "personPutForward": return { ...media, forward: e.personId };
    case "captionWritten": return { ...media, captions: [...media.captions, { id: sequence, personId: actor, offsetMs, text: e.text, origin: e.origin }] };
    case "captionedByMachine": return { ...media, isCaptionedByMachine: e.isOn };
    case "trackBegan": return { ...media, tracks: [...media.tracks, { id: sequence, personId: e.personId, source: e.source, file: e.file, startMs: e.startMs, lengthMs: null, hasEnded: false }] };
    case "trackAligned": return withTrack(media, e.trackId, track => ({ ...track, startMs: e.startMs }));
    case "trackEnded": return withTrack(media, e.trackId, track => ({ ...track, lengthMs: e.lengthMs, hasEnded: true }));
    case "voicesHeard": {
      const voices = { ...media.voices };
      for (const [id, stretches] of Object.entries(e.stretches)) voices[id] = joined(voices[id] ?? [], stretches);
      return { ...media, voices };
    }
    default: return null;
  }
}

export function withoutPerson(media: RoomMedia, id: string): RoomMedia {
  const { [id]: _, ...on } = media.on;
  return { ...media, on };
}

function turned(media: RoomMedia, id: string, change: (on: MediaSource[]) => MediaSource[]): RoomMedia {
  const on = change(media.on[id] ?? []);
  return on.length === 0 ? withoutPerson(media, id) : { ...media, on: { ...media.on, [id]: on } };
}

const withTrack = (media: RoomMedia, id: number, change: (track: RecordedTrack) => RecordedTrack): RoomMedia =>
  ({ ...media, tracks: media.tracks.map(track => track.id === id ? change(track) : track) });

function joined(known: number[], more: number[]): number[] {
  if (more.length === 0) return known;
  return known.length > 0 && more[0]! - known.at(-1)! < breathMs ? [...known.slice(0, -1), ...more.slice(1)] : [...known, ...more];
}
