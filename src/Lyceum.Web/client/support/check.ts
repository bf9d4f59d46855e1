import { html, LitElement, nothing } from "lit";
import { t } from "../class/words";
import { icon } from "../shared/icon";
import { troubleWords } from "./device-views";
import { measureLoop, type Ask, type MeasuredLine } from "./loop";
import { OwnDevices, type OwnSource } from "./own-devices";

type Part = "camera" | "microphone" | "network" | "relay" | "speaker";
type Outcome = "NotTried" | "Works" | "Weak" | "Fails";
interface Setup { id: string; relays: RTCIceServer[] }

const parts: readonly Part[] = ["camera", "microphone", "network", "relay", "speaker"];
const signs = { camera: "video", microphone: "mic", network: "activity", relay: "route", speaker: "volume-2" } as const;
const hearsWithin = 8_000;
/** Below this a picture stutters; above, speech overlaps. */
const enough = { kbitPerSecond: 300, lossPercent: 5, roundTripMs: 400 };

/** Camera, microphone, network, relay and speaker, one after the other; each with what it means and what to do. */
export class ConnectionCheck extends LitElement {
  private readonly setup = JSON.parse(document.querySelector("script.check-setup")!.textContent!) as Setup;
  private readonly devices = new OwnDevices(() => this.requestUpdate());
  private readonly outcome: Record<Part, Outcome> = { camera: "NotTried", microphone: "NotTried", network: "NotTried", relay: "NotTried", speaker: "NotTried" };
  private line: MeasuredLine | null = null;
  private now: Part | null = null;
  private isDone = false;
  private kept: "" | "yes" | "no" = "";

  protected override createRenderRoot() { return this; }

  override connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    this.devices.start();
    window.addEventListener("pagehide", () => this.devices.stop());
  }

  protected override render() {
    return html`<p class="check-go"><button class="button" type="button" ?disabled=${this.now !== null && this.now !== "speaker"} @click=${() => void this.run()}>${icon("play")}${this.isDone ? t("Check again") : t("Start the check")}</button>
        <span>${this.isDone || this.now ? nothing : t("The browser asks whether the school may use your camera and microphone.")}</span></p>
      ${this.devices.stream ? html`<video class="check-picture" .srcObject=${this.devices.stream} .muted=${true} muted autoplay playsinline aria-label=${t("Your own picture")}></video>` : nothing}
      <ul class="check-parts">${parts.map(part => this.row(part))}</ul>
      <p role="status" class="meta">${this.kept === "yes" ? t("Kept for the help desk.") : this.kept === "no" ? t("The result could not be kept; tell the help desk what you see here.") : nothing}</p>`;
  }

  private row(part: Part) {
    const outcome = this.outcome[part];
    const isNow = this.now === part;
    const sign = isNow ? "loader-circle" : ({ NotTried: "circle-dashed", Works: "circle-check", Weak: "circle-alert", Fails: "circle-x" } as const)[outcome];
    return html`<li data-part=${part} data-outcome=${outcome.toLowerCase()}><span class="check-sign">${icon(signs[part])}</span>
      <div><h2>${name(part)}</h2><p>${isNow && part !== "speaker" ? t("Trying…") : this.says(part, outcome)}</p>${part === "speaker" && isNow ? this.question() : nothing}</div>
      <span class="check-outcome">${icon(sign)}${({ NotTried: "", Works: t("Works"), Weak: t("Weak"), Fails: t("Does not work") })[outcome]}</span></li>`;
  }

  private question() {
    return html`<p class="row"><button class="button outlined small" type="button" ?disabled=${this.devices.isPlaying} @click=${() => void this.devices.playSound()}>${icon("play")}${t("Play it again")}</button>
      <button class="button small" type="button" @click=${() => void this.heard(true)}>${t("I heard it")}</button><button class="button outlined small" type="button" @click=${() => void this.heard(false)}>${t("I heard nothing")}</button></p>`;
  }

  private says(part: Part, outcome: Outcome): string {
    const { line } = this;
    if (outcome === "NotTried") return part === "relay" && this.isDone ? this.setup.relays.length === 0 ? t("Your school has no relay; it is needed only where a network lets no UDP through.") : t("Not tried.") : part === "speaker" && this.now === "speaker" ? t("Three notes were played. Did you hear them?") : "";
    switch (part) {
      case "camera": return outcome === "Works" ? t("The others can see you.") : troubleWords("camera", this.devices);
      case "microphone": return outcome === "Works" ? t("The others can hear you.") : outcome === "Weak" ? t("It is on, but nothing was heard. Speak up, unmute it in your system, or choose another one in the lobby.") : troubleWords("microphone", this.devices);
      case "network": return outcome === "Fails" ? t("Sound and picture do not get through: this network lets no UDP through. Try another network, or ask whoever runs it to allow UDP to the school. Slides, chat and polls work all the same.")
        : `${outcome === "Works" ? t("Sound and picture get through.") : t("Sound and picture get through, but not well. Go nearer to the router or use a cable; the room steps down by itself.")} ${line ? t("{0} ms there and back, {1} % lost, {2} kbit/s.", line.roundTripMs, line.lossPercent, line.kbitPerSecond) : ""}`;
      case "relay": return outcome === "Works" ? t("The way round a strict network works too.") : t("The way round a strict network does not work from here. It is needed only where the line above fails.");
      case "speaker": return outcome === "Works" ? t("You can hear the class.") : t("Turn the sound of your device up, or choose another speaker in the lobby, and try again. Captions can be read instead.");
    }
  }

  private async run() {
    this.isDone = false;
    this.kept = "";
    this.line = null;
    for (const part of parts) this.outcome[part] = "NotTried";
    await this.step("camera", () => this.device("camera"));
    await this.step("microphone", () => this.device("microphone"));
    await this.step("network", async () => {
      this.line = await measureLoop(ask, [], false);
      return judge(this.line);
    });
    if (this.setup.relays.length > 0) await this.step("relay", async () => await measureLoop(ask, this.setup.relays, true) ? "Works" : "Fails");
    this.devices.stop();
    this.isDone = true;
    this.now = "speaker";
    await this.keep();
    await this.devices.playSound();
  }

  private async step(part: Part, tried: () => Promise<Outcome>) {
    this.now = part;
    this.requestUpdate();
    this.outcome[part] = await tried().catch(() => "Fails" as const);
    this.now = null;
    this.requestUpdate();
  }

  private async device(source: OwnSource): Promise<Outcome> {
    await this.devices.open(source);
    if (!this.devices.isOn(source)) return "Fails";
    if (source === "camera") return "Works";
    const until = performance.now() + hearsWithin;
    while (!this.devices.hears && performance.now() < until) await new Promise(done => setTimeout(done, 100));
    return this.devices.hears ? "Works" : "Weak";
  }

  private async heard(wasHeard: boolean) {
    this.outcome.speaker = wasHeard ? "Works" : "Fails";
    this.now = null;
    await this.keep();
  }

  private async keep() {
    const found = { id: this.setup.id, line: this.line, parts: { ...this.outcome, cameraTrouble: said(this.devices.trouble.camera), microphoneTrouble: said(this.devices.trouble.microphone) } };
    const answer = await post("/me/connection/checks", found).catch(() => null);
    this.kept = answer?.ok ? "yes" : "no";
    this.requestUpdate();
  }
}
customElements.define("connection-check", ConnectionCheck);

const name = (part: Part) => ({ camera: t("Camera"), microphone: t("Microphone"), network: t("The line to the class"), relay: t("The way round a strict network"), speaker: t("Loudspeaker") })[part];

function judge(line: MeasuredLine | null): Outcome {
  if (!line) return "Fails";
  return line.kbitPerSecond >= enough.kbitPerSecond && line.lossPercent <= enough.lossPercent && line.roundTripMs <= enough.roundTripMs ? "Works" : "Weak";
}

const said = (trouble: string | null) => trouble && trouble[0]!.toUpperCase() + trouble.slice(1);

const post = (path: string, body: object) => fetch(path, {
  method: "POST", body: JSON.stringify(body),
  headers: { "content-type": "application/json", RequestVerificationToken: document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "" },
});

const ask: Ask = async <T>(path: string, body: object) => {
  const answer = await post(`/me/connection/loop${path && `/${path}`}`, body);
  return answer.ok ? (answer.status === 204 ? {} : await answer.json()) as T : null;
};
