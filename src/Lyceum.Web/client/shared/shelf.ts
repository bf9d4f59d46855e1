/** A place on the device for small things, by name. */
export interface Shelf { getItem(name: string): string | null; setItem(name: string, value: string): void; removeItem(name: string): void }

/**
 * The browser's own store, or this page's memory where the browser keeps it shut: in a private window, or with storage forbidden,
 * touching localStorage already throws.
 */
export function openShelf(browser: () => Shelf = () => localStorage): Shelf {
  const memory = new Map<string, string>();
  const trying = <T>(ask: (shelf: Shelf) => T, otherwise: () => T): T => {
    try {
      return ask(browser());
    } catch {
      return otherwise();
    }
  };
  return {
    getItem: name => memory.get(name) ?? trying(shelf => shelf.getItem(name), () => null),
    setItem(name, value) {
      trying(shelf => { shelf.setItem(name, value); memory.delete(name); }, () => void memory.set(name, value));
    },
    removeItem(name) {
      memory.delete(name);
      trying(shelf => shelf.removeItem(name), () => {});
    },
  };
}
