import { Digits } from "./digits";
import { sendAndSwap } from "./swap";

type Words = Record<"picked" | "back" | "put" | "moved" | "lost", string>;

/**
 * Puts people into groups by drag, and by keyboard: Enter picks up, the number of a group puts, Escape puts back. Each move is the page's
 * own form, sent in the order in which it was made; what the school answers is what is shown.
 */
export class GroupBoard {
  private readonly words: Words;
  private readonly digits: Digits;
  private picked: string | null = null;
  private sending: Promise<unknown> = Promise.resolve();

  constructor(private readonly root: HTMLElement) {
    this.words = JSON.parse(root.querySelector("script.words")!.textContent!) as Words;
    this.digits = new Digits(() => this.places.length - 1, number => this.putInto(number));
    root.addEventListener("click", event => this.onClick(event));
    root.addEventListener("keydown", event => this.onKey(event));
    root.addEventListener("submit", event => this.onSubmit(event));
    root.addEventListener("dragstart", event => this.onDragStart(event));
    root.addEventListener("dragover", event => this.onDragOver(event));
    root.addEventListener("dragend", () => this.letGo());
    root.addEventListener("drop", event => this.onDrop(event));
  }

  private get places(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>("[data-place]")];
  }

  private onClick(event: MouseEvent): void {
    const chip = chipOf(event);
    if (!chip) return;
    event.preventDefault();
    if (this.picked === chip.value) this.putBack();
    else this.pick(chip.value);
  }

  private onKey(event: KeyboardEvent): void {
    if (this.picked === null || (event.target as HTMLElement).matches("input, select, textarea")) return;
    if (event.key === "Escape") this.putBack();
    else if (!this.digits.type(event.key)) return;
    event.preventDefault();
  }

  private onSubmit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const place = form.closest<HTMLElement>("[data-place]");
    if (!form.matches(".group-put") || !place || this.picked === null) return;
    event.preventDefault();
    this.putInto(Number(place.dataset.place));
  }

  private onDragStart(event: DragEvent): void {
    const chip = chipOf(event);
    if (!chip) return;
    event.dataTransfer?.setData("text/plain", chip.dataset.name!);
    this.picked = chip.value;
  }

  private onDragOver(event: DragEvent): void {
    const place = placeOf(event);
    if (this.picked === null || !place) return;
    event.preventDefault();
    for (const one of this.places) one.classList.toggle("is-target", one === place);
  }

  private onDrop(event: DragEvent): void {
    const place = placeOf(event);
    if (this.picked === null || !place) return;
    event.preventDefault();
    this.putInto(Number(place.dataset.place));
  }

  private pick(person: string): void {
    this.picked = person;
    this.digits.clear();
    this.show();
    this.say(fill(this.words.picked, this.nameOf(person)));
  }

  private putBack(): void {
    this.letGo();
    this.say(this.words.back);
  }

  private letGo(): void {
    this.picked = null;
    this.digits.clear();
    this.show();
  }

  private putInto(number: number): void {
    const place = this.places.find(one => Number(one.dataset.place) === number);
    const person = this.picked;
    if (!place || person === null) return;
    const form = place.querySelector<HTMLFormElement>(".group-put")!;
    this.letGo();
    if (place.contains(this.chip(person))) return;
    const values = new FormData(form);
    values.set("person", person);
    const name = this.nameOf(person);
    this.chip(person)?.closest("li")?.setAttribute("data-going", "");
    this.sending = this.sending.then(() => this.send(form.action, values, fill(this.words.moved, name, place.dataset.name!), person));
  }

  private async send(action: string, values: FormData, done: string, person: string): Promise<void> {
    const kept = await sendAndSwap(action, values).catch(() => false);
    this.show();
    this.chip(person)?.focus();
    this.say(kept ? done : this.words.lost);
  }

  /** What is picked up, and where it can be put. */
  private show(): void {
    const board = this.root.querySelector<HTMLElement>("[data-part=board]")!;
    board.classList.toggle("is-picking", this.picked !== null);
    for (const chip of board.querySelectorAll<HTMLButtonElement>(".group-chip")) chip.setAttribute("aria-pressed", String(chip.value === this.picked));
    for (const place of this.places) {
      place.classList.remove("is-target");
      if (this.picked === null) continue;
      place.querySelector(".group-put button")!.setAttribute("aria-label", fill(this.words.put, this.nameOf(this.picked), place.dataset.name!));
    }
  }

  private chip(person: string): HTMLButtonElement | null {
    return this.root.querySelector<HTMLButtonElement>(`#person-${CSS.escape(person)}`);
  }

  private nameOf(person: string): string {
    return this.chip(person)?.dataset.name ?? "";
  }

  private say(line: string): void {
    this.root.querySelector("[data-say]")!.textContent = line;
  }
}

const chipOf = (event: Event) => (event.target as HTMLElement).closest<HTMLButtonElement>("button.group-chip");

const placeOf = (event: Event) => (event.target as HTMLElement).closest<HTMLElement>("[data-place]");

const fill = (sentence: string, ...values: string[]) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), sentence);
