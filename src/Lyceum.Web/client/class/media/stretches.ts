/** Stretches lie in pairs, from and until. */
export function speaksAt(stretches: readonly number[], at: number): boolean {
  for (let i = 0; i + 1 < stretches.length; i += 2) {
    if (stretches[i]! > at) return false;
    if (at < stretches[i + 1]!) return true;
  }
  return false;
}
