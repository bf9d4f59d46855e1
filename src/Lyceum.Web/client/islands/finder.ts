import { FreeHours, readClasses } from "../courses/free-hours";
import { openShelf } from "../shared/shelf";

type Words = Record<"hours" | "all" | "some" | "none" | "own" | "cell" | "hour" | "free" | "taken", string>;

const kept = "lyceum-free-hours", firstHour = 7, lastHour = 23;
const shelf = openShelf();

/**
 * The week that a reader paints, and the courses in the order in which they fit into it. All of it stays in this browser: the server gave
 * the hours of every course with the page.
 */
class Finder {
  private readonly words: Words;
  private readonly free = FreeHours.parse(shelf.getItem(kept));
  private readonly cells = new Map<number, HTMLElement>();
  private readonly articles: HTMLElement[];
  private paints = true;

  constructor(private readonly root: HTMLElement, private readonly list: HTMLElement) {
    this.words = JSON.parse(root.querySelector("script.words")!.textContent!) as Words;
    this.articles = [...list.querySelectorAll<HTMLElement>("article[data-classes]")];
    const grid = root.querySelector<HTMLElement>("[data-week]")!;
    grid.append(...this.rows());
    grid.addEventListener("pointerdown", event => this.paint(event));
    grid.addEventListener("keydown", event => this.step(event));
    for (const tool of root.querySelectorAll<HTMLButtonElement>("[data-tool]")) tool.addEventListener("click", () => this.take(tool));
    root.querySelector("[data-clear]")!.addEventListener("click", () => this.clear());
    // Only where it has a column of its own: elsewhere it would push the courses away from under the reader.
    if (matchMedia("(min-width: 1100px)").matches) root.querySelector("details")!.open = true;
    this.show();
  }

  private rows(): HTMLElement[] {
    const language = document.documentElement.lang;
    const day = new Intl.DateTimeFormat(language, { weekday: "short" }), clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    // 1 January 2024 was a Monday.
    const names = [1, 2, 3, 4, 5, 6, 7].map(date => day.format(new Date(2024, 0, date)));
    const heads = row([cell("columnheader", "", this.words.hour), ...names.map(name => cell("columnheader", name))]);
    const hours = [];
    for (let half = firstHour * 2; half < lastHour * 2; half++) {
      const time = clock.format(new Date(2024, 0, 1, half >> 1, half % 2 ? 30 : 0));
      hours.push(row([cell("rowheader", half % 4 === 0 ? time : "", time), ...names.map((name, at) => this.slot(at * FreeHours.perDay + half, `${name} ${time}`))]));
    }
    return [heads, ...hours];
  }

  private slot(slot: number, name: string): HTMLElement {
    const made = cell("gridcell", "");
    made.dataset.slot = String(slot);
    made.dataset.name = name;
    made.tabIndex = this.cells.size === 0 ? 0 : -1;
    this.cells.set(slot, made);
    this.mark(slot);
    return made;
  }

  private mark(slot: number): void {
    const made = this.cells.get(slot);
    if (!made) return;
    const isFree = this.free.has(slot);
    made.setAttribute("aria-selected", String(isFree));
    made.setAttribute("aria-label", fill(this.words.cell, made.dataset.name!, isFree ? this.words.free : this.words.taken));
  }

  private paint(event: PointerEvent): void {
    const first = slotAt(event);
    if (first === null || event.button !== 0) return;
    event.preventDefault();
    const over = new AbortController();
    this.put(first, this.paints);
    this.focus(first);
    window.addEventListener("pointermove", move => {
      const slot = slotAt(move);
      if (slot !== null) this.put(slot, this.paints);
    }, { signal: over.signal });
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => (over.abort(), this.keep()), { signal: over.signal });
  }

  private step(event: KeyboardEvent): void {
    const from = Number((event.target as HTMLElement).dataset.slot ?? NaN);
    if (Number.isNaN(from)) return;
    const sideways = document.documentElement.dir === "rtl" ? -FreeHours.perDay : FreeHours.perDay;
    const by = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -sideways, ArrowRight: sideways }[event.key];
    if (by === undefined && event.key !== " ") return;
    event.preventDefault();
    const to = by === undefined ? from : from + by;
    if (!this.cells.has(to)) return;
    if (by === undefined) this.put(to, !this.free.has(to));
    else if (event.shiftKey) this.put(to, this.free.has(from));
    this.focus(to);
    this.keep();
  }

  private focus(slot: number): void {
    for (const other of this.cells.values()) other.tabIndex = -1;
    const made = this.cells.get(slot)!;
    made.tabIndex = 0;
    made.focus({ preventScroll: true });
  }

  private put(slot: number, isFree: boolean): void {
    this.free.set(slot, isFree);
    this.mark(slot);
  }

  private take(tool: HTMLButtonElement): void {
    this.paints = tool.dataset.tool === "free";
    for (const other of this.root.querySelectorAll("[data-tool]")) other.setAttribute("aria-pressed", String(other === tool));
  }

  private clear(): void {
    this.free.slots.clear();
    for (const slot of this.cells.keys()) this.mark(slot);
    this.keep();
  }

  private keep(): void {
    shelf.setItem(kept, this.free.toString());
    this.show();
  }

  private show(): void {
    const isPainted = this.free.slots.size > 0;
    this.root.querySelector("[data-sum]")!.textContent = isPainted ? fill(this.words.hours, (this.free.minutes / 60).toLocaleString(document.documentElement.lang)) : "";
    const heading = this.list.querySelector<HTMLElement>("h2[data-says]")!;
    heading.dataset.usual ??= heading.textContent!;
    heading.textContent = isPainted ? heading.dataset.says! : heading.dataset.usual;
    const ranked = this.articles.map((article, place) => ({ article, place, share: this.tell(article, isPainted) }));
    if (isPainted) ranked.sort((a, b) => b.share - a.share || a.place - b.place);
    // What has the right place already is not moved, so that nothing loses the focus for nothing.
    ranked.forEach(({ article }, at) => {
      const there = this.list.querySelectorAll("article[data-classes]")[at];
      if (there !== article) this.list.insertBefore(article, there ?? null);
    });
  }

  /** Says at a course how many of its classes fit; gives the share of them. */
  private tell(article: HTMLElement, isPainted: boolean): number {
    const box = article.querySelector<HTMLElement>(".fits")!, line = box.querySelector("p")!;
    const fits = this.free.fits(readClasses(article.dataset.classes!)), count = fits.filter(Boolean).length;
    box.hidden = !isPainted;
    box.classList.toggle("none", fits.length > 0 && count === 0);
    box.querySelector(".segments")!.replaceChildren(...fits.map(isFree => Object.assign(document.createElement("i"), { className: isFree ? "fit" : "late" })));
    if (fits.length === 0) line.textContent = this.words.own;
    else line.textContent = count === fits.length ? this.words.all : count === 0 ? this.words.none : fill(this.words.some, String(count), String(fits.length));
    return fits.length === 0 ? 1 : count / fits.length;
  }
}

function row(cells: HTMLElement[]): HTMLElement {
  const made = document.createElement("div");
  made.setAttribute("role", "row");
  made.append(...cells);
  return made;
}

function cell(role: string, text: string, label?: string): HTMLElement {
  const made = document.createElement("span");
  made.setAttribute("role", role);
  made.textContent = text;
  // A header that the eye does not need is still read aloud.
  if (label && !text) made.append(Object.assign(document.createElement("span"), { className: "out-of-sight", textContent: label }));
  return made;
}

function slotAt(event: PointerEvent): number | null {
  const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-slot]");
  return under ? Number(under.dataset.slot) : null;
}

function fill(text: string, ...values: string[]): string {
  return values.reduce((line, value, at) => line.replace(`{${at}}`, value), text);
}

const root = document.querySelector<HTMLElement>("[data-finder]"), list = document.querySelector<HTMLElement>("[data-found]");
if (root && list) new Finder(root, list);
