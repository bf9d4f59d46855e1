import { html, type TemplateResult } from "lit";

const sprite = document.querySelector<HTMLMetaElement>('meta[name="icons"]')?.content ?? "/built/icons.svg";

/** An icon of the sprite, beside words that say the same; the name is also how the build finds it. */
export const icon = (name: string): TemplateResult =>
  html`<svg class="icon" aria-hidden="true"><use href="${sprite}#${name}"></use></svg>`;
