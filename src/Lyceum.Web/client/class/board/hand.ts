import { withNewer } from "./apply";
import type { BoardElement, ClassSignal, RoomBoard } from "../log/events.generated";
import type { RoomView } from "../view";
import { portions } from "./wire";

const draftStays = 4_000;
const longestDraft = 12_000;

/** Leads, presents, or is a student who is let; and stands where the class is. */
export function mayDrawOnBoard({ leads, state, room, me }: RoomView): boolean {
  if (room.hasEnded || !room.playhead.following || room.setup.role === "observer") return false;
  return leads || state.media.presenters.includes(me) || (state.board.isOpen && state.board.studentsDraw);
}

/** The board as this person sees it: what the class has, what of theirs is on the way, and what others are just drawing. */
export class BoardHand {
  private drafts = new Map<string, { element: BoardElement; at: number }>();

  constructor(private readonly view: () => RoomView, private readonly changed: () => void, private readonly now: () => number = () => performance.now()) {}

  get elements(): RoomBoard["elements"] {
    const { room, state } = this.view();
    if (!room.playhead.following) return state.board.elements;
    const waiting = room.outbox.pending.flatMap(({ command }) => command.type === "changeBoard" ? command.elements : []);
    return withNewer(state.board.elements, [...waiting, ...this.fresh()]);
  }

  drafted(signal: Extract<ClassSignal, { type: "boardDraft" }>) {
    for (const element of signal.elements) this.drafts.set(element.id, { element, at: this.now() });
    this.changed();
  }

  readonly listener = {
    drew: (done: BoardElement[], drafts: BoardElement[]) => {
      const { room } = this.view();
      for (const elements of portions(done)) room.sendLive({ type: "changeBoard", elements });
      if (drafts.length > 0 && drafts.reduce((sum, draft) => sum + draft.data.length, 0) <= longestDraft) room.signal({ type: "boardDraft", elements: drafts });
    },
  };

  /** What somebody draws comes again and again; what no longer comes was given up, or stands in the class by now. */
  private fresh(): BoardElement[] {
    for (const [id, draft] of this.drafts) if (this.now() - draft.at > draftStays) this.drafts.delete(id);
    return [...this.drafts.values()].map(draft => draft.element);
  }
}
