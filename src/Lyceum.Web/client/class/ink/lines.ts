/** A line as x and y in turns, in ten-thousandths of the slide's width and height. */
export type Line = readonly number[];

export const whole = 10_000;
const mostPoints = 250;

/** A smooth path through the points: each but the ends bends it, and halfway between two of them it runs straight. */
export function pathOf(line: Line): string {
  const [x, y] = [line[0]!, line[1]!];
  if (line.length <= 4) return `M${x} ${y}L${line[2] ?? x} ${line[3] ?? y}`;
  let path = `M${x} ${y}`;
  for (let i = 2; i < line.length - 2; i += 2) {
    const last = i === line.length - 4;
    const endX = last ? line[i + 2]! : (line[i]! + line[i + 2]!) / 2;
    const endY = last ? line[i + 3]! : (line[i + 1]! + line[i + 3]!) / 2;
    path += `Q${line[i]} ${line[i + 1]} ${endX} ${endY}`;
  }
  return path;
}

/** How far a point is from the segment between two others. */
function away(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

/** Without the points that a straight line between their neighbours would run past anyway (Douglas and Peucker). */
export function simplify(line: Line, tolerance: number): number[] {
  const count = line.length / 2;
  if (count <= 2) return [...line];
  const kept = new Set([0, count - 1]);
  const open: [number, number][] = [[0, count - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [farthest, distance] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const d = away(line[2 * i]!, line[2 * i + 1]!, line[2 * from]!, line[2 * from + 1]!, line[2 * to]!, line[2 * to + 1]!);
      if (d > distance) [farthest, distance] = [i, d];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((a, b) => a - b).flatMap(i => [line[2 * i]!, line[2 * i + 1]!]);
}

/** As the school takes it: simplified, whole numbers on the slide, and in pieces that meet where it is long. A dot is the shortest line. */
export function finished(drawn: Line): number[][] {
  const onSlide = drawn.map(n => Math.round(Math.max(0, Math.min(whole, n))));
  const line = simplify(onSlide.length === 2 ? [...onSlide, ...onSlide] : onSlide, 8);
  const pieces: number[][] = [];
  for (let from = 0; from === 0 || from < line.length - 2; from += 2 * (mostPoints - 1)) pieces.push(line.slice(from, from + 2 * mostPoints));
  return pieces;
}

/** Whether the line passes so near to a point; `aspect` is the slide's width by its height. */
export function isNear(line: Line, x: number, y: number, within: number, aspect: number): boolean {
  for (let i = 0; i < line.length - 2; i += 2)
    if (away(x, y / aspect, line[i]!, line[i + 1]! / aspect, line[i + 2]!, line[i + 3]! / aspect) <= within) return true;
  return false;
}
