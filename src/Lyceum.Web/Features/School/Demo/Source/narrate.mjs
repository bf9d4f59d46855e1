// Speaks lecture.md and joins it to its slides: node narrate.mjs FOLDER
// FOLDER gets lecture-8.webm (VP9 and Opus) and lecture-8.vtt. Needs Debian's festival with festvox-us-slt-hts, sox, ffmpeg, poppler-utils and Chromium.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const out = process.argv[2];
const work = mkdtempSync(join(tmpdir(), 'lecture-'));
const run = (program, ...args) => execFileSync(program, args, { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const pause = { sentence: 0.38, line: 0.62, slide: 1.3 };

/** Slides, each with its sentences; a line of the text is a breath. */
function read() {
  return readFileSync(new URL('lecture.md', import.meta.url), 'utf8').split(/^# .*$/m).slice(1).map((part) =>
    part.trim().split('\n').flatMap((line) => {
      const sentences = line.match(/[^.?]+[.?]/g).map((s) => s.trim());
      return sentences.map((text, i) => ({ text, after: i === sentences.length - 1 ? pause.line : pause.sentence }));
    }));
}

function speak(sentences) {
  const say = sentences.map((s, i) => `(utt.save.wave (utt.synth (Utterance Text "${s.text}")) "s${i}.wav" 'riff)`);
  const slower = '(set! hts_engine_params (append hts_engine_params (list (list "-r" 0.9))))';
  writeFileSync(join(work, 'say.scm'), ['(voice_cmu_us_slt_arctic_hts)', slower, ...say].join('\n'));
  run('festival', '-b', 'say.scm');
  sentences.forEach((s, i) => {
    run('sox', `s${i}.wav`, '-r', '48000', `t${i}.wav`, 'silence', '1', '0.02', '0.3%', 'reverse', 'silence', '1', '0.02', '0.3%', 'reverse', 'pad', '0.03', String(s.after));
    s.seconds = Number(run('soxi', '-D', `t${i}.wav`));
  });
}

const stamp = (t) => new Date(Math.round(t * 1000)).toISOString().slice(11, 23);

const slides = read();
slides.forEach((slide) => { slide.at(-1).after = pause.slide; });
const sentences = slides.flat();
speak(sentences);
let at = 0;
const cues = sentences.map((s) => { s.at = at; at += s.seconds; return `${stamp(s.at)} --> ${stamp(at - s.after + 0.2)}\n${s.text}`; });
writeFileSync(join(out, 'lecture-8.vtt'), `WEBVTT\n\n${cues.join('\n\n')}\n`);

run('sox', ...sentences.map((_, i) => `t${i}.wav`), 'voice.wav', 'highpass', '70', 'equalizer', '3200', '1.2q', '-2.5', 'treble', '-2', '7000');
execFileSync(process.execPath, [new URL('lecture-slides.mjs', import.meta.url).pathname, join(work, 'slides.html')]);
run('chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--print-to-pdf=slides.pdf', 'slides.html');
run('pdftoppm', '-r', '96', '-png', 'slides.pdf', 'p');
const pages = readdirSync(work).filter((f) => /^p-\d+\.png$/.test(f)).sort();
const shows = slides.map((slide, i) => `file '${pages[i]}'\nduration ${slide.reduce((sum, s) => sum + s.seconds, 0).toFixed(3)}`);
writeFileSync(join(work, 'show.txt'), `${shows.join('\n')}\nfile '${pages.at(-1)}'\n`);
run('ffmpeg', '-loglevel', 'error', '-y', '-f', 'concat', '-i', 'show.txt', '-i', 'voice.wav', '-map', '0:v', '-map', '1:a', '-r', '2', '-c:v', 'libvpx-vp9', '-crf', '34', '-b:v', '0', '-g', '20',
  '-deadline', 'good', '-cpu-used', '2', '-pix_fmt', 'yuv420p', '-af', 'loudnorm=I=-18:TP=-2:LRA=9', '-c:a', 'libopus', '-b:a', '24k', '-ac', '1', '-application', 'voip', '-shortest', join(out, 'lecture-8.webm'));
