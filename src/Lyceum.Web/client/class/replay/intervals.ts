/** Half-open spans [from, to) in milliseconds: sorted, merged, so that a second counts once however often it was seen. */
export type Span = readonly [from: number, to: number];

export function addSpan(spans: readonly Span[], [from, to]: Span): Span[] {
  if (to <= from) return [...spans];
  const apart = spans.filter(([a, b]) => b < from || a > to);
  const touching = spans.filter(([a, b]) => b >= from && a <= to);
  const merged: Span = [Math.min(from, ...touching.map(([a]) => a)), Math.max(to, ...touching.map(([, b]) => b))];
  return [...apart, merged].sort((x, y) => x[0] - y[0]);
}

export const addSpans = (spans: readonly Span[], more: readonly Span[]) => more.reduce<Span[]>((all, span) => addSpan(all, span), [...spans]);

/** What is left of the spans without these. */
export function withoutSpans(spans: readonly Span[], gone: readonly Span[]): Span[] {
  return gone.reduce<Span[]>((left, [from, to]) =>
    left.flatMap(([a, b]) => ([[a, Math.min(b, from)], [Math.max(a, to), b]] as Span[]).filter(([x, y]) => y > x)), [...spans]);
}

export const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** How much of [from, to) the spans cover, 0 to 1. */
export function covered(spans: readonly Span[], from: number, to: number): number {
  if (to <= from) return 0;
  const inside = spans.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, to) - Math.max(a, from)), 0);
  return inside / (to - from);
}
