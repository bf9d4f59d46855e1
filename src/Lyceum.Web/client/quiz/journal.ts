import type { Answer } from "./answers";

/** An answer kept on this device. Times are milliseconds of the server's clock, as well as the device knows it. */
export interface Entry { answer: Answer; sequence: number; journaledAt: number }

/**
 * What this device has and the school may not have yet. Every entry is a storage key of its own, written before anything is sent
 * and removed when the school has acknowledged exactly that entry: two tabs never overwrite each other's answers.
 */
export class Journal {
  private readonly memory = new Map<string, string>();
  private readonly prefix: string;

  constructor(attemptId: string, private readonly storage: Storage | null) {
    this.prefix = `lyceum.quiz.${attemptId}.`;
  }

  /** False when the browser keeps nothing: answers then live only as long as the tab. */
  isKept = true;

  write(question: string, answer: Answer, now: number, lastKnown: number): Entry {
    const last = Math.max(lastKnown, this.read(question)?.sequence ?? 0);
    const entry = { answer, sequence: Math.max(last + 1, Math.floor(now)), journaledAt: Math.floor(now) };
    this.set(`answer.${question}`, JSON.stringify(entry));
    return entry;
  }

  read(question: string): Entry | null {
    return this.parse<Entry>(`answer.${question}`);
  }

  /** Forgets the entries that the school has, by its sequence numbers. */
  acknowledge(saved: Record<string, number>): void {
    for (const [question, sequence] of Object.entries(saved)) {
      const entry = this.read(question);
      if (entry && entry.sequence <= sequence) this.remove(`answer.${question}`);
    }
  }

  pending(questions: readonly string[]): [string, Entry][] {
    return questions.map(question => [question, this.read(question)] as const)
      .filter((pair): pair is [string, Entry] => pair[1] !== null);
  }

  /** The student wants to hand in: kept too, so that a closed tab does not undo the decision. */
  wantsHandIn(): boolean { return this.get("hand-in") !== null; }
  wantHandIn(now: number): void { this.set("hand-in", String(Math.floor(now))); }
  dropHandIn(): void { this.remove("hand-in"); }

  flags(): Set<string> { return new Set(this.parse<string[]>("flags") ?? []); }
  keepFlags(flags: ReadonlySet<string>): void { this.set("flags", JSON.stringify([...flags])); }

  forget(questions: readonly string[]): void {
    for (const question of questions) this.remove(`answer.${question}`);
    this.remove("hand-in");
    this.remove("flags");
  }

  private parse<T>(key: string): T | null {
    const text = this.get(key);
    if (text === null) return null;
    try { return JSON.parse(text) as T; }
    catch { this.remove(key); return null; }
  }

  private get(key: string): string | null {
    return this.memory.get(key) ?? this.storage?.getItem(this.prefix + key) ?? null;
  }

  private set(key: string, value: string): void {
    try {
      if (!this.storage) throw new Error("no storage");
      this.storage.setItem(this.prefix + key, value);
      this.memory.delete(key);
    } catch {
      this.isKept = false;
      this.memory.set(key, value);
    }
  }

  private remove(key: string): void {
    this.memory.delete(key);
    this.storage?.removeItem(this.prefix + key);
  }
}
