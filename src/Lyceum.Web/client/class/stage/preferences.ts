import type { Shelf } from "../../shared/shelf";
import type { Verbosity } from "../talk/news";

/** What somebody chose for every class, on this device. */
export interface Preferences { verbosity: Verbosity; singleKeys: boolean }

const name = "lyceum.room.preferences";
const usual: Preferences = { verbosity: "some", singleKeys: true };

export function readPreferences(shelf: Shelf): Preferences {
  try {
    return { ...usual, ...JSON.parse(shelf.getItem(name) ?? "{}") as Partial<Preferences> };
  } catch {
    return usual;
  }
}

export const keepPreferences = (shelf: Shelf, preferences: Preferences) => shelf.setItem(name, JSON.stringify(preferences));
