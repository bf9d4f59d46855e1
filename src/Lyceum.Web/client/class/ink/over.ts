import { html } from "lit";
import "./layer";
import type { DrawingHand } from "./hand";
import { linesOn } from "./ink";
import type { Looking } from "../stage/stage";
import { nameOf, type RoomView } from "../view";

/** What lies over the slide: the lines on it, who points, and the hand of whoever draws. */
export const inkOver = (view: RoomView, looking: Looking, hand: DrawingHand) => html`<ink-layer .lines=${linesOn(view, looking)} .spots=${hand.spotsAt(looking)}
  .pen=${looking.alone === null ? hand.pen : null} .actions=${hand.actions} .nameOf=${(id: string) => nameOf(view, id)}></ink-layer>`;
