/** A number that is typed digit by digit: complete once no further digit fits, or once nothing more is typed for a while. */
export class Digits {
  private typed = "";
  private waiting = 0;

  constructor(
    private readonly largest: () => number,
    private readonly complete: (number: number) => void,
    private readonly patience = 700,
  ) {}

  /** Whether the key was a digit of a number that there is. */
  type(key: string): boolean {
    if (!/^[0-9]$/.test(key)) return false;
    const next = this.typed + key;
    if (Number(next) > this.largest()) return false;
    clearTimeout(this.waiting);
    this.typed = next;
    if (Number(next) * 10 > this.largest() || next === "0") this.finish();
    else this.waiting = setTimeout(() => this.finish(), this.patience) as unknown as number;
    return true;
  }

  clear(): void {
    clearTimeout(this.waiting);
    this.typed = "";
  }

  private finish(): void {
    const number = Number(this.typed);
    this.clear();
    this.complete(number);
  }
}
