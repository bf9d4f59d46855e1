import type * as Yjs from "yjs";
import type { Shelf } from "../../shared/shelf";
import { Outbox, type Answer, type Keyed } from "../line/outbox";
import type { Edit, Step } from "./edits";

/** What lies after a sequence, in order, in base 64. */
export interface MissedNotes { through: number; updates: string[] }

export interface SharedWire { read(after: number): Promise<MissedNotes>; write(update: string): Promise<Answer> }

interface WrittenNotes extends Keyed { readonly update: string }

export interface SharedListener { changed(steps: readonly Step[] | null): void; refused(message: string): void }

const sendAfter = 400;
const mostAtOnce = 8_000;
const fromSchool = "school";

/**
 * The notes that a class writes together. What is typed goes into a document of Yjs on this device and waits in an outbox for the line; what others
 * typed is read in the order of the school. So who writes without a line loses nothing, and nobody waits for anybody.
 */
export class SharedNotes {
  private yjs: typeof Yjs | null = null;
  private doc: Yjs.Doc | null = null;
  private through = 0;
  private fresh: Uint8Array[] = [];
  private timer = 0;
  private isOpen = false;
  private isReading = false;
  private asksAgain = false;
  private readonly outbox: Outbox<WrittenNotes>;

  constructor(name: string, shelf: Shelf, private readonly wire: SharedWire, private readonly listener: SharedListener) {
    this.outbox = new Outbox(name, shelf, (_, answer) => this.answered(answer), () => this.listener.changed(null));
  }

  /** Null until they have been read for the first time. */
  get value(): string | null { return this.doc?.getText("notes").toString() ?? null; }
  get isWaiting() { return this.fresh.length > 0 || this.outbox.pending.length > 0; }

  /** The line is up, or not. */
  follow(isOpen: boolean) {
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    if (!isOpen) {
      this.outbox.close();
      return;
    }
    this.outbox.open(({ update }) => this.wire.write(update));
    if (this.doc) void this.catchUp();
  }

  /** Somebody wants to see them: only now Yjs comes. */
  async begin() {
    if (this.yjs) return;
    this.yjs = await import("yjs");
    this.renew();
    await this.catchUp();
  }

  /** At most so much comes at once; the rest of what was pasted is left out. */
  edit({ at, gone, came }: Edit) {
    const text = this.doc?.getText("notes");
    if (!text) return;
    this.doc!.transact(() => {
      if (gone > 0) text.delete(at, gone);
      if (came) text.insert(at, came.slice(0, mostAtOnce));
    });
  }

  /** The school has something up to this sequence. */
  heard(sequence: number) { if (this.doc && sequence > this.through) void this.catchUp(); }

  /** Reads what others wrote; asked again meanwhile, it reads once more. */
  async catchUp() {
    if (!this.isOpen || !this.doc) return;
    this.asksAgain = true;
    if (this.isReading) return;
    this.isReading = true;
    try {
      while (this.asksAgain) {
        this.asksAgain = false;
        const doc: Yjs.Doc = this.doc;
        const missed = await this.wire.read(this.through);
        if (doc !== this.doc) continue;
        for (const update of missed.updates) this.yjs!.applyUpdate(doc, fromBase64(update), fromSchool);
        this.through = missed.through;
      }
      this.listener.changed(null);
    } catch { /* Read again with the next word from the school. */ }
    this.isReading = false;
  }

  /** What was typed goes out now. */
  flush() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.yjs || this.fresh.length === 0) return;
    const update = toBase64(this.yjs.mergeUpdates(this.fresh));
    this.fresh = [];
    this.outbox.add({ key: newKey(), update });
  }

  private renew() {
    const doc = new this.yjs!.Doc();
    [this.doc, this.through, this.fresh] = [doc, 0, []];
    for (const { update } of this.outbox.pending) this.yjs!.applyUpdate(doc, fromBase64(update), fromSchool);
    doc.getText("notes").observe((event, transaction) => this.listener.changed(transaction.origin === fromSchool ? event.delta as Step[] : null));
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === fromSchool || doc !== this.doc) return;
      this.fresh.push(update);
      this.timer ||= window.setTimeout(() => this.flush(), sendAfter);
    });
  }

  /** What the school did not take cannot stay here either: the notes are read anew. */
  private answered(answer: Answer) {
    if (answer.kind === "done") return;
    this.listener.refused(answer.message);
    this.renew();
    this.listener.changed(null);
    void this.catchUp();
  }
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(octet => octet.toString(16).padStart(2, "0")).join("");
