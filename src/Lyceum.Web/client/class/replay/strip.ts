import { html, LitElement, nothing, svg } from "lit";
import { icon } from "../../shared/icon";
import { breakoutBands } from "../breakouts/band";
import { covered } from "./intervals";
import { activity, chaptersOf, speech, lostCurve, marksOf, type Mark } from "../log/marks";
import { clockText, type Offset } from "../log/offset";
import type { RoomView } from "../view";
import { t } from "../words";

const pitch = 5.5;
const phoneWindow = 20 * 60_000;

/** The class's own time: filled by what happens, scrubber and map in one. On a phone it is a window that moves with the playhead. */
export class RoomStrip extends LitElement {
  static override properties = { view: { attribute: false }, width: { state: true } };
  declare view: RoomView;
  declare width: number;
  private observer = new ResizeObserver(entries => { this.width = entries[0]!.contentRect.width; });
  private dragging = false;

  constructor() {
    super();
    this.width = 0;
  }

  protected override createRenderRoot() { return this; }

  override connectedCallback() {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  private get whole(): Offset {
    const { room, tail } = this.view;
    const planned = tail.plannedStart && tail.plannedEnd ? Date.parse(tail.plannedEnd) - Date.parse(tail.plannedStart) : 0;
    return Math.max(1_000, room.hasEnded ? room.edge : Math.max(planned, room.edge));
  }

  /** What of it is drawn: all, or the window on a phone. */
  private get span(): [Offset, Offset] {
    const whole = this.whole;
    if (this.width > 480 || whole <= phoneWindow) return [0, whole];
    const from = Math.min(Math.max(0, this.view.position - phoneWindow * 0.75), whole - phoneWindow);
    return [from, from + phoneWindow];
  }

  protected override render() {
    const { room, tail, position, me } = this.view;
    const [from, to] = this.span;
    const place = (at: Offset) => (at - from) / (to - from);
    const inside = (at: Offset) => at >= from && at <= to;
    const chapters = chaptersOf(tail, room.edge, this.whole).filter(c => c.until > from && c.at < to);
    const marks = apart(marksOf(tail, room.timeline.all, me).filter(m => inside(m.at)), (to - from) / Math.max(1, this.width) * 22);
    return html`
      ${this.bars(from, to, place)}
      ${this.view.isStaff ? this.lost(from, to) : nothing}
      ${this.cut(from, to)}
      <div class="room-slider" role="slider" tabindex="0" aria-label=${t("Timeline of the class")} aria-valuemin="0" aria-valuemax=${Math.floor(room.edge / 1000)}
        aria-valuenow=${Math.floor(position / 1000)} aria-valuetext=${t("{0} of {1}", clockText(position), clockText(room.edge))}
        @pointerdown=${this.grab} @pointermove=${this.drag} @pointerup=${() => { this.dragging = false; }} @keydown=${this.step}></div>
      <div class="room-head-line" ?data-live=${room.playhead.following} style="--at:${place(position)}"></div>
      ${breakoutBands(this.view, from, to, place)}
      ${marks.map(mark => this.flag(mark, place(mark.at)))}
      <div class="room-chapters">${chapters.map(c => html`<button type="button" tabindex="-1" ?disabled=${c.isPlanned || c.at > room.edge}
        aria-current=${position >= c.at && position < c.until && !c.isPlanned ? "true" : nothing}
        style="--at:${Math.max(0, place(c.at))};--span:${Math.min(1, place(c.until)) - Math.max(0, place(c.at))}" @click=${() => room.seek(c.at)}>${c.title}</button>`)}</div>`;
  }

  private bars(from: Offset, to: Offset, place: (at: Offset) => number) {
    const { room, position, tail } = this.view;
    const n = Math.max(1, Math.floor(this.width / pitch));
    const levels = speech(tail.media.voices, from, to, n) ?? activity(room.timeline.all, from, to, n);
    const path = { seen: "", unseen: "" };
    const { seen } = room;
    const step = (to - from) / n;
    levels.forEach((level, i) => {
      const at = from + i * step;
      if (at > room.edge) return;
      const half = 1 + level * 10;
      const x = ((i + 0.5) * pitch).toFixed(1);
      const isSeen = !room.hasEnded || (room.isStaff ? at <= position : covered(seen, at, at + step) > 0.4);
      path[isSeen ? "seen" : "unseen"] += `M${x} ${(44 - half).toFixed(1)}V${(44 + half).toFixed(1)}`;
    });
    const edge = Math.max(0, place(room.edge)) * this.width;
    return svg`<svg aria-hidden="true">
      ${edge < this.width ? svg`<rect class="ahead" x=${edge} y="41" width=${this.width - edge} height="6" rx="3" />` : nothing}
      <path class="bars" data-is="unseen" d=${path.unseen} /><path class="bars" data-is="seen" d=${path.seen} /></svg>`;
  }

  private cut(from: Offset, to: Offset) {
    const { spans, marked } = this.view.room.cuts;
    const part = (at: Offset) => Math.max(0, Math.min(1, (at - from) / (to - from)));
    const shown = (span: readonly [Offset, Offset], is: string) => html`<span class="room-cut" data-is=${is} aria-hidden="true" style="--at:${part(span[0])};--span:${part(span[1]) - part(span[0])}"></span>`;
    return html`${spans.map(span => shown(span, "cut"))}${marked ? shown(marked, "marked") : nothing}`;
  }

  /** Where students were lost: only how many, and only for staff. */
  private lost(from: Offset, to: Offset) {
    const { tail, room } = this.view;
    if (tail.lost.length === 0 || this.width === 0) return nothing;
    const until = Math.min(to, room.edge);
    const width = this.width * (until - from) / (to - from);
    const n = Math.max(1, Math.floor(width / 8));
    const levels = lostCurve(tail.lost, from, until, n);
    const most = Math.max(...levels);
    if (most === 0 || width <= 0) return nothing;
    const point = (level: number, i: number) => `${(i * width / n).toFixed(1)} ${(40 - 26 * level / Math.max(3, most)).toFixed(1)}`;
    const line = levels.map(point).join("L");
    const peak = levels.indexOf(most);
    const near = tail.lost.filter(m => Math.abs(m.offsetMs - (from + (until - from) * peak / n)) <= 90_000).length;
    const label = t("{0} lost at {1}", near, clockText(from + (until - from) * peak / n));
    return html`${svg`<svg class="room-lost" role="img" aria-label=${label}><path class="room-lost-area" d="M0 40L${line}L${width.toFixed(1)} 40Z" /><path class="room-lost-line" d="M${line}" /></svg>`}
      <span class="room-lost-peak" aria-hidden="true" style="--at:${peak / n * width / this.width}">${label}</span>`;
  }

  private flag(mark: Mark, at: number) {
    const { room } = this.view;
    const isHidden = mark.kind === "poll" && room.barrier !== null && mark.at > room.barrier.openedMs!;
    const name = mark.kind === "poll" ? (isHidden ? t("Poll at {0}", clockText(mark.at)) : t("Poll at {0}: {1}", clockText(mark.at), mark.text))
      : mark.kind === "hand" ? t("Hand up at {0}: {1}", clockText(mark.at), mark.text) : t("Question at {0}: {1}", clockText(mark.at), mark.text);
    const look = mark.kind === "hand" ? "hand" : mark.kind === "poll" ? (mark.isDone ? "answered" : "poll") : mark.isMine || mark.isLate ? "mine" : "question";
    return html`<button class="room-flag" type="button" tabindex="-1" data-is=${look} ?data-ahead=${mark.at > this.view.position} style="--at:${at}"
      title=${name} aria-label=${name} @click=${() => room.seek(mark.at)}><span>${look === "answered" ? icon("check") : mark.kind === "poll" ? icon("chart-column") : mark.kind === "hand" ? icon("hand") : icon("message-circle-question-mark")}</span></button>`;
  }

  private grab(event: PointerEvent) {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.dragging = true;
    this.drag(event);
  }

  private drag(event: PointerEvent) {
    if (!this.dragging) return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const [from, to] = this.span;
    const fraction = (event.clientX - box.left) / box.width;
        const isRightToLeft = document.dir === "rtl";
    const { room } = this.view;
    const at = from + Math.max(0, Math.min(1, isRightToLeft ? 1 - fraction : fraction)) * (to - from);
    if (!room.hasEnded && at >= room.edge - 2_000) room.playhead.follow();
    else room.seek(at);
  }

  private step(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowLeft: -10_000, ArrowRight: 10_000, ArrowDown: -10_000, ArrowUp: 10_000, PageDown: -60_000, PageUp: 60_000 };
    const { room, position } = this.view;
    const target = event.key === "Home" ? 0 : event.key === "End" ? room.edge : steps[event.key] !== undefined ? position + steps[event.key]! : null;
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    room.seek(target);
  }
}
customElements.define("room-strip", RoomStrip);

/** Of marks that would cover each other the weightier one stays. */
function apart(marks: Mark[], gap: number): Mark[] {
  const weight = (m: Mark) => (m.isMine ? 4 : 0) + (m.kind === "poll" ? 3 : m.kind === "question" ? 2 : 1);
  const kept: Mark[] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    if (!last || mark.at - last.at >= gap) kept.push(mark);
    else if (weight(mark) > weight(last)) kept[kept.length - 1] = mark;
  }
  return kept;
}
