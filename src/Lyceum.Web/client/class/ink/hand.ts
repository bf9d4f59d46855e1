import type { ClassCommand, ClassSignal, Stroke } from "../log/events.generated";
import { slideShown, type Looking } from "../stage/stage";
import type { RoomView } from "../view";
import { lastOwn, linesOn, mayDraw, spotStays, type Pen, type Spot } from "./ink";

/** What this person draws with, and who points where. */
export class DrawingHand {
  private held: Pen | null = null;
  private last: Pen = { tool: "pen", color: "stress" };
  private spots = new Map<string, Spot>();

  constructor(private readonly view: () => RoomView, private readonly changed: () => void, private readonly now: () => number = () => performance.now()) {}

  /** The pen falls from the hand of whoever may no longer draw. */
  get pen(): Pen | null { return this.held && mayDraw(this.view()) ? this.held : null; }

  take(pen: Pen | null) {
    this.held = pen;
    if (pen) this.last = pen;
    this.changed();
  }

  toggle() { this.take(this.pen || !mayDraw(this.view()) ? null : this.last); }

  pointed(personId: string, signal: Extract<ClassSignal, { type: "pointer" }>) {
    this.spots.set(personId, { personId, x: signal.x, y: signal.y, at: this.now() });
    this.changed();
  }

  /** On the slide that the class is at, as long as somebody points. */
  spotsAt(looking: Looking): Spot[] {
    if (looking.alone !== null || !this.view().room.playhead.following) return [];
    return [...this.spots.values()].filter(spot => this.now() - spot.at < spotStays);
  }

  /** For the layer over the slide. */
  readonly actions = {
    draw: (points: number[]) => {
      const pen = this.pen;
      const on = this.slide();
      if (pen && on) this.send({ type: "drawStroke", ...on, tool: pen.tool as Stroke["tool"], color: pen.color, points });
    },
    erase: (strokeIds: number[]) => this.send({ type: "eraseStrokes", strokeIds }),
    point: (x: number, y: number) => this.view().room.signal({ type: "pointer", x, y }),
  };

  undo() {
    const line = lastOwn(linesOn(this.view(), { alone: null }));
    if (line) this.actions.erase([line.id]);
  }

  clear() {
    const on = this.slide();
    if (on) this.send({ type: "clearSlide", ...on });
  }

  private slide() {
    const view = this.view();
    return view.state.deck && { deckId: view.state.deck.fileId, slide: slideShown(view, { alone: null }) };
  }

  private send(command: ClassCommand) { this.view().room.sendLive(command); }
}
