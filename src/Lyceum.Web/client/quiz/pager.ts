/** Which question is the current one, and which page of them shows. A narrow screen shows one at a time: the style sheet decides. */
export class Pager {
  current: HTMLElement;

  constructor(private readonly questions: readonly HTMLElement[], private readonly changed: () => void) {
    const asked = questions.find(question => `#${question.id}` === location.hash);
    this.current = asked ?? questions[0]!;
  }

  get index(): number { return this.questions.indexOf(this.current); }
  get page(): number { return Number(this.current.dataset.page); }
  get pages(): number { return Number(this.questions.at(-1)!.dataset.page); }
  get isNarrow(): boolean { return matchMedia("(max-width: 719px)").matches; }

  /** A focus inside a question makes it current; the page does not move under the finger. */
  mark(question: HTMLElement): void {
    if (question === this.current) return;
    this.current = question;
    this.changed();
  }

  go(question: HTMLElement | undefined): void {
    if (!question) return;
    this.current = question;
    this.changed();
    history.replaceState(null, "", `#${question.id}`);
    const heading = question.querySelector<HTMLElement>("h2");
    heading?.focus({ preventScroll: true });
    const isFirstShown = this.isNarrow || question === this.questions.find(other => other.dataset.page === question.dataset.page);
    scrollTo({ top: isFirstShown ? 0 : question.getBoundingClientRect().top + scrollY - 144 });
  }

  step(by: 1 | -1): void {
    if (this.isNarrow) return this.go(this.questions[this.index + by]);
    this.go(this.questions.find(question => Number(question.dataset.page) === this.page + by));
  }

  canStep(by: 1 | -1): boolean {
    return this.isNarrow ? this.questions[this.index + by] !== undefined : this.page + by >= 1 && this.page + by <= this.pages;
  }
}
