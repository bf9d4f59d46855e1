// One participant's two peer connections: a publishing one that the browser offers on, a subscribing one that the server offers on.
// Signalling is whatever carries `Signalling`; nothing here knows how.

export type Source = "microphone" | "camera" | "screen" | "screenSound";

export interface SubscribedTrack<S extends string = string> {
  mid: string;
  participant: string;
  source: S;
}

export interface Offer {
  revision: number;
  sdp: string;
  isNewConnection: boolean;
  tracks: SubscribedTrack[];
}

export interface Signalling {
  publish(sdp: string, sources: Record<string, Source>): Promise<string>;
  answer(revision: number, sdp: string): Promise<void>;
  restart(): Promise<void>;
}

/** Lowest layer first: the server takes the order as the order of quality. */
export const layers: RTCRtpEncodingParameters[] = [
  { rid: "q", scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { rid: "h", scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { rid: "f", maxBitrate: 1_500_000 },
];

export interface ReceivedTrack { participant: string; source: string; track: MediaStreamTrack }

export class Peer {
  /** Called with all that is received after every change. */
  onTracks: (tracks: ReceivedTrack[]) => void = () => {};
  /** Called when a connection came or went. */
  onState: () => void = () => {};

  private up: RTCPeerConnection | undefined;
  private down: RTCPeerConnection | undefined;
  private readonly places = new Map<Source, RTCRtpTransceiver>();
  private work: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly signalling: Signalling,
    private readonly configuration: RTCConfiguration = {},
  ) {}

  /** The worse of the two connections; "new" when there is nothing to carry. */
  get state(): RTCPeerConnectionState {
    const states = [this.up, this.down].flatMap(c => c ? [c.connectionState] : []);
    const worst = (["failed", "disconnected", "connecting", "connected"] as const).find(s => states.includes(s));
    return worst ?? "new";
  }

  publish(source: Source, track: MediaStreamTrack): Promise<void> {
    return this.inTurn(async () => {
      this.up ??= this.connect(() => this.negotiate(true));
      const known = this.places.get(source);
      if (known) {
        await known.sender.replaceTrack(track);
        if (known.direction === "sendonly") return;
        known.direction = "sendonly";
      } else {
        // A screen is sent once and sharp; a camera in three sizes.
        const sendEncodings = source === "camera" ? layers : source === "screen" ? [{ maxBitrate: 2_500_000 }] : undefined;
        this.places.set(source, this.up.addTransceiver(track, { direction: "sendonly", ...(sendEncodings && { sendEncodings }) }));
      }
      await this.negotiate(false);
    });
  }

  unpublish(source: Source): Promise<void> {
    return this.inTurn(async () => {
      const place = this.places.get(source);
      if (!place || place.direction === "inactive") return;
      place.direction = "inactive";
      await place.sender.replaceTrack(null);
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

  /** Tries both connections anew where they do not stand; to be called when the way to the server is back. */
  heal(): Promise<void> {
    return this.inTurn(async () => {
      if (this.up && this.up.connectionState !== "connected") await this.negotiate(true);
      if (this.down && this.down.connectionState !== "connected") await this.signalling.restart();
    });
  }

  async stats(): Promise<RTCStats[]> {
    const reports = await Promise.all([this.up, this.down].flatMap(c => c ? [c.getStats()] : []));
    return reports.flatMap(report => [...report.values()] as RTCStats[]);
  }

  close() {
    this.isClosed = true;
    this.up?.close();
    this.down?.close();
  }

  /** A connection that heals itself: when its network went away it asks for an ICE restart until it is back. */
  private connect(heal: () => Promise<unknown>): RTCPeerConnection {
    const connection = new RTCPeerConnection(this.configuration);
    connection.addEventListener("connectionstatechange", () => {
      this.onState();
      if (connection.connectionState === "disconnected" || connection.connectionState === "failed") void this.inTurn(heal).catch(() => {});
    });
    return connection;
  }

  private async negotiate(iceRestart: boolean): Promise<void> {
    const up = this.up;
    if (!up) return;
    await up.setLocalDescription(await up.createOffer({ iceRestart }));
    const names: Record<string, Source> = {};
    for (const [source, place] of this.places) if (place.mid && place.direction !== "inactive") names[place.mid] = source;
    const sdp = await this.signalling.publish(up.localDescription?.sdp ?? "", names);
    await up.setRemoteDescription({ type: "answer", sdp });
  }

  /** Descriptions must not cross: one change at a time. */
  private inTurn(what: () => Promise<unknown>): Promise<void> {
    const step = async () => { if (!this.isClosed) await what(); };
    const done = this.work.then(step, step);
    this.work = done.catch(() => {});
    return done;
  }
}
