/** The page's own strings, in its language: keys are the English sentences, {0} {1} are filled in. */
export class Words {
  private readonly lists: Intl.ListFormat;
  private readonly numbers: Intl.NumberFormat;
  private readonly clocks: Intl.DateTimeFormat;
  private readonly seconds: Intl.DateTimeFormat;

  constructor(private readonly texts: Record<string, string>, language: string, zone: string) {
    this.lists = new Intl.ListFormat(language, { type: "conjunction" });
    this.numbers = new Intl.NumberFormat(language);
    const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
    this.clocks = new Intl.DateTimeFormat(language, clock);
    this.seconds = new Intl.DateTimeFormat(language, { ...clock, second: "2-digit" });
  }

  say(key: string, ...values: string[]): string {
    return (this.texts[key] ?? key).replace(/\{(\d)\}/g, (whole, index: string) => values[Number(index)] ?? whole);
  }

  number(value: number): string { return this.numbers.format(value); }
  list(parts: string[]): string { return this.lists.format(parts); }
  clock(at: number): string { return this.clocks.format(at); }
  clockWithSeconds(at: number): string { return this.seconds.format(at); }

  /** 18:42, or 1:18:42 from an hour up; never below zero. */
  left(ms: number): string {
    const total = Math.max(0, Math.ceil(ms / 1000));
    const pad = (value: number) => this.numbers.format(value).padStart(2, this.numbers.format(0));
    const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
    return hours > 0 ? `${this.number(hours)}:${pad(minutes)}:${pad(seconds)}` : `${pad(minutes)}:${pad(seconds)}`;
  }
}
