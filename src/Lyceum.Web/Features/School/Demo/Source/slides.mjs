// The look of a slide: 1280 × 720, white, a tight title, one picture, at most one sentence in a bar.
import { hue, ink } from './chart.mjs';

const style = `
@page { size: 1280px 720px; margin: 0 }
* { box-sizing: border-box; margin: 0 }
body { font: 400 26px/1.4 Inter, sans-serif; color: ${ink.full}; -webkit-print-color-adjust: exact }
section { position: relative; width: 1280px; height: 720px; padding: 64px 84px; overflow: hidden; break-after: page; background: #fff }
h1 { font-size: 54px; line-height: 60px; letter-spacing: -.03em; font-weight: 700 }
h2 { font-size: 27px; font-weight: 400; color: ${ink.second}; margin-top: 6px }
.number { position: absolute; inset: 76px 84px auto auto; color: ${ink.third}; font-size: 20px }
.body { position: absolute; inset: 196px 84px 60px 84px; display: flex; flex-direction: column; justify-content: center; gap: 28px }
.body.top { justify-content: flex-start }
svg { display: block; width: 100%; height: auto; max-height: 100% }
.bar { background: ${hue.tint}; border-left: 7px solid ${hue.solid}; padding: 18px 28px; font-size: 27px; display: flex; justify-content: space-between; align-items: center; gap: 40px }
.bar b { color: ${hue.ink}; font-size: 31px; white-space: nowrap; font-style: italic }
.cover { background: ${hue.solid}; color: #fff; display: flex; flex-direction: column; justify-content: flex-end }
.cover h1 { font-size: 96px; line-height: 98px } .cover h2 { color: #dfe6ff; font-size: 32px; margin: 0 0 12px }
.cover svg { position: absolute; inset: 70px 84px auto auto; width: 520px }
table { border-collapse: collapse; width: 100%; font-size: 27px } td, th { text-align: left; padding: 20px 18px 20px 0; border-bottom: 2px solid ${ink.line}; font-weight: 400 }
th { color: ${ink.second}; font-size: 22px } td:first-child { font-weight: 700 }
ol, ul { padding-left: 1.2em; display: grid; gap: 18px; font-size: 30px } li::marker { color: ${hue.solid}; font-weight: 700 }
.options { display: grid; gap: 16px; font-size: 29px; font-weight: 500 } .options span { border: 2.5px solid ${ink.line}; border-radius: 14px; padding: 16px 26px }
.formula { font-size: 42px; font-style: italic; text-align: center; letter-spacing: -.01em } .formula small { font-size: 26px; font-style: normal; color: ${ink.second}; padding: 0 22px }
.plan { display: flex; gap: 8px } .plan div { border-top: 10px solid ${hue.mid}; padding-top: 12px; font-size: 24px; font-weight: 600 } .plan i { color: ${ink.third}; font-style: normal; font-weight: 400 }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 56px; align-items: center }`;

export const cover = (title, subtitle, art) => ({ cover: true, html: `${art}<h2>${subtitle}</h2><h1>${title}</h1>` });
export const slide = (title, subtitle, body, place = '') => ({ html: `<h1>${title}</h1><h2>${subtitle}</h2>`, body, place });
export const bar = (words, formula = '') => `<div class="bar"><span>${words}</span>${formula ? `<b>${formula}</b>` : ''}</div>`;
export const options = (...words) => `<div class="options">${words.map((w) => `<span>${w}</span>`).join('')}</div>`;
export const drawing = (width, height, ...parts) => `<svg viewBox="0 0 ${width} ${height}" font-family="Inter">${parts.flat(9).join('')}</svg>`;

export function deck(title, slides) {
  const pages = slides.map((s, i) => `<section id="s${i + 1}" class="${s.cover ? 'cover' : ''}">${s.html}${s.cover ? '' : `<div class="number">${i + 1}</div><div class="body ${s.place}">${s.body}</div>`}</section>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${style}</style><body>${pages.join('')}</body></html>`;
}
