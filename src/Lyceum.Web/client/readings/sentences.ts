/** Where each sentence of a text begins and ends; a point inside a number or an abbreviation without a blank after it ends none. */
export function sentencesOf(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const match of text.matchAll(/\S.*?(?:[.!?…؟。]+["”’»)\]]*(?=\s|$)|$)/gs)) found.push({ from: match.index, to: match.index + match[0].trimEnd().length });
  return found;
}
