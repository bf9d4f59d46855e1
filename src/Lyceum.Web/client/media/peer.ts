// One participant's two peer connections: a publishing one that the browser offers on, a subscribing one that the server offers on.
// Signalling is whatever carries `Signalling`; nothing here knows how.

export type Source = "microphone" | "camera" | "screen";

export interface SubscribedTrack {
  mid: string;
  participant: string;
  source: string;
}

export interface Offer {
  revision: number;
  sdp: string;
  isNewConnection: boolean;
  tracks: SubscribedTrack[];
}

export interface Signalling {
  publish(sdp: string, sources: Record<string, string>): Promise<string>;
  answer(revision: number, sdp: string): Promise<void>;
  restart(): Promise<void>;
}

/** Lowest layer first: the server takes the order as the order of quality. */
export const layers: RTCRtpEncodingParameters[] = [
  { rid: "q", scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { rid: "h", scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { rid: "f", maxBitrate: 1_500_000 },
];

export class Peer {
  /** Called with all that is received after every change. */
  onTracks: (tracks: { participant: string; source: string; track: MediaStreamTrack }[]) => void = () => {};

  private up: RTCPeerConnection | undefined;
  private down: RTCPeerConnection | undefined;
  private readonly sources = new Map<RTCRtpTransceiver, Source>();
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly signalling: Signalling,
    private readonly configuration: RTCConfiguration = {},
  ) {}

  publish(source: Source, track: MediaStreamTrack): Promise<void> {
    return this.inTurn(async () => {
      this.up ??= this.connect(() => this.negotiate(true));
      // A screen is sent once and sharp; a camera in three sizes.
      const sendEncodings = source === "camera" ? layers : undefined;
      this.sources.set(this.up.addTransceiver(track, { direction: "sendonly", ...(sendEncodings && { sendEncodings }) }), source);
      await this.negotiate(false);
    });
  }

  unpublish(source: Source): Promise<void> {
    return this.inTurn(async () => {
      for (const [transceiver, name] of this.sources) {
        if (name !== source) continue;
        transceiver.direction = "inactive";
        await transceiver.sender.replaceTrack(null);
        this.sources.delete(transceiver);
      }
      await this.negotiate(false);
    });
  }

  take(offer: Offer): Promise<void> {
    return this.inTurn(async () => {
      if (offer.isNewConnection || !this.down) {
        this.down?.close();
        this.down = this.connect(() => this.signalling.restart());
      }
      const down = this.down;
      await down.setRemoteDescription({ type: "offer", sdp: offer.sdp });
      await down.setLocalDescription(await down.createAnswer());
      await this.signalling.answer(offer.revision, down.localDescription?.sdp ?? "");
      const places = new Map(down.getTransceivers().map(t => [t.mid, t.receiver.track]));
      this.onTracks(offer.tracks.flatMap(t => {
        const track = places.get(t.mid);
        return track ? [{ participant: t.participant, source: t.source, track }] : [];
      }));
    });
  }

  close() {
    this.up?.close();
    this.down?.close();
  }

  /** A connection that heals itself: when its network went away it asks for an ICE restart until it is back. */
  private connect(heal: () => Promise<unknown>): RTCPeerConnection {
    const connection = new RTCPeerConnection(this.configuration);
    connection.addEventListener("connectionstatechange", () => {
      if (connection.connectionState === "disconnected" || connection.connectionState === "failed") void this.inTurn(heal).catch(() => {});
    });
    return connection;
  }

  private async negotiate(iceRestart: boolean): Promise<void> {
    const up = this.up;
    if (!up) return;
    await up.setLocalDescription(await up.createOffer({ iceRestart }));
    const names: Record<string, string> = {};
    for (const [transceiver, source] of this.sources) if (transceiver.mid) names[transceiver.mid] = source;
    const sdp = await this.signalling.publish(up.localDescription?.sdp ?? "", names);
    await up.setRemoteDescription({ type: "answer", sdp });
  }

  /** Descriptions must not cross: one change at a time. */
  private inTurn<T>(what: () => Promise<T>): Promise<T> {
    const done = this.work.then(what, what);
    this.work = done.catch(() => {});
    return done;
  }
}
