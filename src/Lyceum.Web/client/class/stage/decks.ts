/** A PDF of the course that whoever leads can show. */
export interface DeckChoice { id: string; name: string }

/** The slides that can be shown, asked for each time that somebody is about to choose: the library changes, and so does who leads. */
export class Decks {
  choices: readonly DeckChoice[] | null = null;

  constructor(private readonly read: () => Promise<DeckChoice[]>, private readonly changed: () => void, private readonly failed: () => void) {}

  async ask() {
    try {
      this.choices = await this.read();
      this.changed();
    } catch {
      this.failed();
    }
  }
}
