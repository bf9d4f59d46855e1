/** The line to the media server and back. */
export interface MeasuredLine { roundTripMs: number; lossPercent: number; kbitPerSecond: number }

/** How the school is asked; what it answers, or null for a no. */
export type Ask = <T>(path: string, body: object) => Promise<T | null>;

const connectsWithin = 12_000;
const measures = 5_000;

/**
 * Sends a moving picture to the media server over the real way and receives it again. Null when no way was found: by UDP alone, or with
 * `relayed` through the school's relay alone.
 */
export async function measureLoop(ask: Ask, iceServers: RTCIceServer[], relayed: boolean): Promise<MeasuredLine | null> {
  const configuration: RTCConfiguration = relayed ? { iceServers, iceTransportPolicy: "relay" } : {};
  const [up, down] = [new RTCPeerConnection(configuration), new RTCPeerConnection(configuration)];
  const picture = movingPicture();
  try {
    if (!await send(up, picture.track, ask) || !await becomesConnected(up)) return null;
    if (!await receive(down, ask) || !await becomesConnected(down)) return null;
    return await measure(up, down);
  } catch {
    return null;
  } finally {
    picture.stop();
    up.close();
    down.close();
    void ask("end", {});
  }
}

async function send(up: RTCPeerConnection, track: MediaStreamTrack, ask: Ask): Promise<boolean> {
  const place = up.addTransceiver(track, { direction: "sendonly", sendEncodings: [{ maxBitrate: 2_500_000 }] });
  await up.setLocalDescription(await up.createOffer());
  const answer = await ask<{ sdp: string }>("", { mid: place.mid, sdp: up.localDescription?.sdp ?? "" });
  if (!answer) return false;
  await up.setRemoteDescription({ type: "answer", sdp: answer.sdp });
  return true;
}

/** The first offer may come before the picture does. */
async function receive(down: RTCPeerConnection, ask: Ask): Promise<boolean> {
  for (let hasTrack = false; !hasTrack;) {
    const offer = await ask<{ revision: number; sdp: string; hasTrack: boolean }>("offer", {});
    if (!offer) return false;
    await down.setRemoteDescription({ type: "offer", sdp: offer.sdp });
    await down.setLocalDescription(await down.createAnswer());
    await ask("answer", { revision: offer.revision, sdp: down.localDescription?.sdp ?? "" });
    hasTrack = offer.hasTrack;
  }
  return true;
}

const after = (ms: number) => new Promise(done => setTimeout(done, ms));

function becomesConnected(connection: RTCPeerConnection): Promise<boolean> {
  return new Promise(done => {
    const late = setTimeout(() => done(false), connectsWithin);
    const look = () => {
      if (connection.connectionState !== "connected" && connection.connectionState !== "failed") return;
      clearTimeout(late);
      done(connection.connectionState === "connected");
    };
    connection.addEventListener("connectionstatechange", look);
    look();
  });
}

async function measure(up: RTCPeerConnection, down: RTCPeerConnection): Promise<MeasuredLine> {
  await after(1_500); // The line is sounded out first.
  const before = await received(down);
  await after(measures);
  const then = await received(down);
  const packets = then.packets - before.packets;
  const lost = Math.max(0, then.lost - before.lost);
  return {
    roundTripMs: Math.round(await roundTrip(up)),
    lossPercent: packets + lost > 0 ? Math.round(1_000 * lost / (packets + lost)) / 10 : 100,
    kbitPerSecond: Math.round(8 * (then.bytes - before.bytes) / measures),
  };
}

async function received(down: RTCPeerConnection) {
  const all = [...(await down.getStats()).values()] as (RTCInboundRtpStreamStats)[];
  const stream = all.find(report => report.type === "inbound-rtp");
  return { bytes: stream?.bytesReceived ?? 0, packets: stream?.packetsReceived ?? 0, lost: stream?.packetsLost ?? 0 };
}

async function roundTrip(up: RTCPeerConnection): Promise<number> {
  const all = [...(await up.getStats()).values()] as RTCIceCandidatePairStats[];
  const seconds = all.filter(report => report.type === "candidate-pair" && report.state === "succeeded").map(pair => pair.currentRoundTripTime ?? 0);
  return seconds.length > 0 ? 1_000 * Math.min(...seconds) : 0;
}

/** Something that takes a picture's room on the line, made here: no camera is needed. */
function movingPicture() {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [640, 360];
  const brush = canvas.getContext("2d")!;
  const draw = () => {
    for (let i = 0; i < 200; i++) {
      brush.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
      brush.fillRect(Math.random() * 640, Math.random() * 360, 40, 40);
    }
  };
  draw();
  const timer = setInterval(draw, 50);
  const track = canvas.captureStream(20).getVideoTracks()[0]!;
  return { track, stop() { clearInterval(timer); track.stop(); } };
}
