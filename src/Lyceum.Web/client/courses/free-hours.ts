/** Half hours of a usual week, Monday first: day * 48 + half hour of the day, on the clock of whoever reads. */
export class FreeHours {
  static readonly perDay = 48;
  static readonly perWeek = 7 * 48;

  constructor(readonly slots: Set<number> = new Set()) {}

  get minutes(): number {
    return this.slots.size * 30;
  }

  set(slot: number, isFree: boolean): void {
    if (isFree) this.slots.add(slot);
    else this.slots.delete(slot);
  }

  has(slot: number): boolean {
    return this.slots.has(slot);
  }

  /** Whether one is free from the first minute of a class to the last. */
  holds(startsAt: Date, minutes: number): boolean {
    // By steps of real time: through a change of clocks the half hours do not follow one another, and zones differ by quarters.
    const last = startsAt.getTime() + minutes * 60_000 - 1;
    for (let at = startsAt.getTime(); at < last; at += 15 * 60_000) if (!this.slots.has(slotOf(new Date(at)))) return false;
    return this.slots.has(slotOf(new Date(last)));
  }

  /** Which of the classes one could attend, in the section in which it is most of them. */
  fits(sections: readonly (readonly LiveClass[])[]): boolean[] {
    const share = (fits: readonly boolean[]) => fits.length === 0 ? 1 : fits.filter(Boolean).length / fits.length;
    return sections.map(classes => classes.map(one => this.holds(one.startsAt, one.minutes))).reduce((best, next) => share(next) > share(best) ? next : best);
  }

  toString(): string {
    return [...this.slots].sort((a, b) => a - b).join(" ");
  }

  static parse(text: string | null): FreeHours {
    const slots = (text ?? "").split(" ").filter(Boolean).map(Number);
    return new FreeHours(new Set(slots.filter(slot => Number.isInteger(slot) && slot >= 0 && slot < FreeHours.perWeek)));
  }
}

export interface LiveClass {
  startsAt: Date;
  minutes: number;
}

/** "1764003600:75 1764608400:75 | 1764090000:75": seconds since 1970 and minutes, the sections parted by "|". */
export function readClasses(text: string): LiveClass[][] {
  return text.split("|").map(section => section.split(" ").filter(Boolean).map(one => {
    const [seconds, minutes] = one.split(":").map(Number);
    return { startsAt: new Date(seconds! * 1000), minutes: minutes! };
  }));
}

export function slotOf(at: Date): number {
  return ((at.getDay() + 6) % 7) * FreeHours.perDay + at.getHours() * 2 + (at.getMinutes() >= 30 ? 1 : 0);
}
