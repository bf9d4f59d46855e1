// Draws the figures of the statistics readings: node figures.mjs
import { writeFileSync } from 'node:fs';
import { chance, counts, dot, figure, journey, line, meanJourney, path, rect, text } from './chart.mjs';

const range = (n, from = 0, step = 1) => Array.from({ length: n }, (_, i) => from + i * step);
const waits = [3, 7, 4, 12, 6, 5, 9, 4, 31, 6, 8, 5, 11, 7, 4, 14, 6, 9, 5, 8];

function axis(scale, y, ticks, caption, size) {
  return [line(scale(ticks[0]), y, scale(ticks.at(-1)), y, 'axis', 2),
    ticks.map((t) => text(scale(t), y + 22, t, { size: 13, anchor: 'middle' })),
    caption ? text(scale((ticks[0] + ticks.at(-1)) / 2), y + 46, caption, { size: 13, anchor: 'middle', weight: size ?? 400 }) : ''];
}

const figures = {
  'counted-twice': () => {
    const x = (n) => 130 + n * 8;
    const bars = [10, 20, 60].map((n, i) => [text(30, 52 + i * 52, `Bus ${i + 1}`, { size: 15, weight: 600, fill: 'ink1' }),
      rect(x(0), 32 + i * 52, n * 8, 32, ['pale', 'mid', 'solid'][i], 'rx="3"'), text(x(n) + 10, 54 + i * 52, n, { size: 15, weight: 600, fill: 'ink1' })]);
    const mark = (n, words, y, color) => [line(x(n), 22, x(n), y - 18, color, 2, 'stroke-dasharray="4 4"'), text(x(n), y, words, { size: 14, weight: 600, anchor: 'middle', fill: color })];
    return figure(680, 258, 'Three buses with 10, 20 and 60 passengers', bars, line(x(0), 22, x(0), 194, 'axis', 2), mark(30, 'mean by bus: 30', 216, 'hueink'), mark(45.6, 'mean by passenger: 45.6', 242, 'red'));
  },
  'waits-dots': () => {
    const x = (n) => 40 + n * 17;
    const stack = {};
    const dots = waits.map((w) => dot(x(w), 166 - 19 * (stack[w] = (stack[w] ?? 0) + 1) + 8, 7.5, w === 31 ? 'mid' : 'solid'));
    return figure(680, 232, 'Twenty waits in minutes', axis(x, 170, range(8, 0, 5), 'wait, minutes'), dots,
      line(x(6.5), 46, x(6.5), 170, 'ink1', 2), text(x(6.5) - 8, 42, 'median 6.5', { weight: 600, anchor: 'end', fill: 'ink1' }),
      line(x(8.2), 46, x(8.2), 170, 'red', 2, 'stroke-dasharray="5 4"'), text(x(8.2) + 8, 42, 'mean 8.2', { weight: 600, fill: 'red' }));
  },
  'waits-box': () => {
    const x = (n) => 40 + n * 17;
    const whisker = (from, to) => [line(x(from), 80, x(to), 80, 'solid', 2.5), line(x(to), 64, x(to), 96, 'solid', 2.5)];
    const label = (n, words, y = 38) => text(x(n), y, words, { size: 13, anchor: 'middle', weight: 600, fill: 'ink1' });
    return figure(680, 196, 'Box plot of the twenty waits', axis(x, 134, range(8, 0, 5), 'wait, minutes'), whisker(5, 3), whisker(9, 14),
      rect(x(5), 52, x(9) - x(5), 56, 'edge', 'stroke="#2449dd" stroke-width="2.5" rx="3"'), line(x(6.5), 52, x(6.5), 108, 'solid', 5), dot(x(31), 80, 7, 'solid'),
      label(5, '5'), label(6.5, '6.5'), label(9, '9'), label(14, '14'), label(3, '3'), label(31, '31'));
  },
  'journeys-histogram': () => {
    const random = chance(222);
    const bars = counts(range(400).map(() => meanJourney(random, 1)), 0, 5, 22);
    const x = (n) => 40 + n * 5.6;
    return figure(680, 290, 'Journeys of 400 passengers', bars.map((n, i) => rect(x(i * 5) + 1, 228 - n * 3.6, 26, n * 3.6, 'solid')), axis(x, 228, range(12, 0, 10), 'journey, minutes'),
      line(x(32), 20, x(32), 228, 'red', 2, 'stroke-dasharray="5 4"'), text(x(32) + 8, 26, 'mean 32', { weight: 600, fill: 'red' }));
  },
  'normal-bands': () => {
    const x = (z) => 340 + z * 84;
    const y = (z) => 210 - 180 * Math.exp(-z * z / 2);
    const band = (from, to, fill) => path([[x(from), 210], ...range(Math.round((to - from) * 20) + 1, from, 0.05).map((z) => [x(z), y(z)]), [x(to), 210]], 'none', 0, fill);
    const share = (z, top, words) => [line(x(-z), top, x(z), top, 'ink2', 1.5), text(x(0), top - 5, words, { size: 13, weight: 600, anchor: 'middle', fill: 'ink1' })];
    return figure(680, 330, 'The normal distribution', band(-3, 3, 'tint'), band(-2, 2, 'edge'), band(-1, 1, 'pale'), path(range(141, -3.5, 0.05).map((z) => [x(z), y(z)])),
      line(x(-3.5), 210, x(3.5), 210, 'axis', 2), range(7, -3).map((k) => text(x(k), 232, k === 0 ? 'μ' : `${k > 0 ? '+' : '−'}${Math.abs(k) === 1 ? '' : Math.abs(k)}σ`, { size: 14, anchor: 'middle' })),
      share(1, 262, '68.3 %'), share(2, 288, '95.4 %'), share(3, 314, '99.7 %'));
  },
  'running-share': () => {
    const random = chance(151);
    const x = (n) => 60 + n * 0.58;
    const y = (p) => 220 - p * 200;
    let heads = 0;
    const walk = range(1000, 1).map((n) => [x(n), y((heads += random() < 0.5 ? 1 : 0) / n)]);
    return figure(680, 282, 'Share of heads over 1,000 tosses', [0, 0.25, 0.5, 0.75, 1].map((p) => [line(60, y(p), 640, y(p)), text(50, y(p) + 4, `${p * 100} %`, { size: 13, anchor: 'end' })]),
      line(60, y(0.5), 640, y(0.5), 'red', 2, 'stroke-dasharray="5 4"'), path(walk, 'solid', 2.5), axis(x, 220, range(6, 0, 200), 'tosses'));
  },
  'thousand-mornings': () => {
    const node = (px, py, count, words, fill) => [rect(px, py, 170, 50, fill, 'rx="8"'), text(px + 16, py + 32, count, { size: 20, weight: 700, fill: fill === 'solid' ? 'ground' : 'ink1' }),
      text(px + 154, py + 31, words, { size: 14, anchor: 'end', fill: fill === 'solid' ? 'ground' : 'ink2' })];
    const branch = (x1, y1, x2, y2, words) => [line(x1, y1, x2, y2, 'ink3', 1.5), text((x1 + x2) / 2 - 8, (y1 + y2) / 2 + (y2 > y1 ? 16 : -13), words, { size: 13, anchor: 'end' })];
    return figure(680, 300, 'One thousand mornings', branch(190, 150, 255, 75, '10 %'), branch(190, 150, 255, 225, '90 %'), branch(425, 75, 490, 45, '80 %'), branch(425, 75, 490, 110, ''),
      branch(425, 225, 490, 195, '15 %'), branch(425, 225, 490, 260, ''), node(20, 125, '1,000', 'mornings', 'tint'), node(255, 50, '100', 'late', 'edge'), node(255, 200, '900', 'on time', 'edge'),
      node(490, 20, '80', 'warning', 'solid'), node(490, 85, '20', 'no warning', 'tint'), node(490, 170, '135', 'warning', 'solid'), node(490, 235, '765', 'no warning', 'tint'));
  },
  'late-mornings': () => {
    const shares = [0.59049, 0.32805, 0.0729, 0.0081, 0.00045, 0.00001];
    return figure(680, 300, 'Late mornings in a week of five', shares.map((p, i) => [rect(50 + i * 100, 238 - p * 340, 76, Math.max(1, p * 340), 'solid', 'rx="2"'),
      text(88 + i * 100, 228 - p * 340, p > 0.001 ? `${(p * 100).toFixed(1)} %` : '', { size: 14, weight: 600, anchor: 'middle', fill: 'ink1' }), text(88 + i * 100, 262, i, { anchor: 'middle' })]),
      line(40, 238, 640, 238, 'axis', 2), text(340, 288, 'late mornings', { size: 13, anchor: 'middle' }));
  },
  pythagoras: () => {
    const s = 56;
    return figure(680, 262, 'The spread of a sum is the long side', path([[228, 200], [228 + 4 * s, 200], [228 + 4 * s, 200 - 3 * s], [228, 200]], 'solid', 4, 'tint'), rect(228 + 4 * s - 16, 184, 16, 16, 'none', 'stroke="#6a7285" stroke-width="1.5"'),
      text(228 + 2 * s, 228, 'ride, σ = 4', { size: 16, weight: 600, anchor: 'middle', fill: 'ink1' }), text(228 + 4 * s + 14, 200 - 1.5 * s, 'walk, σ = 3', { size: 16, weight: 600, fill: 'ink1' }),
      text(228 + 1.75 * s, 200 - 1.7 * s, 'journey, σ = 5', { size: 16, weight: 700, anchor: 'end', fill: 'hueink' }), text(340, 252, '3² + 4² = 5²', { size: 14, anchor: 'middle' }));
  },
  'three-sizes': () => figure(680, 250, 'Sample means for three sizes', [1, 5, 30].map((n, k) => {
    const random = chance(90 + n);
    const bars = counts(range(2000).map(() => meanJourney(random, n)), 0, 4, 20);
    const x = (m) => 24 + k * 220 + m * 2.4;
    const high = 150 / Math.max(...bars);
    return [bars.map((c, i) => rect(x(i * 4) + 0.5, 206 - c * high, 8.6, c * high, ['pale', 'mid', 'solid'][k])), axis(x, 206, [0, 20, 40, 60, 80], ''),
      line(x(32), 48, x(32), 206, 'red', 1.5, 'stroke-dasharray="4 3"'), text(x(80), 32, `n = ${n}`, { size: 18, weight: 700, anchor: 'end', fill: 'ink1' }),
      text(x(80), 52, `spread ${(journey.sd / Math.sqrt(n)).toFixed(1)}`, { size: 13, anchor: 'end' })];
  })),
  'standard-error': () => {
    const x = (n) => 50 + n * 6;
    const y = (se) => 222 - se * 11;
    const point = (n) => [line(x(n), y(18.4 / Math.sqrt(n)), x(n), 222, 'solid', 1.5, 'stroke-dasharray="3 3"'), dot(x(n), y(18.4 / Math.sqrt(n)), 6, 'ground', 'stroke="#2449dd" stroke-width="3"'),
      text(x(n) + 12, y(18.4 / Math.sqrt(n)) - 8, `n = ${n}: ${(18.4 / Math.sqrt(n)).toFixed(1)} min`, { size: 13, weight: 600, fill: 'ink1' })];
    return figure(680, 286, 'Standard error by sample size', [0, 5, 10, 15].map((v) => [line(50, y(v), 650, y(v)), text(38, y(v) + 4, v, { size: 13, anchor: 'end' })]),
      path(range(397, 1, 0.25).map((n) => [x(n), y(18.4 / Math.sqrt(n))])), [4, 16, 64].map(point), [1, 20, 40, 60, 80, 100].map((t) => text(x(t), 244, t, { size: 13, anchor: 'middle' })), text(350, 270, 'people in the sample', { size: 13, anchor: 'middle' }));
  },
  'three-boxes': () => {
    const x = (m) => 60 + m * 9;
    const quartile = (sorted, q) => sorted[Math.round((sorted.length - 1) * q)];
    return figure(640, 280, 'Three box plots of sample means', range(7, 0, 10).map((t) => [line(x(t), 20, x(t), 220), text(x(t), 244, t, { size: 13, anchor: 'middle' })]),
      text(x(30), 268, 'mean journey, minutes', { size: 13, anchor: 'middle' }), [[4, 'A'], [16, 'B'], [64, 'C']].map(([n, name], i) => {
        const random = chance(40 + n);
        const sorted = range(500).map(() => meanJourney(random, n)).sort((a, b) => a - b);
        const [low, box, mid, end, high] = [0.01, 0.25, 0.5, 0.75, 0.99].map((q) => x(quartile(sorted, q)));
        const y = 56 + i * 66;
        return [text(22, y + 7, name, { size: 18, weight: 700, fill: 'ink1' }), line(low, y, high, y, 'solid', 2.5), [low, high].map((w) => line(w, y - 10, w, y + 10, 'solid', 2.5)),
          rect(box, y - 20, end - box, 40, 'edge', 'stroke="#2449dd" stroke-width="2.5" rx="3"'), line(mid, y - 20, mid, y + 20, 'solid', 4)];
      }));
  },
};

for (const [name, draw] of Object.entries(figures)) writeFileSync(new URL(`../Content/statistics/figures/${name}.svg`, import.meta.url), draw());
