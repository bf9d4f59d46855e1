import { replaces } from "./apply";
import type { BoardElement } from "../log/events.generated";

/** What of Excalidraw's elements matters on the way; the rest travels as it is. */
export interface Drawn { readonly id: string; readonly version: number; readonly versionNonce: number; readonly isDeleted: boolean }

const decimals = (_: string, value: unknown) => typeof value === "number" && !Number.isInteger(value) ? Math.round(value * 1000) / 1000 : value;

/** As the school keeps it: numbers of a thousandth, no links, and of what was deleted only that it was. */
export const toSchool = (element: Drawn): BoardElement => ({
  id: element.id, version: element.version, nonce: element.versionNonce,
  data: element.isDeleted ? "" : JSON.stringify({ ...element, link: null, customData: undefined }, decimals),
});

/** As Excalidraw has it; what was deleted keeps the looks that are known of it. */
export function fromSchool(element: BoardElement, known: Drawn | undefined): Drawn | null {
  if (element.data !== "") return JSON.parse(element.data) as Drawn;
  return known ? { ...known, isDeleted: true, version: element.version, versionNonce: element.nonce } : null;
}

/** What somebody drew and the school does not know: what they are still at goes as a draft, the rest to stay. */
export class Changes {
  private known = new Map<string, { version: number; nonce: number }>();
  private drafted = new Map<string, number>();

  /** The school has this, or it is on the way to it. */
  learn(elements: Iterable<BoardElement>) {
    for (const element of elements) if (replaces(element, this.known.get(element.id))) this.known.set(element.id, element);
  }

  forget(ids: Iterable<string>) { for (const id of ids) this.known.delete(id); }

  take(elements: readonly Drawn[], isAtIt: (id: string) => boolean): { done: BoardElement[]; drafts: BoardElement[] } {
    const fresh = elements.filter(e => (this.known.has(e.id) || !e.isDeleted) && replaces({ version: e.version, nonce: e.versionNonce }, this.known.get(e.id)));
    const done = fresh.filter(e => !isAtIt(e.id)).map(toSchool);
    const drafts = fresh.filter(e => isAtIt(e.id) && this.drafted.get(e.id) !== e.version);
    this.learn(done);
    for (const e of drafts) this.drafted.set(e.id, e.version);
    return { done, drafts: drafts.map(toSchool) };
  }
}

const mostAtOnce = 200;
const longestChange = 150_000;

/** In portions that the school takes. */
export function portions(elements: readonly BoardElement[]): BoardElement[][] {
  const all: BoardElement[][] = [];
  let length = Infinity;
  for (const element of elements) {
    if (length + element.data.length > longestChange || all.at(-1)!.length >= mostAtOnce) {
      all.push([]);
      length = 0;
    }
    all.at(-1)!.push(element);
    length += element.data.length;
  }
  return all;
}
