import { html, LitElement, type PropertyValues } from "lit";
import { editBetween, moved, type Step } from "./edits";
import type { SharedNotes } from "./shared";
import { t } from "../words";

const lookEvery = 8_000;

/** One text field for all: what others write comes in while one's own place in it stays. */
export class SharedSheet extends LitElement {
  static override properties = { notes: { attribute: false }, mayWrite: { attribute: false } };
  declare notes: SharedNotes;
  declare mayWrite: boolean;
  private timer = 0;

  protected override createRenderRoot() { return this; }

  override connectedCallback() {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.notes?.catchUp(), lookEvery);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.notes?.flush();
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has("notes")) void this.notes.begin().then(() => this.take(null));
  }

  private get area() { return this.querySelector("textarea"); }

  /** The text has changed: by others, in these steps, or in a way that only the whole tells. */
  take(steps: readonly Step[] | null) {
    const { area } = this;
    const value = this.notes.value;
    if (area && value !== null && area.value !== value) {
      const [start, end] = [area.selectionStart, area.selectionEnd];
      const scrolled = area.scrollTop;
      area.value = value;
      if (document.activeElement === area) area.setSelectionRange(...(steps ? [moved(start, steps), moved(end, steps)] as const : [start, end] as const));
      area.scrollTop = scrolled;
    }
    this.requestUpdate();
  }

  private readonly write = () => {
    const edit = editBetween(this.notes.value ?? "", this.area!.value);
    if (edit) this.notes.edit(edit);
    if (this.area!.value !== this.notes.value) this.take(null);
    this.requestUpdate();
  };

  protected override render() {
    const isThere = this.notes?.value !== null && this.notes?.value !== undefined;
    return html`<textarea class="shared-sheet" dir="auto" spellcheck="true" aria-label=${t("Notes of the class, written by everybody")} ?readonly=${!this.mayWrite || !isThere}
        placeholder=${isThere ? t("Markdown works: # heading, - list, **bold**. Everybody in the class writes here.") : t("The notes are coming")} @input=${this.write}></textarea>
      <p class="shared-state" role="status" ?data-waits=${this.notes?.isWaiting}>${!this.mayWrite ? t("Only the staff change the notes now.") : this.notes?.isWaiting ? t("On this device, waits for the line") : t("Saved for the class")}</p>`;
  }
}
customElements.define("shared-sheet", SharedSheet);
