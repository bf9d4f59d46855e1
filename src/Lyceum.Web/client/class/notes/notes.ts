import type { Shelf } from "../../shared/shelf";
import type { Offset } from "../log/offset";
import { Outbox, type Answer, type Keyed } from "../line/outbox";
import { t } from "../words";

/** As the school keeps it; one without text is taken away. */
export interface WrittenNote { id: string; offsetMs: Offset; text: string | null }

interface NoteWish extends Keyed { readonly note: WrittenNote }

/** Where one's notes are kept at the school. */
export interface NoteShelf { read(): Promise<WrittenNote[]>; keep(note: WrittenNote): Promise<Answer> }

/** One's own notes of a class: what the school has, and over it what still waits on this device. */
export class Notes {
  private kept: WrittenNote[] = [];
  private isRead = false;
  private isOpen = false;
  private readonly outbox: Outbox<NoteWish>;

  constructor(name: string, shelf: Shelf, private readonly school: NoteShelf, private readonly changed: () => void, refused: (message: string) => void) {
    this.outbox = new Outbox(name, shelf, ({ note }, answer) => {
      if (answer.kind === "refused") refused(answer.message);
      else this.kept = over(this.kept, note);
    }, changed);
  }

  get all(): WrittenNote[] {
    return this.outbox.pending.reduce((notes, { note }) => over(notes, note), this.kept).sort((a, b) => a.offsetMs - b.offsetMs);
  }

  isWaiting(id: string) { return this.outbox.pending.some(wish => wish.note.id === id); }

  /** The line is up, or not: what waits goes out, and what the school has is read once. */
  follow(isOpen: boolean) {
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    if (!isOpen) {
      this.outbox.close();
      return;
    }
    this.outbox.open(({ note }) => this.school.keep(note));
    if (!this.isRead) void this.read();
  }

  write(text: string, offsetMs: Offset) { this.wish({ id: newId(), offsetMs: Math.floor(offsetMs), text }); }

  remove(note: WrittenNote) { this.wish({ ...note, text: null }); }

  private wish(note: WrittenNote) { this.outbox.add({ key: `${note.id}${note.text === null ? "-" : "+"}`, note }); }

  private async read() {
    try {
      const notes = await this.school.read();
      this.isRead = true;
      this.kept = this.kept.reduce(over, notes);
      this.changed();
    } catch { /* Read again when the line is next up. */ }
  }
}

const over = (notes: WrittenNote[], note: WrittenNote) => [...notes.filter(n => n.id !== note.id), ...note.text === null ? [] : [note]];

/** randomUUID is kept from pages without TLS. */
function newId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(octet => octet.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export const schoolNotes = (url: string): NoteShelf => ({
  async read() {
    const answer = await fetch(url, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`The notes answered ${answer.status}.`);
    return await answer.json() as WrittenNote[];
  },
  async keep(note) {
    const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json", RequestVerificationToken: token }, body: JSON.stringify(note) });
    if (answer.ok) return { kind: "done" };
    if (answer.status >= 500 || answer.status === 429) throw new Error(`The notes answered ${answer.status}.`);
    const problem = await answer.json().catch(() => ({})) as { title?: string };
    return { kind: "refused", message: problem.title ?? t("The note was not taken.") };
  },
});
