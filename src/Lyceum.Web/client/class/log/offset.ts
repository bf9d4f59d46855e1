/** A moment on a class's own timeline, in milliseconds after it started. */
export type Offset = number;

const pad = (n: number) => String(n).padStart(2, "0");

/** 32:14, or 1:15:02 from an hour on; never negative. */
export function clockText(offset: Offset): string {
  const seconds = Math.max(0, Math.floor(offset / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

/** Whole minutes that are still to come, rounded up, so that the last minute says 1. */
export function minutesLeft(from: Offset, to: Offset): number {
  return Math.max(0, Math.ceil((to - from) / 60_000));
}
