// The pictures that the class's slides and the lecture's slides share.
import { chance, counts, dot, journey, line, meanJourney, path, rect, text } from './chart.mjs';
import { drawing } from './slides.mjs';

export const range = (n, from = 0, step = 1) => Array.from({ length: n }, (_, i) => from + i * step);
export const means = (people, samples, seed) => { const random = chance(seed); return range(samples).map(() => meanJourney(random, people)); };
const ticks = (x, y, marks) => [line(x(marks[0]), y, x(marks.at(-1)), y, 'axis', 2.5), marks.map((t) => text(x(t), y + 28, t, { size: 18, anchor: 'middle' }))];
const middle = (x, top, bottom) => line(x(journey.mean), top, x(journey.mean), bottom, 'red', 2.5, 'stroke-dasharray="7 6"');

export function histogram(values, { width = 1112, height = 360, top = 80, step = 4, fill = 'solid', label = '', marks = range(9, 0, 10) } = {}) {
  const bars = counts(values, 0, step, top / step);
  const unit = width / (top + 4);
  const x = (m) => 20 + m * unit;
  const high = (height - 90) / Math.max(...bars);
  return drawing(width + 40, height, bars.map((n, i) => rect(x(i * step) + 1, height - 46 - n * high, step * unit - 2, n * high, fill)),
    ticks(x, height - 46, marks.filter((m) => m <= top)), middle(x, 16, height - 46), text(x(journey.mean) + 12, 30, label || 'mean 32', { size: 20, weight: 600, fill: 'red' }));
}

export const threeSizes = () => drawing(1120, 320, [1, 5, 30].map((n, k) => {
  const bars = counts(means(n, 2000, 90 + n), 0, 4, 20);
  const x = (m) => 10 + k * 388 + m * 4.1;
  const high = 220 / Math.max(...bars);
  return [bars.map((c, i) => rect(x(i * 4) + 1, 284 - c * high, 14.4, c * high, ['pale', 'mid', 'solid'][k])), ticks(x, 284, [0, 20, 40, 60, 80]), middle(x, 48, 284),
    text(x(80), 32, `n = ${n}`, { size: 30, weight: 700, anchor: 'end', fill: 'ink1' }), text(x(80), 62, `spread ${(journey.sd / Math.sqrt(n)).toFixed(1)}`, { size: 21, anchor: 'end' })];
}));

export function dotsOn(rows, { width = 1112, row = 96 } = {}) {
  const x = (m) => 150 + m * ((width - 180) / 90);
  return drawing(width + 20, rows.length * row + 70, rows.map(({ name, values, mean, fill = 'mid' }, i) => {
    const y = 62 + i * row;
    return [text(0, y + 8, name, { size: 22, weight: 600, fill: 'ink1' }), line(x(0), y, x(90), y, 'rule', 2), values.map((v) => dot(x(v), y, 11, fill)),
      mean === undefined ? '' : [line(x(mean), y - 30, x(mean), y + 30, 'ink1', 4), text(x(mean), y - 34, mean, { size: 20, weight: 700, anchor: 'middle', fill: 'ink1' })]];
  }), middle(x, 0, rows.length * row + 30), range(10, 0, 10).map((t) => text(x(t), rows.length * row + 60, t, { size: 18, anchor: 'middle' })));
}

export function errorCurve() {
  const x = (n) => 60 + n * 10.4;
  const y = (se) => 330 - se * 17;
  const at = (n) => y(journey.sd / Math.sqrt(n));
  return drawing(1130, 380, [0, 5, 10, 15].map((v) => [line(60, y(v), 1100, y(v), 'rule', 1.5), text(44, y(v) + 6, v, { size: 18, anchor: 'end' })]), path(range(397, 1, 0.25).map((n) => [x(n), at(n)]), 'solid', 5),
    [4, 16, 64].map((n) => [line(x(n), at(n), x(n), 330, 'solid', 2, 'stroke-dasharray="5 5"'), dot(x(n), at(n), 10, 'ground', 'stroke="#2449dd" stroke-width="4.5"'),
      text(x(n) + 20, at(n) - 14, `n = ${n}: ${(journey.sd / Math.sqrt(n)).toFixed(1)} min`, { size: 21, weight: 600, fill: 'ink1' })]),
    [1, 20, 40, 60, 80, 100].map((t) => text(x(t), 362, t, { size: 18, anchor: 'middle' })));
}

export function triangle(short, long, hypotenuse, names, scale = 96) {
  const [x0, y0] = [560 - (long * scale) / 2, 370];
  const [x1, y1] = [x0 + long * scale, y0 - short * scale];
  return drawing(1120, 430, path([[x0, y0], [x1, y0], [x1, y1], [x0, y0]], 'solid', 7, 'tint'), rect(x1 - 26, y0 - 26, 26, 26, 'none', 'stroke="#6a7285" stroke-width="2.5"'),
    text((x0 + x1) / 2, y0 + 44, names[1], { size: 28, weight: 600, anchor: 'middle', fill: 'ink1' }), text(x1 + 26, (y0 + y1) / 2 + 10, names[0], { size: 28, weight: 600, fill: 'ink1' }),
    hypotenuse ? text((x0 + x1) / 2 - 44, (y0 + y1) / 2 - 22, names[2], { size: 30, weight: 700, anchor: 'end', fill: 'hueink' }) : '');
}

/** The triangle whose right angle has closed: the sides lie in one line. */
export const flatTriangle = () => drawing(1120, 230, line(210, 110, 510, 110, 'mid', 12), line(510, 110, 910, 110, 'solid', 12), [210, 510, 910].map((x) => dot(x, 110, 13, 'ground', 'stroke="#2449dd" stroke-width="5"')),
  text(360, 82, 'walk, 3', { size: 28, weight: 600, anchor: 'middle', fill: 'ink1' }), text(710, 82, 'ride, 4', { size: 28, weight: 600, anchor: 'middle', fill: 'ink1' }),
  line(210, 160, 910, 160, 'ink2', 2), text(560, 202, 'journey, 7', { size: 30, weight: 700, anchor: 'middle', fill: 'hueink' }));

export const bell = () => {
  const heights = [8, 18, 34, 58, 82, 96, 82, 58, 34, 18, 8];
  return drawing(520, 260, heights.map((h, i) => rect(i * 47, 250 - h * 2.4, 36, h * 2.4, '#ffffff', 'opacity=".9" rx="4"')));
};

/** Six mornings: what the walk and the ride lose or win against their means, and what is left of it. */
export function drawingOfTimes() {
  const mornings = [[3, -4], [-2, 5], [4, 2], [-3, -3], [2, -5], [-4, 4]];
  const x = (i) => 190 + i * 158;
  const block = (at, from, minutes, fill) => rect(at, from - Math.max(minutes, 0) * 15, 40, Math.abs(minutes) * 15, fill, 'rx="4"');
  return drawing(1130, 300, line(150, 140, 1110, 140, 'axis', 2.5), text(0, 146, 'the mean', { size: 22, weight: 600, fill: 'ink1' }),
    mornings.map(([walk, ride], i) => [block(x(i), 140, walk, 'pale'), block(x(i) + 44, 140, ride, 'mid'), block(x(i) + 88, 140, walk + ride, 'solid')]),
    [['walk', 'pale'], ['ride', 'mid'], ['together', 'solid']].map(([name, fill], i) => [rect(190 + i * 170, 268, 22, 22, fill, 'rx="4"'), text(222 + i * 170, 287, name, { size: 21 })]));
}
