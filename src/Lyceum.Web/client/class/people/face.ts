import { html } from "lit";

/** As the server has them (Hues.cs), so that a person looks the same on every page. */
export const hues = ["blue", "amber", "teal", "plum", "green", "red", "violet", "orange", "sky", "olive"];
const titles = /^(dr|prof|mr|mrs|ms)\.?$/i;

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => word && !titles.test(word));
  const first = (word: string) => [...word][0]!.toUpperCase();
  if (words.length === 0) return "?";
  return words.length === 1 ? first(words[0]!) : first(words[0]!) + first(words.at(-1)!);
}

/** FNV-1a over the name in UTF-8. */
export function hueOf(name: string): string {
  let hash = 2166136261;
  for (const octet of new TextEncoder().encode(name)) hash = Math.imul(hash ^ octet, 16777619) >>> 0;
  return hues[hash % hues.length]!;
}

/** In the course's own hue: whose class it is. */
export const presenterFace = (name: string) => html`<span class="room-face" aria-hidden="true">${initials(name)}</span>`;

export const face = (name: string) => html`<span class="room-face hue-${hueOf(name)}" aria-hidden="true">${initials(name)}</span>`;
