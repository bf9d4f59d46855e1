// Drawing parts shared by the figures and the slides: SVG text, seeded chance, histograms.
export const hue = { solid: '#2449dd', mid: '#6c87ec', pale: '#b9c6f6', tint: '#e8edfd', edge: '#ccd7fb', ink: '#1c3fc0', red: '#c8281e' };
export const ink = { full: '#141a2a', second: '#4b5468', third: '#6a7285', line: '#dfe2e8' };

/** Seeded uniform numbers in [0, 1), so that a figure is the same every time it is drawn. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma variable (Marsaglia and Tsang 2000), for shape >= 1. */
export function gamma(random, shape, scale) {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v * scale;
  }
}

/** Journeys to school in minutes: mean 32, standard deviation 18.4, a tail to the right. */
export const journey = { mean: 32, sd: 18.4 };
export function meanJourney(random, people) {
  const shape = (journey.mean / journey.sd) ** 2;
  return gamma(random, shape * people, journey.sd ** 2 / journey.mean / people);
}

export function counts(values, from, width, bins) {
  const bars = new Array(bins).fill(0);
  for (const value of values) {
    const bin = Math.floor((value - from) / width);
    if (bin >= 0 && bin < bins) bars[bin]++;
  }
  return bars;
}

const round = (n) => Math.round(n * 100) / 100;
export function text(x, y, words, { size = 14, weight = 400, anchor = 'start', fill = 'ink2' } = {}) {
  return `<text class="${fill}" x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colors[fill] ?? fill}">${words}</text>`;
}
export function rect(x, y, w, h, fill, extra = '') {
  return `<rect class="${fill}" x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(Math.max(0, h))}" fill="${colors[fill] ?? fill}" ${extra}/>`;
}
export function line(x1, y1, x2, y2, stroke = 'rule', width = 1, extra = '') {
  return `<line class="${stroke}-s" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colors[stroke] ?? stroke}" stroke-width="${width}" ${extra}/>`;
}
export function path(points, stroke = 'solid', width = 3, fill = 'none') {
  const d = points.map(([x, y], i) => `${i ? 'L' : 'M'}${round(x)} ${round(y)}`).join('');
  return `<path class="${stroke}-s${fill === 'none' ? '' : ' ' + fill}" d="${d}" fill="${colors[fill] ?? fill}" stroke="${colors[stroke] ?? stroke}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>`;
}
export function dot(x, y, r, fill = 'solid', extra = '') {
  return `<circle class="${fill}" cx="${round(x)}" cy="${round(y)}" r="${r}" fill="${colors[fill] ?? fill}" ${extra}/>`;
}

export const colors = {
  ground: '#ffffff', ink1: ink.full, ink2: ink.second, ink3: ink.third, rule: ink.line, axis: ink.full, none: 'none',
  solid: hue.solid, mid: hue.mid, pale: hue.pale, tint: hue.tint, edge: hue.edge, hueink: hue.ink, red: hue.red,
};
const dark = {
  ground: '#1a1e2b', ink1: '#f2f4f8', ink2: '#c0c5d1', ink3: '#98a0b0', rule: '#343a4a', axis: '#f2f4f8',
  solid: '#6c8bff', mid: '#5069c4', pale: '#3c4d8f', tint: '#232c4d', edge: '#3a4a85', hueink: '#a9bcff', red: '#ff7d6e',
};
const night = Object.entries(dark).map(([name, color]) => `.${name}{fill:${color}}.${name}-s{stroke:${color}}`).join('');

/** A whole figure on its own ground, light by its attributes and dark where the reader's system is. */
export function figure(width, height, title, ...parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Inter, system-ui, sans-serif">`
    + `<title>${title}</title><style>@media (prefers-color-scheme:dark){${night}}</style>${rect(0, 0, width, height, 'ground')}${parts.flat(9).join('')}</svg>\n`;
}
