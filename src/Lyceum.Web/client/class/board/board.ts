import { html, LitElement, nothing, type PropertyValues } from "lit";
import type { RoomBoard } from "../log/events.generated";
import { locale, t } from "../words";
import type { BoardListener, BoardLook, MountedBoard, mountBoard } from "./excalidraw";

const script = "/built/board.js";
const style = "/built/board.css";
const assets = "/built/excalidraw/";
let coming: Promise<{ mountBoard: typeof mountBoard }> | null = null;

/** Excalidraw comes with the first board that is opened; one that failed to load is asked for again. */
function bring() {
  coming ??= (async () => {
    (window as unknown as { EXCALIDRAW_ASSET_PATH: string }).EXCALIDRAW_ASSET_PATH = assets;
    await sheet();
    return await import(script) as { mountBoard: typeof mountBoard };
  })();
  coming.catch(() => { coming = null; });
  return coming;
}

function sheet(): Promise<void> {
  if (document.querySelector(`link[href="${style}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style });
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => { link.remove(); reject(new Error("The board's style did not come.")); };
    document.head.append(link);
  });
}

const darkness = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : darkness.matches;

/** The whiteboard. What is on it comes from the class; what is drawn goes to the listener. */
export class RoomBoardElement extends LitElement {
  static override properties = { elements: { attribute: false }, isReadOnly: { attribute: false }, listener: { attribute: false }, trouble: { state: true } };
  declare elements: RoomBoard["elements"];
  declare isReadOnly: boolean;
  declare listener: BoardListener;
  declare trouble: boolean;
  private mounted: MountedBoard | null = null;
  private retry = 0;
  private readonly dim = () => this.mounted?.look(this.look);

  constructor() {
    super();
    this.trouble = false;
  }

  protected override createRenderRoot() { return this; }

  override connectedCallback() {
    super.connectedCallback();
    darkness.addEventListener("change", this.dim);
    void this.mount();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    darkness.removeEventListener("change", this.dim);
    clearTimeout(this.retry);
    this.mounted?.stop();
    this.mounted = null;
  }

  private get look(): BoardLook { return { isReadOnly: this.isReadOnly, isDark: isDark(), language: locale(), name: t("Board") }; }

  private async mount() {
    try {
      const { mountBoard } = await bring();
      await this.updateComplete;
      if (!this.isConnected || this.mounted) return;
      this.mounted = mountBoard(this.querySelector<HTMLElement>(".board-place")!, this.look, { drew: (done, drafts) => this.listener.drew(done, drafts) });
      this.mounted.show(this.elements);
      this.trouble = false;
      this.dataset.drawn = "";
    } catch {
      this.trouble = true;
      this.retry = window.setTimeout(() => void this.mount(), 3_000);
    }
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has("isReadOnly") && changed.get("isReadOnly") !== undefined) this.mounted?.look(this.look);
    this.mounted?.show(this.elements);
  }

  protected override render() {
    return html`<div class="board-place" dir="ltr"></div><p class="room-unseen">${this.written()}</p>
      ${this.trouble ? html`<p class="room-slide-trouble" role="status">${t("The board is not loading. It comes by itself as soon as the line is back.")}</p>` : nothing}`;
  }

  /** For those who listen: what is written on it. */
  private written(): string {
    const texts = Object.values(this.elements).flatMap(({ data }) => data.includes('"type":"text"') ? [(JSON.parse(data) as { text?: string }).text ?? ""] : []);
    return texts.length > 0 ? t("On the board: {0}", texts.join("; ")) : "";
  }
}
customElements.define("room-board", RoomBoardElement);
