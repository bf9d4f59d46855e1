// A participant in a test room: one publishing and one subscribing peer connection over a socket that carries plain data.
class Client {
  constructor(room, name) {
    Object.assign(this, { room, name, replies: new Map(), next: 1, tracks: new Map(), signals: [], offers: 0, sources: [] });
  }

  connect() {
    this.socket = new WebSocket(`ws://${location.host}/signal?room=${this.room}&name=${this.name}`);
    this.socket.onmessage = e => this.receive(JSON.parse(e.data));
    return new Promise(done => (this.socket.onopen = done));
  }

  ask(type, body) {
    const id = this.next++;
    this.socket.send(JSON.stringify({ id, type, ...body }));
    return new Promise(done => this.replies.set(id, done));
  }

  async receive(message) {
    if (message.id) return this.replies.get(message.id)?.(message);
    this.signals.push(message);
    if (message.type === 'SubscriptionOffered') await this.take(message);
  }

  // The server's description, with the address of the line that this participant takes.
  over(sdp) { return this.line ? sdp.replaceAll(' 127.0.0.1 ', ` ${this.line} `) : sdp; }

  // What a good client does when its network was away: restarts ICE on both connections.
  async heal() {
    await this.ask('restart');
    if (this.up) await this.negotiate({ iceRestart: true });
  }

  async publish(sources) {
    this.up ??= new RTCPeerConnection(this.configuration);
    for (const { source, track, layers } of sources) {
      const sender = this.up.addTransceiver(track, { direction: 'sendonly', sendEncodings: layers });
      this.sources.push({ source, sender });
      // A busy machine may send fewer frames, never smaller ones: tests tell layers apart by their size.
      if (track.kind === 'video') await sender.sender.setParameters({ ...sender.sender.getParameters(), degradationPreference: 'maintain-resolution' });
    }
    return this.negotiate();
  }

  async unpublish(source) {
    const at = this.sources.findIndex(s => s.source === source);
    this.sources.splice(at, 1)[0].sender.direction = 'inactive';
    return this.negotiate();
  }

  // Milliseconds from the wish for a picture to its first decoded frame, on a connection of its own.
  async joinTime(participant) {
    const start = performance.now();
    const first = new Promise(done => (this.arrived = done));
    await this.desire([{ participant, source: 'camera', atMost: 2 }]);
    const track = await first;
    const video = Object.assign(document.createElement('video'), { srcObject: new MediaStream([track]), muted: true });
    video.play();
    await new Promise(done => video.requestVideoFrameCallback(done));
    return performance.now() - start;
  }

  async negotiate(options) {
    await this.up.setLocalDescription(await this.up.createOffer(options));
    const names = Object.fromEntries(this.sources.map(s => [s.sender.mid, s.source]));
    const reply = await this.ask('publish', { sdp: this.up.localDescription.sdp, sources: names });
    if (!reply.sdp) throw new Error(JSON.stringify(reply));
    await this.up.setRemoteDescription({ type: 'answer', sdp: this.over(reply.sdp) });
  }

  desire(tracks) {
    return this.ask('desire', { tracks });
  }

  async take(offer) {
    this.offers++;
    if (offer.isNewConnection || !this.down) {
      this.down?.close();
      this.down = new RTCPeerConnection(this.configuration);
      this.tracks.clear();
      this.down.ontrack = e => this.arrived?.(e.track);
    }
    const down = this.down;
    await down.setRemoteDescription({ type: 'offer', sdp: this.over(offer.sdp) });
    await down.setLocalDescription(await down.createAnswer());
    this.tracks.clear();
    for (const t of offer.tracks) {
      const place = down.getTransceivers().find(x => x.mid === t.mid);
      this.tracks.set(`${t.participant}/${t.source}`, place.receiver.track);
    }
    await this.ask('answer', { revision: offer.revision, sdp: down.localDescription.sdp });
  }

  track(name) { return this.tracks.get(name); }

  // The loudest frequency of a received track, in hertz; 0 for silence.
  async pitch(name) {
    const track = this.track(name);
    if (!track) return 0;
    if (this.heard !== track) {
      this.heard = track;
      const stream = new MediaStream([track]);
      // Without an element that plays it, Chromium does not pull a remote track.
      this.audio = Object.assign(new Audio(), { srcObject: stream, muted: true });
      await this.audio.play();
      const context = new AudioContext();
      await context.resume();
      this.analyser = Object.assign(context.createAnalyser(), { fftSize: 8192 });
      this.rate = context.sampleRate;
      context.createMediaStreamSource(stream).connect(this.analyser);
    }
    const bins = new Float32Array(this.analyser.frequencyBinCount);
    this.analyser.getFloatFrequencyData(bins);
    const peak = bins.indexOf(Math.max(...bins));
    return bins[peak] < -70 ? 0 : (peak * this.rate) / this.analyser.fftSize;
  }

  // What a received picture shows in its middle: [width, height, r, g, b]; zeros before the first frame.
  async picture(name) {
    const track = this.track(name);
    if (!track) return [0, 0, 0, 0, 0];
    if (this.seen !== track) {
      this.seen = track;
      this.video = Object.assign(document.createElement('video'), { srcObject: new MediaStream([track]), muted: true });
      this.video.play();
    }
    const { videoWidth: w, videoHeight: h } = this.video;
    if (!w) return [0, 0, 0, 0, 0];
    const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
    const drawing = canvas.getContext('2d');
    drawing.drawImage(this.video, w / 4, h / 4, w / 2, h / 2, 0, 0, 8, 8);
    return [w, h, ...drawing.getImageData(4, 4, 1, 1).data.slice(0, 3)];
  }

  async stats(which, type, kind) {
    const all = [...(await this[which].getStats()).values()];
    return all.filter(s => s.type === type && (!kind || s.kind === kind));
  }
}

// Waits until the question is answered with yes; no after so many seconds.
async function until(question, argument, seconds) {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await new Promise(go => setTimeout(go, 50)))
    if (await question(argument)) return true;
  return false;
}

// A tone of so many hertz.
function tone(hertz) {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  oscillator.frequency.value = hertz;
  const out = context.createMediaStreamDestination();
  oscillator.connect(out);
  oscillator.start();
  context.resume();
  return out.stream.getAudioTracks()[0];
}

// A picture whose middle turns from red to blue and back, and whose edges move, so that there is something to encode.
function pattern(width, height, rate = 30) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const drawing = canvas.getContext('2d');
  let frame = 0;
  setInterval(() => {
    frame++;
    for (let i = 0; i < 24; i++) {
      drawing.fillStyle = `hsl(${(i * 40 + frame * 3) % 360} 60% 50%)`;
      drawing.fillRect((i * width) / 24, 0, width / 24, height);
    }
    drawing.fillStyle = Math.floor(frame / rate) % 2 ? '#e00000' : '#0000e0';
    drawing.fillRect(width / 4, height / 4, width / 2, height / 2);
  }, 1000 / rate);
  return canvas.captureStream(rate).getVideoTracks()[0];
}

const layers = [
  { rid: 'q', scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { rid: 'h', scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { rid: 'f', maxBitrate: 1_500_000 },
];

// Once a second a white flash of 200 ms and, with it, a beep of 1 kHz: to hold sound against picture.
function flashAndBeep(width, height) {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  const out = context.createMediaStreamDestination();
  oscillator.frequency.value = 1000;
  gain.gain.value = 0;
  oscillator.connect(gain).connect(out);
  oscillator.start();
  // Frames are written straight to the track: a canvas would be captured late by as much as a busy machine takes to paint.
  const size = width * height;
  const picture = on => new Uint8Array(size * 1.5).fill(on ? 235 : 16, 0, size).fill(128, size);
  const [dark, bright] = [picture(false), picture(true)];
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const writer = track.writable.getWriter();
  // How far the page's own clock of sound lies behind its clock: it falls back whenever the page is starved.
  const behind = (window.behind = []);
  let shown;
  setInterval(() => {
    const on = performance.now() % 1000 < 200;
    const options = { format: 'I420', codedWidth: width, codedHeight: height, timestamp: Math.round(performance.now() * 1000) };
    writer.write(new VideoFrame(on ? bright : dark, options));
    if (on !== shown) {
      gain.gain.setValueAtTime(on ? 0.8 : 0, context.currentTime);
      behind.push(performance.now() - context.currentTime * 1000);
    }
    shown = on;
  }, 20);
  return [out.stream.getAudioTracks()[0], track];
}
