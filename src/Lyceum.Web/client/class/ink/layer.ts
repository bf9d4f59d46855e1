import { html, LitElement, nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { finished, isNear, pathOf, whole } from "./lines";
import type { DrawnLine, Pen, Spot } from "./ink";
import { count } from "../words";

export interface InkActions { draw(points: number[]): void; erase(ids: number[]): void; point(x: number, y: number): void }

const pointEvery = 90;
const stillEvery = 1_000;
const eraserReach = 120;

/** What is drawn over a slide; with a pen in the hand it is drawn on. */
export class InkLayer extends LitElement {
  static override properties = { lines: { attribute: false }, spots: { attribute: false }, pen: { attribute: false }, actions: { attribute: false }, nameOf: { attribute: false } };
  declare lines: DrawnLine[];
  declare spots: Spot[];
  declare pen: Pen | null;
  declare actions: InkActions;
  declare nameOf: (id: string) => string;
  private drawn: number[] = [];
  private erased = new Set<number>();
  private isDown = false;
  private pointedAt = 0;
  private still = 0;

  protected override createRenderRoot() { return this; }

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener("pointerdown", this.down);
    this.addEventListener("pointermove", this.move);
    this.addEventListener("pointerup", this.up);
    this.addEventListener("pointercancel", this.up);
    this.addEventListener("pointerleave", this.rest);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.rest();
  }

  private readonly down = (event: PointerEvent) => {
    if (!this.pen || event.button !== 0) return;
    event.preventDefault();
    this.setPointerCapture(event.pointerId);
    this.isDown = true;
    this.drawn = [];
    this.move(event);
  };

  private readonly move = (event: PointerEvent) => {
    if (!this.pen) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const e of events.length > 0 ? events : [event]) this.reach(e);
    this.point(event);
    if (this.isDown) this.requestUpdate();
  };

  private reach(event: PointerEvent) {
    if (!this.isDown || !this.pen) return;
    const [x, y] = this.place(event);
    if (this.pen.tool === "pen" || this.pen.tool === "marker") this.drawn.push(x, y);
    if (this.pen.tool === "eraser") for (const line of this.lines) if (line.id > 0 && isNear(line.points, x, y, eraserReach, this.clientWidth / this.clientHeight)) this.erased.add(line.id);
  }

  private readonly up = () => {
    if (!this.isDown) return;
    this.isDown = false;
    if (this.drawn.length > 0) for (const piece of finished(this.drawn)) this.actions.draw(piece);
    if (this.erased.size > 0) this.actions.erase([...this.erased]);
    this.drawn = [];
    this.erased.clear();
    this.requestUpdate();
  };

  private readonly rest = () => clearInterval(this.still);

  /** Goes to the class a few times a second, and again while it is held still. */
  private point(event: PointerEvent) {
    const now = performance.now();
    if (now - this.pointedAt < pointEvery) return;
    this.pointedAt = now;
    const [x, y] = this.place(event).map(n => Math.round(Math.max(0, Math.min(whole, n))) / whole) as [number, number];
    const say = () => this.actions.point(x, y);
    say();
    this.rest();
    this.still = window.setInterval(say, stillEvery);
  }

  private place(event: PointerEvent): [number, number] {
    const { left, top, width, height } = this.getBoundingClientRect();
    return [(event.clientX - left) / width * whole, (event.clientY - top) / height * whole];
  }

  protected override updated() {
    this.dataset.pen = this.pen?.tool ?? "";
    if (!this.pen) this.rest();
  }

  protected override render() {
    const lines = this.lines.filter(line => !this.erased.has(line.id));
    const own = this.drawn.length > 0 && this.pen ? svg`<path data-tool=${this.pen.tool} data-color=${this.pen.color} d=${pathOf(this.drawn)}></path>` : nothing;
    return html`<svg class="ink-lines" viewBox="0 0 ${whole} ${whole}" preserveAspectRatio="none" role="img"
        aria-hidden=${lines.length === 0 ? "true" : "false"} aria-label=${count("{0} line drawn on this slide", "{0} lines drawn on this slide", lines.length)}>
      ${repeat(lines, line => line.id, line => svg`<path data-tool=${line.tool} data-color=${line.color} d=${pathOf(line.points)}></path>`)}${own}</svg>
      ${this.spots.map(spot => html`<span class="ink-spot" style="--x:${spot.x};--y:${spot.y}"><i></i><b dir="auto">${this.nameOf(spot.personId)}</b></span>`)}`;
  }
}
customElements.define("ink-layer", InkLayer);
