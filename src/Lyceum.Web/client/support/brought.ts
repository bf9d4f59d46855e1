import type { OwnSource } from "./own-devices";

const name = "lyceum.lobby.brings";

/** What was on in the lobby is on in the room, once: whoever comes in by another way comes in silent. */
export function bring(sources: OwnSource[]) {
  try {
    sessionStorage.setItem(name, JSON.stringify(sources));
  } catch { /* Then it is turned on in the room. */ }
}

export function brought(): OwnSource[] {
  try {
    const sources = JSON.parse(sessionStorage.getItem(name) ?? "[]") as OwnSource[];
    sessionStorage.removeItem(name);
    return sources;
  } catch {
    return [];
  }
}
