import type { Wire } from "./connection";
import type { ClassCommand, ClassSignal, EventBatch, ReplayLog, SentSignal, WatchedInterval, Welcome } from "../log/events.generated";
import type { MediaWire } from "../media/wire";
import type { DeckChoice } from "../stage/decks";
import type { Keyed } from "./outbox";

/** A command on its way; the offset is where on the timeline a late one belongs, null for what happens now. */
export interface Outgoing extends Keyed { readonly command: ClassCommand; readonly offsetMs: number | null }

/** All that the room asks of the school. */
export interface RoomWire extends Wire<Welcome, EventBatch, Outgoing> {
  log(): Promise<ReplayLog>;
  decks(): Promise<DeckChoice[]>;
  watched(intervals: WatchedInterval[]): Promise<void>;
  /** There and back over the socket. */
  ping(): Promise<void>;
  readonly media: MediaWire;
  /** To be recorded, in all classes of the course; a refusal is thrown. */
  agree(): Promise<void>;
  signal(signal: ClassSignal): void;
  onSignal(handler: (signal: SentSignal) => void): void;
}
