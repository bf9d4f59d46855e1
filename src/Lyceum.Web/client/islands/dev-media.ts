// <dev-media>: joins the development room under a name of its own and shows all that it receives, with the server's figures.
import { Peer, type Offer } from "../media/peer";

interface Message {
  id?: number;
  type?: string;
  refusal?: string | null;
  sdp?: string;
  participant?: string;
  source?: string;
}

class DevMedia extends HTMLElement {
  private readonly socket = new WebSocket(`${location.origin.replace("http", "ws")}/dev/media/socket?name=${this.name()}`);
  private readonly replies = new Map<number, (message: Message) => void>();
  private readonly published = new Map<string, { participant: string; source: string }>();
  private calls = 0;
  private readonly peer = new Peer({
    publish: async (sdp, sources) => (await this.call("publish", { sdp, sources })).sdp ?? "",
    answer: async (revision, sdp) => void (await this.call("answer", { revision, sdp })),
    restart: async () => void (await this.call("restart", {})),
  });

  connectedCallback() {
    const figures = document.createElement("pre");
    const screen = document.createElement("div");
    this.append(screen, figures);
    this.peer.onTracks = tracks => screen.replaceChildren(...tracks.map(({ participant, source, track }) => show(`${participant}, ${source}`, track)));
    this.socket.onmessage = event => this.receive(JSON.parse(event.data as string) as Message);
    this.socket.onopen = () => void this.begin();
    setInterval(async () => (figures.textContent = JSON.stringify(await this.call("observe", {}), null, 1)), 2000);
  }

  disconnectedCallback() {
    this.peer.close();
    this.socket.close();
  }

  private async begin() {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
    for (const track of media.getTracks()) await this.peer.publish(track.kind === "audio" ? "microphone" : "camera", track);
    const { room } = (await this.call("observe", {})) as { room?: { participants: { name: string; published: { source: string }[] }[] } };
    for (const one of room?.participants ?? [])
      for (const { source } of one.published) this.published.set(`${one.name}/${source}`, { participant: one.name, source });
    await this.desire();
  }

  private receive(message: Message) {
    if (message.id) this.replies.get(message.id)?.(message);
    else if (message.type === "SubscriptionOffered") void this.peer.take(message as unknown as Offer);
    else if (message.type === "TrackPublished" && message.participant && message.source) {
      this.published.set(`${message.participant}/${message.source}`, { participant: message.participant, source: message.source });
      void this.desire();
    } else if (message.type === "TrackUnpublished") {
      this.published.delete(`${message.participant}/${message.source}`);
      void this.desire();
    }
  }

  private desire() {
    return this.call("desire", { tracks: [...this.published.values()].map(t => ({ ...t, atMost: 2 })) });
  }

  private call(type: string, body: object): Promise<Message> {
    const id = ++this.calls;
    this.socket.send(JSON.stringify({ id, type, ...body }));
    return new Promise(done => this.replies.set(id, done));
  }

  private name() {
    return `window-${Math.random().toString(36).slice(2, 7)}`;
  }
}

function show(label: string, track: MediaStreamTrack): HTMLElement {
  const figure = document.createElement("figure");
  const player = document.createElement(track.kind === "audio" ? "audio" : "video");
  player.autoplay = player.controls = true;
  player.srcObject = new MediaStream([track]);
  const caption = document.createElement("figcaption");
  caption.textContent = label;
  figure.append(player, caption);
  return figure;
}

customElements.define("dev-media", DevMedia);
