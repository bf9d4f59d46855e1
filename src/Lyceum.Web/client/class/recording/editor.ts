import { html, LitElement, nothing } from "lit";
import { icon } from "../../shared/icon";
import { clockText, type Offset } from "../log/offset";
import type { Room } from "../room";
import { t } from "../words";

/** Mirrors StandingCut of the server. */
interface StandingCut { id: string; fromMs: Offset; untilMs: Offset }

const leadInMs = 3_000;

/** Taking stretches out of a replay: marked at the playhead, listened to, cut and put back. For those who teach; the students' copies follow at once. */
export class ReplayEditor extends LitElement {
  static override properties = { room: { attribute: false }, position: { attribute: false } };
  declare room: Room;
  declare position: Offset;
  private isOpen = false;
  private from: Offset | null = null;
  private until: Offset | null = null;
  private cuts: StandingCut[] = [];
  private trouble = "";
  private readonly onKey = (event: KeyboardEvent) => this.key(event);

  protected override createRenderRoot() { return this; }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.onKey, { capture: true });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.onKey, { capture: true });
  }

  protected override render() {
    return html`<button class="room-small" type="button" aria-expanded=${this.isOpen} @click=${() => this.toggle()}>${icon("scissors")}<span>${t("Edit the replay")}</span></button>
      ${this.isOpen ? html`<section class="replay-editor" aria-label=${t("Edit the replay")}>
        <div class="replay-editor-marks">
          <button class="room-button" type="button" aria-keyshortcuts="I" @click=${() => this.mark("from")}>${t("Starts here")}<kbd>I</kbd></button>
          <button class="room-button" type="button" aria-keyshortcuts="O" @click=${() => this.mark("until")}>${t("Ends here")}<kbd>O</kbd></button>
          <output aria-live="polite">${this.said()}</output>
        </div>
        <div class="replay-editor-marks">
          <button class="room-button" type="button" ?disabled=${!this.span} @click=${() => this.listen(false)}>${t("Hear it")}</button>
          <button class="room-button" type="button" ?disabled=${!this.span} @click=${() => this.listen(true)}>${t("Hear it without")}</button>
          <button class="room-button" data-is="play" type="button" ?disabled=${!this.span} @click=${() => void this.cut()}>${icon("scissors")}<span>${t("Cut it out")}</span></button>
        </div>
        <div class="replay-editor-marks">
          <button class="room-small" type="button" @click=${() => this.choose(0, this.position)}>${t("All before here")}</button>
          <button class="room-small" type="button" @click=${() => this.choose(this.position, this.room.edge)}>${t("All after here")}</button>
          <label class="room-check"><input type="checkbox" .checked=${this.room.cuts.skips} @change=${(e: Event) => this.lookAsStudent((e.target as HTMLInputElement).checked)} />${t("As students see it")}</label>
        </div>
        ${this.trouble ? html`<p role="alert">${this.trouble}</p>` : nothing}
        ${this.cuts.length === 0 ? html`<p class="room-quiet">${t("Nothing is cut out. Students lose what you cut at once; you keep it, and can undo it.")}</p>`
          : html`<ul>${this.cuts.map(cut => html`<li><button class="room-small" type="button" @click=${() => this.room.seek(cut.fromMs)}>${clockText(cut.fromMs)} – ${clockText(cut.untilMs)}</button>
            <button class="room-small" type="button" aria-label=${t("Undo the cut at {0}", clockText(cut.fromMs))} @click=${() => void this.undo(cut)}>${icon("undo-2")}<span>${t("Undo")}</span></button></li>`)}</ul>`}
      </section>` : nothing}`;
  }

  private get span(): readonly [Offset, Offset] | null {
    return this.from !== null && this.until !== null && this.until > this.from ? [this.from, this.until] : null;
  }

  private said() {
    if (this.span) return t("{0} to {1}", clockText(this.span[0]), clockText(this.span[1]));
    if (this.from !== null) return t("from {0}", clockText(this.from));
    return this.until === null ? t("Mark where it starts and ends.") : t("until {0}", clockText(this.until));
  }

  private toggle() {
    this.isOpen = !this.isOpen;
    this.room.cuts.marked = null;
    this.requestUpdate();
    if (this.isOpen) void this.ask("");
  }

  private mark(which: "from" | "until") {
    if (which === "from") this.choose(this.position, this.until !== null && this.until > this.position ? this.until : null);
    else this.choose(this.from !== null && this.from < this.position ? this.from : null, this.position);
  }

  private choose(from: Offset | null, until: Offset | null) {
    [this.from, this.until] = [from === null ? null : Math.floor(from), until === null ? null : Math.floor(until)];
    this.room.cuts.marked = this.span;
    this.requestUpdate();
  }

  private listen(without: boolean) {
    const { span } = this;
    if (!span) return;
    this.room.cuts.skips = without;
    this.room.seek(span[0] - leadInMs);
    this.room.playhead.play();
    this.requestUpdate();
  }

  private lookAsStudent(skips: boolean) {
    this.room.cuts.skips = skips;
    this.requestUpdate();
  }

  private async cut() {
    const { span } = this;
    if (span && await this.ask("", { fromMs: span[0], untilMs: span[1] })) this.choose(null, null);
  }

  private undo(cut: StandingCut) { return this.ask(`/${cut.id}/undo`, {}); }

  private async ask(place: string, body?: unknown): Promise<boolean> {
    const url = this.room.setup.logUrl.replace(/log$/, "cuts") + place;
    const answer = await fetch(url, body === undefined ? {} : {
      method: "POST", body: JSON.stringify(body),
      headers: { "content-type": "application/json", RequestVerificationToken: document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "" },
    }).catch(() => null);
    this.trouble = !answer ? t("The school does not answer. Nothing was changed.") : answer.ok ? "" : (await answer.json() as { title?: string; detail?: string }).detail ?? t("This could not be done.");
    if (answer?.ok) {
      this.cuts = await answer.json() as StandingCut[];
      this.room.cuts.spans = this.cuts.map(cut => [cut.fromMs, cut.untilMs] as const);
    }
    this.requestUpdate();
    return answer?.ok ?? false;
  }

  private key(event: KeyboardEvent) {
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && event.target.closest("textarea, select, [contenteditable], input:not([type=checkbox])")) return;
    const which = event.key.toLowerCase() === "i" ? "from" : event.key.toLowerCase() === "o" ? "until" : null;
    if (!which) return;
    event.preventDefault();
    event.stopPropagation();
    this.mark(which);
  }
}
customElements.define("replay-editor", ReplayEditor);
