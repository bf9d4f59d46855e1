/** Hears a microphone without playing it. The level is 0 for silence and 1 for a voice as loud as they come. */
export class Meter {
  private readonly context = new AudioContext();
  private readonly analyser = this.context.createAnalyser();
  private readonly samples = new Float32Array(1024);
  private readonly source: MediaStreamAudioSourceNode;

  constructor(track: MediaStreamTrack) {
    this.source = this.context.createMediaStreamSource(new MediaStream([track]));
    this.analyser.fftSize = this.samples.length;
    this.source.connect(this.analyser);
    void this.context.resume().catch(() => {});
  }

  get level(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    const loudness = Math.sqrt(this.samples.reduce((sum, sample) => sum + sample * sample, 0) / this.samples.length);
    // From -60 dB, a quiet room, to -10 dB.
    return loudness === 0 ? 0 : Math.max(0, Math.min(1, (20 * Math.log10(loudness) + 60) / 50));
  }

  stop() {
    this.source.disconnect();
    void this.context.close().catch(() => {});
  }
}
