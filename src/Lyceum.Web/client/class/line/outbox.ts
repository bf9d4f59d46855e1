import type { Shelf } from "../../shared/shelf";

/** What the outbox needs of a command: a key by which the server knows a retry from a second wish. */
export interface Keyed { readonly key: string }

/** `done` and `refused` are answers and end the command; a thrown error means no answer came, and it is sent again. */
export type Answer = { kind: "done" } | { kind: "refused"; message: string };

/**
 * Commands wait here, in order, until the school has answered each; they are kept on the device meanwhile, so that
 * a lost line, a closed tab or a restarted server loses none and doubles none.
 */
export class Outbox<C extends Keyed> {
  private waiting: C[];
  private isPumping = false;
  private send: ((command: C) => Promise<Answer>) | null = null;

  constructor(
    private readonly name: string,
    private readonly shelf: Shelf,
    private readonly onAnswer: (command: C, answer: Answer) => void,
    private readonly onChange: () => void = () => {},
  ) {
    this.waiting = read<C>(shelf, name);
  }

  get pending(): readonly C[] { return this.waiting; }

  add(command: C) {
    this.keep([...this.waiting, command]);
    void this.pump();
  }

  /** A line is up: everything that waits goes out again, oldest first. */
  open(send: (command: C) => Promise<Answer>) {
    this.send = send;
    void this.pump();
  }

  close() { this.send = null; }

  private async pump() {
    if (this.isPumping) return;
    this.isPumping = true;
    while (this.send && this.waiting.length > 0) {
      const { send } = this;
      const first = this.waiting[0]!;
      try {
        const answer = await send(first);
        this.keep(this.waiting.filter(c => c.key !== first.key));
        this.onAnswer(first, answer);
      } catch {
        // No answer: it goes out again over the next line, which may already be up.
        if (this.send === send) this.send = null;
      }
    }
    this.isPumping = false;
  }

  private keep(commands: C[]) {
    this.waiting = commands;
    try {
      if (commands.length > 0) this.shelf.setItem(this.name, JSON.stringify(commands));
      else this.shelf.removeItem(this.name);
    } catch { /* A full or forbidden store: the commands still wait in memory. */ }
    this.onChange();
  }
}

function read<C>(shelf: Shelf, name: string): C[] {
  try {
    return JSON.parse(shelf.getItem(name) ?? "[]") as C[];
  } catch {
    return [];
  }
}
