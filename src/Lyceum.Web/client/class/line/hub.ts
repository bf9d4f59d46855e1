import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from "@microsoft/signalr";
import { Refused } from "./connection";
import type { EventBatch, MediaAnswer, MediaEntry, MediaNotice, Receipt, ReplayLog, SentRefusal, SentSignal, WatchedInterval, Welcome } from "../log/events.generated";
import type { MediaWire } from "../media/wire";
import type { DeckChoice } from "../stage/decks";
import type { RoomSetup } from "../setup";
import type { Outgoing, RoomWire } from "./wire";

const welcomeWithin = 15_000;

/** The line to a class over SignalR, as docs/class-hub.md has it. */
export function hubWire({ classId, logUrl, hubUrl }: Pick<RoomSetup, "classId" | "logUrl" | "hubUrl">): RoomWire {
  const hub = new HubConnectionBuilder().withUrl(hubUrl).configureLogging(LogLevel.None).build();
  let welcomed: (welcome: Welcome) => void = () => {};
  let closed: (refusal: SentRefusal | null) => void = () => {};
  let farewell: SentRefusal | null = null;
  hub.on("Welcome", (welcome: Welcome) => welcomed(welcome));
  let afresh: (welcome: Welcome) => void = () => {};
  hub.on("Closed", (refusal: SentRefusal) => { farewell = refusal; });
  hub.onclose(() => closed(farewell));

  return {
    async open(after) {
      if (hub.state === HubConnectionState.Disconnected) await hub.start();
      const welcome = soon<Welcome>(resolve => { welcomed = welcome => { welcomed = afresh; resolve(welcome); }; });
      welcome.catch(() => {});
      const refusal = await hub.invoke<SentRefusal | null>("Join", classId, after);
      if (refusal) {
        await hub.stop();
        throw new Refused(refusal.kind, refusal.message);
      }
      return await welcome;
    },
    async send({ command, key, offsetMs }: Outgoing) {
      const receipt = await hub.invoke<Receipt>("Send", command, key, offsetMs);
      return receipt.isAccepted ? { kind: "done" } : { kind: "refused", message: receipt.refusal?.message ?? "" };
    },
    close: () => hub.stop(),
    onBatch(handler) { hub.on("Events", (batch: EventBatch) => handler(batch)); },
    onWelcome(handler) { afresh = handler; },
    onClosed(handler) { closed = refusal => handler(refusal ? new Refused(refusal.kind, refusal.message) : null); },
    log: () => read<ReplayLog>(logUrl),
    decks: () => read<DeckChoice[]>(logUrl.replace(/log$/, "decks")),
    watched: intervals => watch(hub, intervals),
    ping: () => hub.invoke("Ping"),
    media: mediaOver(hub),
    async agree() {
      const refusal = await hub.invoke<SentRefusal | null>("AgreeToRecording");
      if (refusal) throw new Refused(refusal.kind, refusal.message);
    },
    signal(signal) { hub.send("Signal", signal).catch(() => {}); },
    onSignal(handler) { hub.on("Signal", (signal: SentSignal) => handler(signal)); },
  };
}

async function read<T>(address: string): Promise<T> {
  // As plainly as the page of a replay has asked for the log already: so it is not asked for twice.
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return await answer.json() as T;
}

const mediaOver = (hub: HubConnection): MediaWire => ({
  enter: device => hub.invoke<MediaEntry>("EnterMedia", device),
  leave() { if (hub.state === HubConnectionState.Connected) hub.send("LeaveMedia").catch(() => {}); },
  publish: offer => hub.invoke<MediaAnswer>("Publish", offer),
  desire: wanted => hub.invoke<SentRefusal | null>("Desire", wanted),
  answer: (revision, sdp) => hub.invoke<SentRefusal | null>("Answer", revision, sdp),
  restart: () => hub.invoke<SentRefusal | null>("RestartMedia"),
  renew: () => hub.invoke<SentRefusal | null>("RenewMedia"),
  onNotice(handler) { hub.on("Media", (notice: MediaNotice) => handler(notice)); },
});

async function watch(hub: HubConnection, intervals: WatchedInterval[]) {
  const refusal = await hub.invoke<SentRefusal | null>("Watch", intervals);
  if (refusal?.kind === "Conflict") throw new Refused(refusal.kind, refusal.message);
}

function soon<T>(start: (resolve: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("No welcome came.")), welcomeWithin);
    start(value => {
      clearTimeout(late);
      resolve(value);
    });
  });
}
