import { sayNumbers } from "./numbers";
import type { Pager } from "./pager";
import type { Words } from "./words";

export interface QuestionState { isAnswered: boolean; isFlagged: boolean; onDeviceSince: number | null }

export interface LineState {
  unreachableSince: number | null; refusal: { status: number; message: string } | null; savedAt: number | null;
  isHandingIn: boolean; isTimeUp: boolean; isKept: boolean;
}

/** Writes what is so into the markup that the server sent; it makes no element of its own. */
export class AttemptView {
  private states: QuestionState[] = [];
  private savedAt: number | null;
  private said = "";

  constructor(private readonly root: HTMLElement, private readonly sections: readonly HTMLElement[], private readonly words: Words) {
    this.savedAt = root.dataset.savedAt ? Number(root.dataset.savedAt) : null;
  }

  questions(pager: Pager, states: QuestionState[]): void {
    this.states = states;
    this.sections.forEach((section, i) => {
      section.classList.toggle("on-page", Number(section.dataset.page) === pager.page);
      section.classList.toggle("is-current", section === pager.current);
      section.querySelector("[data-act=flag]")?.setAttribute("aria-pressed", String(states[i]!.isFlagged));
      for (const cell of this.root.querySelectorAll<HTMLElement>(`[data-go="${i + 1}"]`)) this.cell(cell, states[i]!, section === pager.current);
    });
    this.text("count", this.words.say("{0} of {1} answered", this.words.number(states.filter(state => state.isAnswered).length), this.words.number(states.length)));
    this.text("place", this.words.say("{0} of {1}", this.words.number(pager.index + 1), this.words.number(states.length)));
    this.text("page", this.words.say("page {0} of {1}", this.words.number(pager.page), this.words.number(pager.pages)));
    this.step("previous", pager, -1);
    this.step("next", pager, 1);
    this.receipts();
  }

  line(state: LineState): void {
    this.savedAt = Math.max(state.savedAt ?? 0, this.savedAt ?? 0) || null;
    this.receipts();
    const [title, text] = this.notice(state);
    const notice = this.part("line")!;
    notice.hidden = title === "";
    this.text("line-title", title);
    this.text("line-text", text);
    this.root.toggleAttribute("data-unreachable", state.unreachableSince !== null);
    this.part("line-again")!.hidden = state.refusal !== null && state.refusal.status !== 401;
    this.part("line-reload")!.hidden = state.refusal === null;
    for (const button of this.root.querySelectorAll<HTMLButtonElement>("[data-act=hand-in]")) {
      button.disabled = state.isHandingIn && state.refusal === null;
      button.textContent = state.isHandingIn && state.refusal === null ? this.words.say("Handing in …") : this.words.say("Hand in");
    }
    this.say(title ? `${title} ${text}` : "");
  }

  time(now: number, started: number, deadline: number | null): void {
    if (deadline === null) return;
    const left = this.words.left(deadline - now);
    for (const part of this.root.querySelectorAll<HTMLElement>("[data-part=left]")) if (part.textContent !== left) part.textContent = left;
    const gone = Math.min(1, Math.max(0, (now - started) / (deadline - started)));
    for (const bar of this.root.querySelectorAll<HTMLElement>("[data-part=gone]")) bar.style.setProperty("--value", gone.toFixed(3));
    this.root.toggleAttribute("data-hurry", deadline - now < 60_000);
  }

  lock(): void {
    for (const fieldset of this.root.querySelectorAll<HTMLFieldSetElement>("fieldset")) fieldset.disabled = true;
  }

  confirm(): void {
    const open = this.states.flatMap((state, i) => state.isAnswered ? [] : [i + 1]);
    this.text("confirm-text", open.length === 0
      ? this.words.say("Every question is answered.")
      : this.words.say("Not answered yet: {0}.", sayNumbers(open, this.words)));
    (this.part("confirm") as HTMLDialogElement).showModal();
  }

  isAsking(): boolean { return (this.part("confirm") as HTMLDialogElement).open; }

  onConfirmed(run: () => void): void {
    const dialog = this.part("confirm") as HTMLDialogElement;
    dialog.addEventListener("close", () => { if (dialog.returnValue === "yes") run(); dialog.returnValue = ""; });
  }

  closeNavigator(): void {
    const navigator = this.part("navigator");
    if (navigator?.matches(":popover-open")) navigator.hidePopover();
  }

  private notice(state: LineState): [string, string] {
    if (state.refusal) return [this.refused(state.refusal.status), state.refusal.message || this.words.say(state.refusal.status === 410 ? "What had been saved in time is handed in." : "Your answers are kept on this device.")];
    if (state.unreachableSince !== null) {
      const since = this.words.clock(state.unreachableSince);
      return [this.words.say("No connection since {0}.", since), state.isHandingIn
        ? this.words.say("Your answers are kept on this device and handed in when the line is back. Keep this page open, or come back to it.")
        : this.words.say("Your answers are kept on this device and sent when the line is back. Keep going.")];
    }
    if (!state.isKept) return [this.words.say("This browser keeps nothing on the device."), this.words.say("Answers are saved at the school only: wait for the receipt before you close the page.")];
    return ["", ""];
  }

  private refused(status: number): string {
    return status === 401 || status === 403 ? this.words.say("You are signed out.")
      : status === 400 ? this.words.say("The school did not take this.")
      : this.words.say("These answers came too late.");
  }

  private cell(cell: HTMLElement, state: QuestionState, isCurrent: boolean): void {
    cell.classList.toggle("is-answered", state.isAnswered);
    cell.classList.toggle("is-flagged", state.isFlagged);
    cell.classList.toggle("on-device", state.onDeviceSince !== null);
    if (isCurrent) cell.setAttribute("aria-current", "true");
    else cell.removeAttribute("aria-current");
    const what = [
      state.isAnswered ? this.words.say("answered") : this.words.say("not answered"),
      ...state.isFlagged ? [this.words.say("to come back to")] : [],
      ...state.onDeviceSince !== null ? [this.words.say("on this device")] : [],
    ];
    cell.setAttribute("aria-label", `${this.words.say("Question {0}", this.words.number(Number(cell.dataset.go)))}: ${what.join(", ")}`);
  }

  private step(act: "previous" | "next", pager: Pager, by: 1 | -1): void {
    for (const button of this.root.querySelectorAll<HTMLButtonElement>(`[data-act=${act}]`)) {
      button.disabled = !pager.canStep(by);
      const label = button.querySelector("[data-part=page-name]");
      if (label) label.textContent = this.words.say("Page {0}", this.words.number(pager.page + by));
    }
  }

  private receipts(): void {
    const onDevice = this.states.flatMap((state, i) => state.onDeviceSince === null ? [] : [i + 1]);
    const atSchool = this.states.flatMap((state, i) => state.isAnswered && state.onDeviceSince === null ? [i + 1] : []);
    const latest = Math.max(...this.states.map(state => state.onDeviceSince ?? 0));
    this.receipt("school", atSchool, this.savedAt === null ? "" : this.words.say("Saved at the school, {0}", this.words.clockWithSeconds(this.savedAt)));
    this.receipt("device", onDevice, this.words.say("On this device, {0}", this.words.clockWithSeconds(latest)));
    this.text("on-device", onDevice.length === 0 ? "" : this.words.say(onDevice.length === 1 ? "1 answer on this device" : "{0} answers on this device", this.words.number(onDevice.length)));
    this.part("on-device-line")?.toggleAttribute("hidden", onDevice.length === 0);
    this.part("no-receipt")?.toggleAttribute("hidden", onDevice.length + atSchool.length > 0);
  }

  private receipt(which: "school" | "device", numbers: number[], when: string): void {
    const item = this.root.querySelector<HTMLElement>(`[data-receipt=${which}]`)!;
    item.hidden = numbers.length === 0;
    const key = numbers.length === 1 ? "Question {0}" : "Questions {0}";
    item.querySelector("[data-part=what]")!.textContent = this.words.say(key, sayNumbers(numbers, this.words));
    item.querySelector("[data-part=when]")!.textContent = when;
  }

  // A live region that is written again with the same words is read again: only news is said.
  private say(text: string): void {
    if (text === this.said) return;
    this.said = text;
    this.text("said", text);
  }

  private part(name: string): HTMLElement | null { return this.root.querySelector<HTMLElement>(`[data-part=${name}]`); }

  private text(name: string, text: string): void {
    for (const part of this.root.querySelectorAll<HTMLElement>(`[data-part=${name}]`)) if (part.textContent !== text) part.textContent = text;
  }
}
