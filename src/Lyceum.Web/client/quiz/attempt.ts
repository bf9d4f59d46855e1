import { isEmpty, readAnswer, writeAnswer } from "./answers";
import { Courier } from "./courier";
import { Journal } from "./journal";
import { Pager } from "./pager";
import { postTo, sendWhileLeaving } from "./post";
import { ServerClock } from "./serverClock";
import { AttemptView } from "./view";
import { Words } from "./words";

/**
 * Stands around the attempt's own form, which works without it. Every keystroke and choice goes into the journal first, then to the
 * school in bursts; the server's clock rules.
 */
export class QuizAttempt extends HTMLElement {
  private journal!: Journal;
  private courier!: Courier;
  private clock!: ServerClock;
  private pager!: Pager;
  private view!: AttemptView;
  private questions: HTMLElement[] = [];
  private sequences: Record<string, number> = {};

  connectedCallback(): void {
    this.questions = [...this.querySelectorAll<HTMLElement>("[data-question]")];
    for (const question of this.questions) this.sequences[question.dataset.question!] = Number(question.dataset.sequence ?? 0);
    const texts = JSON.parse(this.querySelector("script.words")!.textContent!) as Record<string, string>;
    const words = new Words(texts, this.dataset.language!, this.dataset.zone!);
    const ids = Object.keys(this.sequences);
    const urls = { answers: this.dataset.answers!, submission: this.dataset.submission! };
    this.clock = new ServerClock(Number(this.dataset.now));
    this.journal = new Journal(this.dataset.attempt!, storage());
    this.courier = new Courier(ids, this.journal, this.clock, postTo(urls, this.clock), () => this.onReply(), {
      set: (run, ms) => window.setTimeout(run, ms), clear: id => window.clearTimeout(id),
    });
    this.pager = new Pager(this.questions, () => this.show());
    this.view = new AttemptView(this, this.questions, words);
    this.takeUp();
    this.listen();
    this.show();
    this.tick();
    window.setInterval(() => this.tick(), 250);
  }

  /** What an earlier visit left on this device goes back into the form and on to the school. */
  private takeUp(): void {
    this.journal.acknowledge(this.sequences);
    for (const question of this.questions) {
      const entry = this.journal.read(question.dataset.question!);
      if (entry) writeAnswer(question, entry.answer);
    }
    if (this.journal.pending(Object.keys(this.sequences)).length > 0 || this.journal.wantsHandIn()) this.courier.nudge();
  }

  private listen(): void {
    this.addEventListener("input", event => this.onInput(event));
    this.addEventListener("focusin", event => { const question = questionOf(event.target); if (question) this.pager.mark(question); });
    this.addEventListener("click", event => this.onClick(event));
    document.addEventListener("keydown", event => this.onKey(event));
    this.querySelector("form")!.addEventListener("submit", event => { event.preventDefault(); this.view.confirm(); });
    this.view.onConfirmed(() => this.handIn());
    window.addEventListener("online", () => void this.courier.tryNow());
    window.addEventListener("pagehide", () => this.leave());
    matchMedia("(max-width: 719px)").addEventListener("change", () => this.show());
  }

  private onInput(event: Event): void {
    const question = questionOf(event.target);
    if (!question || this.isTimeUp()) return;
    const id = question.dataset.question!;
    const entry = this.journal.write(id, readAnswer(question), this.clock.now(), this.sequences[id] ?? 0);
    this.sequences[id] = entry.sequence;
    this.pager.mark(question);
    this.courier.nudge();
    this.show();
  }

  private onClick(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-act], [data-go]");
    if (!button) return;
    const to = button.dataset.go;
    if (to) { event.preventDefault(); this.view.closeNavigator(); return this.pager.go(this.questions[Number(to) - 1]); }
    switch (button.dataset.act) {
      case "flag": return this.flag(questionOf(button)!);
      case "previous": return this.pager.step(-1);
      case "next": return this.pager.step(1);
      case "try": return void this.courier.tryNow();
    }
  }

  /** 1 to 9 take a choice of the current question, unless something is being typed. */
  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key) || isTyping(event.target) || this.isTimeUp() || this.view.isAsking()) return;
    const option = this.pager.current.querySelectorAll<HTMLInputElement>("input[type=radio], input[type=checkbox]")[Number(event.key) - 1];
    if (!option) return;
    event.preventDefault();
    option.focus();
    option.click();
  }

  private flag(question: HTMLElement): void {
    const flags = this.journal.flags();
    const id = question.dataset.question!;
    if (!flags.delete(id)) flags.add(id);
    this.journal.keepFlags(flags);
    this.show();
  }

  private handIn(): void {
    this.journal.wantHandIn(this.clock.now());
    void this.courier.tryNow();
    this.show();
  }

  private onReply(): void {
    for (const [id, sequence] of Object.entries(this.courier.last?.saved ?? {})) this.sequences[id] = Math.max(this.sequences[id] ?? 0, sequence);
    const last = this.courier.last;
    if (!last?.handedInAt || !last.result || this.courier.refusal) return this.show();
    const tooLate = !this.hasArrived();
    this.journal.forget(Object.keys(this.sequences));
    if (tooLate) this.view.lock();
    else location.assign(last.result);
    this.courier.refusal = tooLate ? { status: 410, message: "" } : null;
    this.show();
  }

  private hasArrived(): boolean { return this.journal.pending(Object.keys(this.sequences)).length === 0; }

  private isTimeUp(): boolean { return this.dataset.deadline !== undefined && this.clock.now() >= Number(this.dataset.deadline); }

  private tick(): void {
    const deadline = this.dataset.deadline === undefined ? null : Number(this.dataset.deadline);
    this.view.time(this.clock.now(), Number(this.dataset.started), deadline);
    if (!this.isTimeUp() || this.hasAttribute("data-over")) return;
    this.toggleAttribute("data-over", true);
    this.view.lock();
    this.handIn();
  }

  private leave(): void {
    const pending = this.journal.pending(Object.keys(this.sequences));
    if (pending.length === 0 || !this.courier.isOpen) return;
    sendWhileLeaving(this.dataset.answers!, { answers: pending.map(([question, entry]) => ({ question, ...entry })) });
  }

  private show(): void {
    const flags = this.journal.flags();
    this.view.questions(this.pager, this.questions.map(question => ({
      isAnswered: !isEmpty(readAnswer(question)),
      isFlagged: flags.has(question.dataset.question!),
      onDeviceSince: this.journal.read(question.dataset.question!)?.journaledAt ?? null,
    })));
    this.view.line({
      unreachableSince: this.courier.unreachableSince, refusal: this.courier.refusal, savedAt: this.courier.last?.savedAt ?? null,
      isHandingIn: this.journal.wantsHandIn(), isTimeUp: this.isTimeUp(), isKept: this.journal.isKept,
    });
  }
}

const questionOf = (target: EventTarget | null): HTMLElement | null => (target as Element | null)?.closest<HTMLElement>("[data-question]") ?? null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("textarea, select, input:not([type=radio], [type=checkbox])");

function storage(): Storage | null {
  try { return window.localStorage; } catch { return null; }
}
