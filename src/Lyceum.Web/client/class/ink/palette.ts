import { html, nothing } from "lit";
import { icon } from "../../shared/icon";
import { colors, lastOwn, type DrawnLine, type Pen, type PenTool } from "./ink";
import { t } from "../words";

export interface PaletteActions { take(pen: Pen | null): void; undo(): void; clear(): void }

const tools: { value: PenTool; word: string; sign: ReturnType<typeof icon> }[] = [
  { value: "point", word: "Pointer", sign: icon("mouse-pointer-2") }, { value: "pen", word: "Pen", sign: icon("pencil") },
  { value: "marker", word: "Marker", sign: icon("highlighter") }, { value: "eraser", word: "Eraser", sign: icon("eraser") },
];

/** The tools of whoever draws; they lie beside the slide, never on it. */
export function palette(pen: Pen | null, lines: readonly DrawnLine[], actions: PaletteActions) {
  if (!pen) return nothing;
  const colored = pen.tool === "pen" || pen.tool === "marker";
  return html`<div class="ink-palette" role="toolbar" aria-label=${t("Draw on the slide")}>
    <div role="group" aria-label=${t("Tool")}>${tools.map(({ value, word, sign }) => html`<button type="button" aria-pressed=${pen.tool === value} aria-label=${t(word)} title=${t(word)}
      @click=${() => actions.take({ ...pen, tool: value })}>${sign}</button>`)}</div>
    <div role="group" aria-label=${t("Color")}>${colors.map(({ value, word }) => html`<button type="button" aria-pressed=${colored && pen.color === value} aria-label=${t(word)} title=${t(word)}
      @click=${() => actions.take({ tool: colored ? pen.tool : "pen", color: value })}><svg class="ink-lines" viewBox="0 0 24 24" aria-hidden="true"><path data-tool="pen" data-color=${value} d="M3 17Q9 2 13 12T21 8"></path></svg></button>`)}</div>
    <div role="group" aria-label=${t("Take back")}>
      <button type="button" aria-label=${t("Undo")} title=${t("Undo")} ?disabled=${lastOwn(lines) === null} @click=${() => actions.undo()}>${icon("undo-2")}</button>
      <button type="button" aria-label=${t("Clear the slide")} title=${t("Clear the slide")} ?disabled=${lines.length === 0} @click=${() => actions.clear()}>${icon("trash-2")}</button></div>
    <button type="button" class="ink-done" @click=${() => actions.take(null)}>${t("Done")}</button>
  </div>`;
}
