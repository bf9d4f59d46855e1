import type { SeenEvent, Stroke } from "../log/events.generated";

/** The lines on the slides: the same rules as InkRules in C#. */
export function applyInk(ink: Stroke[], { event: e, sequence }: SeenEvent, personId: string): Stroke[] | null {
  switch (e.type) {
    case "strokeDrawn": return [...ink, { id: sequence, personId, deckId: e.deckId, slide: e.slide, tool: e.tool, color: e.color, points: e.points }];
    case "strokesErased": return ink.filter(stroke => !e.strokeIds.includes(stroke.id));
    default: return null;
  }
}
