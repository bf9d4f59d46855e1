import type { Stroke } from "../log/events.generated";
import type { Looking } from "../stage/stage";
import { slideShown } from "../stage/stage";
import type { RoomView } from "../view";
import type { InkColor, InkTool } from "../log/events.generated";

export type PenTool = InkTool | "point" | "eraser";

/** What is in the hand of whoever draws; null while they do not. */
export interface Pen { tool: PenTool; color: InkColor }

/** Each with what it is called, since it is told by more than its colour. */
export const colors: { value: InkColor; word: string }[] = [
  { value: "ink", word: "Black, plain" }, { value: "stress", word: "Red, bold" }, { value: "right", word: "Green, dotted" }, { value: "aside", word: "Blue, dashed" },
];

/** Somebody's pointer, where it was last seen, in parts of the slide. */
export interface Spot { personId: string; x: number; y: number; at: number }

export const spotStays = 2_500;

/** Leads or presents, and stands where the class is: on slides that all see. */
export function mayDraw({ leads, state, room, me }: RoomView): boolean {
  return (leads || state.media.presenters.includes(me)) && room.setup.role !== "observer" && !room.hasEnded && room.playhead.following && state.deck !== null && !state.board.isOpen;
}

export interface DrawnLine extends Pick<Stroke, "id" | "tool" | "color" | "points"> { isMine: boolean }

/** What is drawn on the slide that this person looks at: what the class has, without what they have just erased, and their lines that are on the way. */
export function linesOn(view: RoomView, looking: Looking): DrawnLine[] {
  const { deck, ink } = view.state;
  if (!deck) return [];
  const slide = slideShown(view, looking);
  const waiting = view.room.playhead.following ? view.room.outbox.pending.map(o => o.command) : [];
  const erased = new Set(waiting.flatMap(c => c.type === "eraseStrokes" ? c.strokeIds : []));
  const here = (stroke: { deckId: string; slide: number }) => stroke.deckId === deck.fileId && stroke.slide === slide;
  const isCleared = (stroke: Stroke) => waiting.some(c => c.type === "clearSlide" && here(c) && (view.leads || stroke.personId === view.me));
  return [
    ...ink.filter(stroke => here(stroke) && !erased.has(stroke.id) && !isCleared(stroke)).map(stroke => ({ ...stroke, isMine: stroke.personId === view.me })),
    ...waiting.flatMap((c, i) => c.type === "drawStroke" && here(c) ? [{ ...c, id: -1 - i, isMine: true }] : []),
  ];
}

/** The line that undoing takes away. */
export const lastOwn = (lines: readonly DrawnLine[]) => lines.filter(line => line.isMine && line.id > 0).at(-1) ?? null;
