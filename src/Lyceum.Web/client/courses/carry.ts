/**
 * One item of a list while it is picked up. The others move around it, so that the element that has the focus and the pointer
 * stays in the document all the time.
 */
export class Carry {
  readonly start: number;

  constructor(
    readonly list: HTMLElement,
    readonly item: HTMLElement,
  ) {
    this.start = this.place;
    item.classList.add("is-carried");
  }

  get size(): number {
    return this.items.length;
  }

  get place(): number {
    return this.items.indexOf(this.item);
  }

  get hasMoved(): boolean {
    return this.place !== this.start;
  }

  to(place: number): void {
    const wanted = Math.max(0, Math.min(place, this.size - 1));
    while (this.place > wanted) this.item.after(this.items[this.place - 1]!);
    while (this.place < wanted) this.item.before(this.items[this.place + 1]!);
  }

  /** Where a pointer at this height wants the item: after every other item whose middle lies above it. */
  toHeight(y: number): void {
    const others = this.items.filter(other => other !== this.item);
    this.to(others.filter(other => middleOf(other) < y).length);
  }

  drop(): void {
    this.item.classList.remove("is-carried");
  }

  putBack(): void {
    this.to(this.start);
    this.drop();
  }

  private get items(): HTMLElement[] {
    return [...this.list.children] as HTMLElement[];
  }
}

function middleOf(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
