/** A tab is a device: it keeps its name when it is reloaded. */
export function deviceName(): string {
  const key = "lyceum.room.device";
  try {
    const known = sessionStorage.getItem(key);
    if (known) return known;
    const made = newName();
    sessionStorage.setItem(key, made);
    return made;
  } catch {
    return newName();
  }
}

const newName = () => [...crypto.getRandomValues(new Uint8Array(12))].map(octet => octet.toString(16).padStart(2, "0")).join("");
