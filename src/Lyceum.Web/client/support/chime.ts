import { setSpeaker } from "../class/media/sound";

const notes = [523.25, 659.25, 783.99];
const noteSeconds = 0.28;

/** Three notes upwards through the chosen speaker; resolves when they have been played. */
export async function playChime(speaker: string): Promise<void> {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const player = new Audio();
  player.srcObject = out.stream;
  await setSpeaker(player, speaker);
  try {
    await context.resume();
    await player.play();
    const begin = context.currentTime + 0.1;
    const ended = notes.map((pitch, i) => ring(context, out, pitch, begin + i * noteSeconds)).at(-1)!;
    await ended;
  } finally {
    player.srcObject = null;
    await context.close().catch(() => {});
  }
}

function ring(context: AudioContext, out: AudioNode, pitch: number, at: number): Promise<void> {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.3, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + noteSeconds * 1.6);
  tone.connect(loudness).connect(out);
  tone.start(at);
  tone.stop(at + noteSeconds * 1.7);
  return new Promise(done => tone.addEventListener("ended", () => done()));
}
