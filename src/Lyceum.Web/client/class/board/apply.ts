import type { BoardElement, RoomBoard, SeenEvent } from "../log/events.generated";

export const noBoard: RoomBoard = { isOpen: false, studentsDraw: false, isOwn: false, elements: {} };
export const boardOfBreakout: RoomBoard = { ...noBoard, isOwn: true, studentsDraw: true };

/** The higher version of a thing holds; of two that are equally high, that with the lower nonce. */
export const replaces = (element: Pick<BoardElement, "version" | "nonce">, known: Pick<BoardElement, "version" | "nonce"> | undefined) =>
  !known || element.version > known.version || (element.version === known.version && element.nonce < known.nonce);

/** What is there, with what is newer. */
export function withNewer(elements: RoomBoard["elements"], more: readonly BoardElement[]): RoomBoard["elements"] {
  const newer = more.filter(element => replaces(element, elements[element.id]));
  return newer.length === 0 ? elements : { ...elements, ...Object.fromEntries(newer.map(element => [element.id, element])) };
}

/** The board: the same rules as BoardRules in C#. */
export function applyBoard(board: RoomBoard, { event: e }: SeenEvent): RoomBoard | null {
  switch (e.type) {
    case "boardOpened": return { ...board, isOpen: true };
    case "boardClosed": return { ...board, isOpen: false };
    case "boardAllowed": return { ...board, studentsDraw: e.isAllowed };
    case "boardCleared": return { ...board, elements: {} };
    case "boardChanged": return { ...board, elements: withNewer(board.elements, e.elements) };
    default: return null;
  }
}
