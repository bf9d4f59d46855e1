import type { MediaAnswer, MediaEntry, MediaNotice, MediaOffer, SentRefusal, WantedTrack } from "../log/events.generated";

/** What sound and picture ask of the school, over the line of the class. */
export interface MediaWire {
  enter(device: string): Promise<MediaEntry>;
  leave(): void;
  publish(offer: MediaOffer): Promise<MediaAnswer>;
  desire(wanted: WantedTrack[]): Promise<SentRefusal | null>;
  answer(revision: number, sdp: string): Promise<SentRefusal | null>;
  restart(): Promise<SentRefusal | null>;
  /** A new receiving connection: the page has lost its own. */
  renew(): Promise<SentRefusal | null>;
  onNotice(handler: (notice: MediaNotice) => void): void;
}
