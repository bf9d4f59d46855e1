/** What somebody did to a text: at one place so much went, and this came. */
export interface Edit { at: number; gone: number; came: string }

/** A change of a text as Yjs tells it. */
export interface Step { retain?: number; insert?: unknown; delete?: number }

const isLow = (text: string, at: number) => at > 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** The edit that makes one text of the other; a letter of two code units is never cut in two. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  if (isLow(before, at) || isLow(after, at)) at--;
  let same = 0;
  while (same < most - at && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  if (same > 0 && (isLow(before, before.length - same) || isLow(after, after.length - same))) same--;
  return { at, gone: before.length - at - same, came: after.slice(at, after.length - same) };
}

/** Where a place in the text lies after what others did to it. */
export function moved(place: number, steps: readonly Step[]): number {
  let [at, now] = [0, place];
  for (const { retain, insert, delete: gone } of steps) {
    if (retain) at += retain;
    else if (typeof insert === "string") {
      if (at < now) now += insert.length;
      at += insert.length;
    } else if (gone) now -= Math.max(0, Math.min(gone, now - at));
  }
  return now;
}
