import { Carry } from "../courses/carry";
import { sendAndSwap } from "../courses/swap";

type Words = Record<"place" | "dropped" | "back" | "lost" | "toModule" | "saving", string>;

/**
 * Puts modules and activities in order by drag and by keyboard (Space picks up and drops, arrows move, Escape puts back), and saves the
 * inspector while one types. Every change is one of the page's own forms, sent in the order in which it was made.
 */
class CourseEditor {
  private readonly words: Words;
  private carry: Carry | null = null;
  private target: HTMLElement | null = null;
  private sending: Promise<unknown> = Promise.resolve();
  private later = 0;

  constructor(private readonly root: HTMLElement) {
    this.words = JSON.parse(root.querySelector("script.words")!.textContent!) as Words;
    root.addEventListener("click", event => this.onClick(event));
    root.addEventListener("keydown", event => this.onKey(event));
    root.addEventListener("pointerdown", event => this.onPointerDown(event));
    root.addEventListener("focusout", event => this.onFocusOut(event));
    root.addEventListener("input", event => this.onInput(event));
    root.addEventListener("change", event => this.onInput(event));
  }

  // A click that no pointer made (detail 0) is Space, Enter, or a screen reader's own way of pressing.
  private onClick(event: MouseEvent): void {
    const grip = gripOf(event);
    if (!grip || event.detail !== 0) return;
    if (this.carry) this.drop();
    else this.pick(grip);
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.carry) return;
    const by = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      this.carry.to(this.carry.place + by);
      this.tell();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.putBack();
    }
  }

  private onFocusOut(event: FocusEvent): void {
    if (this.carry && gripOf(event) && this.root.isConnected && !this.carry.item.contains(event.relatedTarget as Node | null)) this.putBack();
  }

  private onPointerDown(event: PointerEvent): void {
    const grip = gripOf(event);
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    grip.focus();
    grip.setPointerCapture(event.pointerId);
    this.pick(grip);
    const over = new AbortController();
    grip.addEventListener("pointermove", move => this.onPointerMove(move), { signal: over.signal });
    grip.addEventListener("pointercancel", () => (this.putBack(), over.abort()), { signal: over.signal });
    grip.addEventListener("pointerup", () => (this.drop(), over.abort()), { signal: over.signal });
  }

  private onPointerMove(event: PointerEvent): void {
    if (!this.carry) return;
    this.aimAt(this.moduleUnder(event));
    if (!this.target) this.carry.toHeight(event.clientY);
    this.tell();
  }

  private moduleUnder({ clientX, clientY }: PointerEvent): HTMLElement | null {
    if (this.carry?.list.dataset.order !== "activities") return null;
    const under = document.elementsFromPoint(clientX, clientY).find(element => element.matches("[data-order=modules] > [data-item]"));
    return under instanceof HTMLElement && !under.matches("[aria-current]") ? under : null;
  }

  private aimAt(module: HTMLElement | null): void {
    this.target?.classList.remove("is-target");
    this.target = module;
    this.target?.classList.add("is-target");
  }

  private pick(grip: HTMLElement): void {
    const item = grip.closest<HTMLElement>("[data-item]")!;
    this.carry = new Carry(item.parentElement!, item);
    grip.setAttribute("aria-pressed", "true");
    const bar = this.root.querySelector<HTMLTemplateElement>("template.move-bar")!.content.cloneNode(true);
    item.append(bar);
    this.tell();
  }

  private tell(): void {
    const { carry, words } = this;
    if (!carry) return;
    const line = this.target
      ? fill(words.toModule, this.target.dataset.title ?? "")
      : fill(words.place, String(carry.place + 1), String(carry.size));
    carry.item.querySelector(".move-place")!.textContent = line;
    this.say(line);
  }

  private drop(): void {
    const { carry, target } = this;
    const end = this.letGo();
    if (!carry || !end) return;
    if (target) {
      this.send(carry.item, { module: target.dataset.item!, place: 9999 }, () => carry.putBack());
    } else if (carry.hasMoved) {
      this.send(carry.item, { place: carry.place }, () => carry.putBack());
      this.say(fill(this.words.dropped, String(carry.place + 1), String(carry.size)));
    }
    carry.drop();
  }

  private putBack(): void {
    const { carry } = this;
    if (!this.letGo()) return;
    carry?.putBack();
    this.say(this.words.back);
  }

  private letGo(): boolean {
    const { carry } = this;
    if (!carry) return false;
    this.carry = null;
    this.aimAt(null);
    carry.item.querySelector(".move-bar")?.remove();
    carry.item.querySelector("[data-grip]")?.removeAttribute("aria-pressed");
    return true;
  }

  private send(item: HTMLElement, to: { module?: string; place: number }, undo: () => void): void {
    const form = this.root.querySelector<HTMLFormElement>(`form[data-move=${item.parentElement!.dataset.order}]`)!;
    set(form, "item", item.dataset.item!);
    set(form, "place", String(to.place));
    set(form, "to", to.module ?? "");
    this.queue(form, undo);
  }

  private onInput(event: Event): void {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>("form[data-autosave]");
    if (!form || !form.checkValidity()) return;
    window.clearTimeout(this.later);
    this.later = window.setTimeout(() => this.queue(form), event.type === "change" ? 0 : 900);
  }

  private queue(form: HTMLFormElement, undo?: () => void): void {
    this.receipt(this.words.saving);
    // The values of now: the same form may hold others before its turn comes.
    const values = new FormData(form);
    this.sending = this.sending.then(async () => {
      try {
        await sendAndSwap(form.action, values);
      } catch {
        undo?.();
        this.receipt(this.words.lost);
      }
    });
  }

  private receipt(text: string): void {
    const receipt = this.root.querySelector("[data-receipt]");
    if (receipt) receipt.textContent = text;
  }

  private say(text: string): void {
    this.root.querySelector("[data-say]")!.textContent = text;
  }
}

function gripOf(event: Event): HTMLElement | null {
  return (event.target as Element).closest<HTMLElement>("[data-grip]");
}

function set(form: HTMLFormElement, name: string, value: string): void {
  (form.elements.namedItem(name) as HTMLInputElement).value = value;
}

function fill(text: string, ...values: string[]): string {
  return values.reduce((line, value, at) => line.replace(`{${at}}`, value), text);
}

for (const root of document.querySelectorAll<HTMLElement>("[data-editor]")) new CourseEditor(root);
