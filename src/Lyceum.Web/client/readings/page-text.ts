// The text of a reading as the school reads it too (PlacesInText.cs): each run of white space is one blank, each formula its TeX.
const around = 40;

interface Piece { node: Node; from: number; at: number[] }

export interface Chosen { quote: string; before: string; after: string; start: number }

export class PageText {
  readonly text: string;
  private readonly pieces: Piece[] = [];

  constructor(root: Element) {
    let text = "";
    const add = (node: Node, letters: string, whole: boolean) => {
      const piece: Piece = { node, from: text.length, at: [] };
      for (let i = 0; i < letters.length; i++) {
        const blank = /\s/.test(letters[i]!);
        if (blank && (text === "" || text.endsWith(" "))) continue;
        text += blank ? " " : letters[i];
        piece.at.push(whole ? -1 : i);
      }
      this.pieces.push(piece);
    };
    const read = (parent: Node) => {
      for (const node of parent.childNodes) {
        if (node instanceof Element && node.classList.contains("place-number")) continue;
        if (node instanceof Element && node.classList.contains("math")) add(node, tex(node), true);
        else if (node instanceof Text) add(node, node.data, false);
        else read(node);
      }
    };
    read(root);
    this.text = text;
  }

  /** What a range covers, without blanks at its ends; a formula is covered whole. Null when it covers nothing. */
  chosen(range: Range): Chosen | null {
    let from = Infinity;
    let to = -1;
    for (const piece of this.pieces) {
      if (piece.at.length === 0 || !range.intersectsNode(piece.node)) continue;
      const first = piece.node === range.startContainer ? range.startOffset : 0;
      const last = piece.node === range.endContainer ? range.endOffset : Infinity;
      piece.at.forEach((at, i) => {
        if (at !== -1 && (at < first || at >= last)) return;
        from = Math.min(from, piece.from + i);
        to = Math.max(to, piece.from + i + 1);
      });
    }
    while (from < to && this.text[from] === " ") from++;
    while (to > from && this.text[to - 1] === " ") to--;
    if (to <= from) return null;
    return { quote: this.text.slice(from, to), before: this.text.slice(Math.max(0, from - around), from), after: this.text.slice(to, to + around), start: from };
  }

  /** The letters of a block: where its text begins and ends in the whole. */
  within(block: Element): { from: number; to: number } | null {
    const inside = this.pieces.filter(piece => piece.at.length > 0 && block.contains(piece.node));
    return inside.length === 0 ? null : { from: inside[0]!.from, to: inside.at(-1)!.from + inside.at(-1)!.at.length };
  }

  range(from: number, to: number): Range {
    const range = document.createRange();
    const [first, last] = [this.pieceAt(from), this.pieceAt(to - 1)];
    if (first.node instanceof Text) range.setStart(first.node, first.at[from - first.from]!);
    else range.setStartBefore(first.node);
    if (last.node instanceof Text) range.setEnd(last.node, last.at[to - 1 - last.from]! + 1);
    else range.setEndAfter(last.node);
    return range;
  }

  private pieceAt(index: number): Piece {
    return this.pieces.find(piece => index >= piece.from && index < piece.from + piece.at.length)!;
  }
}

function tex(formula: Element): string {
  const set = formula.querySelector("annotation");
  return (set ? set.textContent! : formula.textContent!.trim().replace(/^\\[([]|\\[)\]]$/g, "")).trim();
}
