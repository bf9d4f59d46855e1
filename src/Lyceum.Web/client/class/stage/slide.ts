import { html, LitElement, nothing, type PropertyValues } from "lit";
import type { PDFDocumentProxy, RenderTask } from "pdfjs-dist";
import { afterRecordings } from "../media/first";
import { t } from "../words";

const decks = new Map<string, Promise<PDFDocumentProxy>>();

/** pdf.js comes only when there is a deck to show, and after what is to be heard; a deck that failed to load is asked for again. */
function deckAt(url: string): Promise<PDFDocumentProxy> {
  const known = decks.get(url);
  if (known) return known;
  const opening = afterRecordings().then(() => import("pdfjs-dist")).then(pdf => {
    pdf.GlobalWorkerOptions.workerSrc = "/built/pdf.worker.js";
    return pdf.getDocument({ url, enableXfa: false }).promise;
  });
  decks.set(url, opening);
  opening.catch(() => decks.delete(url));
  return opening;
}

/** One slide of a deck, drawn at the sharpness of the screen and never cropped; its text stands beside it for those who listen. */
export class RoomSlide extends LitElement {
  static override properties = { url: {}, slide: { type: Number }, over: { attribute: false }, words: { state: true }, trouble: { state: true } };
  declare url: string;
  declare slide: number;
  /** What lies over the slide, as large as it. */
  declare over: unknown;
  declare words: string;
  declare trouble: boolean;
  private observer = new ResizeObserver(() => void this.draw());
  private drawing: RenderTask | null = null;
  private round = 0;
  private retry = 0;

  constructor() {
    super();
    this.words = "";
    this.trouble = false;
  }

  protected override createRenderRoot() { return this; }

  override connectedCallback() {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.drawing?.cancel();
    clearTimeout(this.retry);
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has("url") || changed.has("slide")) void this.draw();
  }

  private async draw() {
    const round = ++this.round;
    if (!this.url || this.clientWidth === 0) return;
    try {
      const deck = await deckAt(this.url);
      const number = Math.min(Math.max(1, this.slide), deck.numPages);
      const page = await deck.getPage(number);
      if (round !== this.round) return;
      this.dispatchEvent(new CustomEvent("deck", { detail: deck.numPages, bubbles: true }));
      const base = page.getViewport({ scale: 1 });
      const fit = Math.min(this.clientWidth / base.width, (this.clientHeight || Infinity) / base.height);
      const viewport = page.getViewport({ scale: fit * Math.min(window.devicePixelRatio || 1, 3) });
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
      const [width, height] = [`${Math.floor(base.width * fit)}px`, `${Math.floor(base.height * fit)}px`];
      canvas.style.inlineSize = width;
      this.drawing?.cancel();
      this.drawing = page.render({ canvas, viewport });
      await this.drawing.promise;
      if (round !== this.round) return;
      // The old slide stays until the new one is whole.
      this.querySelector(".room-canvas")!.replaceChildren(canvas);
      this.style.setProperty("--slide-width", width);
      this.style.setProperty("--slide-height", height);
      this.dataset.drawn = String(number);
      this.trouble = false;
      const text = await page.getTextContent();
      this.words = text.items.map(item => "str" in item ? item.str : "").join(" ").replace(/\s+/g, " ").trim();
      if (number < deck.numPages) void deck.getPage(number + 1);
    } catch (error) {
      if (round !== this.round || (error as Error).name === "RenderingCancelledException") return;
      this.trouble = true;
      this.retry = window.setTimeout(() => void this.draw(), 3_000);
    }
  }

  protected override render() {
    return html`<div class="room-canvas" role="img" aria-label=${t("Slide {0}", this.slide)}></div>
      ${this.over ? html`<div class="room-over">${this.over}</div>` : nothing}
      <p class="room-unseen">${this.words}</p>
      ${this.trouble ? html`<p class="room-slide-trouble" role="status">${t("The slides are not loading. They come by themselves as soon as the line is back.")}</p>` : nothing}`;
  }
}
customElements.define("room-slide", RoomSlide);
