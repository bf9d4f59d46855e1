// Runs in a room page before its own script: gives it devices of a known tone and known colours, and reads what it hears, shows and knows.
(() => {
  // A tone of so many hertz.
  const tone = hertz => {
    const context = new AudioContext();
    const oscillator = context.createOscillator();
    oscillator.frequency.value = hertz;
    const out = context.createMediaStreamDestination();
    oscillator.connect(out);
    oscillator.start();
    context.resume();
    return out.stream.getAudioTracks()[0];
  };

  // A picture whose middle turns from one colour to the other and back every second.
  const pattern = (colours, width, height) => {
    const rate = 8;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const drawing = canvas.getContext('2d');
    let frame = 0;
    setInterval(() => {
      frame++;
      drawing.fillStyle = `hsl(${(frame * 9) % 360} 50% 50%)`;
      drawing.fillRect(0, 0, width, height);
      drawing.fillStyle = colours[Math.floor(frame / rate) % 2];
      drawing.fillRect(width / 5, height / 5, (width * 3) / 5, (height * 3) / 5);
    }, 1000 / rate);
    return canvas.captureStream(rate).getVideoTracks()[0];
  };

  const giveDevices = ({ hertz, camera, screen }) => {
    navigator.mediaDevices.getUserMedia = async ({ audio, video }) =>
      new MediaStream([...(audio ? [tone(hertz)] : []), ...(video ? [pattern(camera, 320, 180)] : [])]);
    navigator.mediaDevices.getDisplayMedia = async () => new MediaStream([pattern(screen, 320, 180)]);
  };
  if (window.lessonDevices && navigator.mediaDevices) giveDevices(window.lessonDevices);

  // The way to the media server leads over another address.
  if (window.lessonMedia) {
    const take = RTCPeerConnection.prototype.setRemoteDescription;
    RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
      return take.call(this, { type, sdp: sdp.replaceAll(' 127.0.0.1 ', ` ${window.lessonMedia} `) });
    };
  }

  const screen = () => document.querySelector('room-screen');
  const room = () => screen().room;

  // The loudest frequency of a stream, in hertz; 0 for silence.
  const listeners = new Map();
  const pitchOf = async (key, stream) => {
    if (!stream || stream.getAudioTracks().length === 0) return 0;
    let listener = listeners.get(key);
    if (!listener || listener.track !== stream.getAudioTracks()[0]) {
      const context = new AudioContext();
      await context.resume();
      const analyser = Object.assign(context.createAnalyser(), { fftSize: 8192 });
      context.createMediaStreamSource(stream).connect(analyser);
      listeners.set(key, (listener = { track: stream.getAudioTracks()[0], analyser, rate: context.sampleRate }));
    }
    const bins = new Float32Array(listener.analyser.frequencyBinCount);
    listener.analyser.getFloatFrequencyData(bins);
    const peak = bins.indexOf(Math.max(...bins));
    return bins[peak] < -70 ? 0 : (peak * listener.rate) / listener.analyser.fftSize;
  };

  // Red, green, blue of the middle of a video; null before its first frame.
  const middleOf = video => {
    if (!video?.videoWidth) return null;
    const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 });
    const drawing = canvas.getContext('2d');
    const { videoWidth: w, videoHeight: h } = video;
    drawing.drawImage(video, (w * 3) / 8, (h * 3) / 8, w / 4, h / 4, 0, 0, 4, 4);
    return [...drawing.getImageData(2, 2, 1, 1).data.slice(0, 3)];
  };

  const watched = new Map();
  const videoOf = stream => {
    if (!stream) return null;
    if (!watched.has(stream)) {
      const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true });
      void video.play();
      watched.set(stream, video);
    }
    return watched.get(stream);
  };

  // What of a state everybody in the class sees alike. Left out is what is somebody's own, or only the staff's.
  const sharedBy = state => ({
    ...state, sequence: 0, door: null, sharedLinks: [], lost: [],
    chat: state.chat.filter(line => !line.isToStaff),
    polls: state.polls.filter(poll => poll.openedMs !== null).map(poll => ({ ...poll, answers: {}, results: null, correct: [] })),
    breakouts: { ...state.breakouts, rooms: state.breakouts.rooms.map(one => ({ ...one, inside: null, help: null })) },
  });

  // Where two values differ, told by paths; at most eight.
  const differences = (a, b, path, found = []) => {
    if (found.length >= 8 || a === b) return found;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
      found.push(`${path}: ${JSON.stringify(a)?.slice(0, 120)} before, ${JSON.stringify(b)?.slice(0, 120)} now`);
    else for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) differences(a[key], b[key], `${path}.${key}`, found);
    return found;
  };

  const plain = value => JSON.parse(JSON.stringify(value));

  const lesson = (window.lesson = {
    room,
    // From now on every state that the class comes to here is kept.
    keep() {
      const it = room();
      lesson.kept = [];
      it.take = function (events) {
        Object.getPrototypeOf(it).take.call(it, events);
        lesson.kept.push(it.whole);
      };
    },
    // From now on the times are kept at which the line was there again.
    watchLine() {
      let wasOpen = true;
      lesson.backAt = [];
      setInterval(() => {
        const isOpen = room().lineState === 'open';
        if (isOpen && !wasOpen) lesson.backAt.push(Date.now());
        wasOpen = isOpen;
      }, 20);
    },
    // So many of the kept states, evenly spread, each at an offset before and after which nothing else happened.
    samples(most) {
      const events = room().timeline.all;
      const at = new Map(events.map((e, i) => [e.sequence, i]));
      const whole = lesson.kept.flatMap(state => {
        const index = at.get(state.sequence);
        const next = index === undefined ? undefined : events[index + 1];
        if (index === undefined || events[index].offsetMs <= 0 || next?.offsetMs === events[index].offsetMs) return [];
        return events.slice(0, index).every(e => e.sequence < state.sequence) && events.slice(index + 1).every(e => e.sequence > state.sequence)
          ? [{ at: events[index].offsetMs, state }] : [];
      });
      return Array.from({ length: Math.min(most, whole.length) }, (_, i) => whole[Math.floor((i * whole.length) / Math.min(most, whole.length))]);
    },
    sharedSamples: most => lesson.samples(most).map(({ at, state }) => ({ at, state: plain(sharedBy(state)) })),
    // Where the replay of the same person differs from what they saw in the class.
    async differsFromOwnReplay(most) {
      const log = await room().wire.log();
      const timeline = new (room().timeline.constructor)();
      timeline.add(log.events);
      return lesson.samples(most).flatMap(({ at, state }) => differences(plain(state), plain(timeline.at(at)), `at ${at}`));
    },
    differsFrom: samples => samples.flatMap(({ at, state }) => differences(state, plain(sharedBy(room().timeline.at(at))), `at ${at}`)),
    hears: personId => pitchOf(`${personId}/live`, document.querySelector(`audio[data-voice="${personId}/microphone"]`)?.srcObject),
    // Where Firefox has no sound device no graph of sound runs: there it is enough that sound comes in.
    async hearsAnything() {
      return (await screen().media.stats()).some(s => s.type === 'inbound-rtp' && s.kind === 'audio' && s.totalAudioEnergy > 0.01);
    },
    sees: (personId, source) => middleOf(videoOf(screen().media.picture(personId, source))),
    hearsRecorded(personId) {
      const player = [...screen().replay.players.values()].find(p => p.track.personId === personId && p.track.source === 'microphone' && !p.element.paused);
      if (!player) return 0;
      player.stream ??= player.element.captureStream();
      return pitchOf(`${player.track.id}/recorded`, player.stream);
    },
    seesRecorded: (personId, source) => middleOf(screen().replay.picture(personId, source)),
    // The middle of the stage while a recorded screen stands on it: played at the speed at which it was shown, from its beginning again whenever it has been passed.
    seesRecordedScreen(personId) {
      const { playhead, tail } = room();
      const track = tail.media.tracks.find(t => t.personId === personId && t.source === 'screen');
      if (!track) return null;
      const until = track.lengthMs === null ? Infinity : track.startMs + track.lengthMs - 300;
      playhead.setRate(1);
      if (playhead.position < track.startMs || playhead.position >= until) room().seek(track.startMs + 100);
      if (!playhead.playing) room().toggle();
      return middleOf(document.querySelector('.room-stage[data-shows=screen] video'));
    },
    async press(name) {
      for (const end = performance.now() + 30_000; performance.now() < end; await new Promise(go => setTimeout(go, 50))) {
        const button = [...document.querySelectorAll('button, [role=tab], label')].find(b => !b.disabled && (b.getAttribute('aria-label') === name || b.innerText?.trim().startsWith(name)));
        if (button) return button.click();
      }
      throw new Error(`There is no ${name} to press.`);
    },
    key: key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
    async until(question, argument, seconds) {
      for (const end = performance.now() + seconds * 1000; performance.now() < end; await new Promise(go => setTimeout(go, 50)))
        if (await question(argument)) return true;
      return false;
    },
  });
})();
