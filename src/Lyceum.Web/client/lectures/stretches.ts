export interface Stretch { fromMs: number; untilMs: number }

/** Distinct stretches of a timeline, sorted and apart; what overlaps or touches is one. */
export class Stretches {
  readonly all: readonly Stretch[];

  constructor(stretches: readonly Stretch[]) {
    const joined: Stretch[] = [];
    for (const next of [...stretches].filter(one => one.untilMs > one.fromMs).sort((a, b) => a.fromMs - b.fromMs)) {
      const last = joined.at(-1);
      if (last && next.fromMs <= last.untilMs) last.untilMs = Math.max(last.untilMs, next.untilMs);
      else joined.push({ ...next });
    }
    this.all = joined;
  }

  get isEmpty(): boolean { return this.all.length === 0; }
  get totalMs(): number { return this.all.reduce((sum, one) => sum + one.untilMs - one.fromMs, 0); }
  with(stretch: Stretch): Stretches { return new Stretches([...this.all, stretch]); }
  withAll(more: readonly Stretch[]): Stretches { return new Stretches([...this.all, ...more]); }
}
