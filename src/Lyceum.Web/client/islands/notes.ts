// Notes and questions beside a reading: takes what is selected (by pointer, finger or keys) into the form, and stands each item beside its place.
import { PageText } from "../readings/page-text";
import { sentencesOf } from "../readings/sentences";
import { startTools } from "../readings/tools";

const root = document.querySelector<HTMLElement>("[data-text]");
const aside = document.querySelector<HTMLElement>(".beside");
if (root && aside) begin(root, aside);
startTools(root);

function begin(root: HTMLElement, aside: HTMLElement): void {
  const form = aside.querySelector<HTMLFormElement>("[data-note]")!;
  const pick = aside.querySelector<HTMLButtonElement>("[data-pick]")!;
  const hint = aside.querySelector<HTMLElement>("[data-picking]")!;
  const words = JSON.parse(aside.querySelector("script.words")!.textContent!) as Record<string, string>;
  const written = form.querySelector("textarea")!;
  const wide = matchMedia("(min-width: 1240px)");
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  let picking: { all: { from: number; to: number }[]; at: number; until: number; page: PageText } | null = null;

  function take(range: Range): void {
    const chosen = new PageText(root).chosen(range);
    if (!chosen || chosen.quote.length > 1000) return;
    field("Quote").value = chosen.quote;
    field("Before").value = chosen.before;
    field("After").value = chosen.after;
    field("Start").value = String(chosen.start);
    form.querySelector("[data-quote]")!.textContent = chosen.quote;
    form.hidden = false;
    paint(range);
    form.style.setProperty("--top", wide.matches ? `${Math.max(0, range.getBoundingClientRect().top - aside.getBoundingClientRect().top - 12)}px` : "0");
  }

  function leave(): void {
    form.hidden = true;
    written.value = "";
    label();
    paint(null);
    stopPicking();
  }

  function label(): void {
    form.querySelector("[data-keep]")!.textContent = (written.value.trim() ? words.keep : words.highlight)!;
  }

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (root.contains(range.commonAncestorContainer)) take(range);
  });
  document.addEventListener("pointerdown", event => {
    if (form.hidden || written.value.trim() || form.contains(event.target as Node) || pick.contains(event.target as Node)) return;
    leave();
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || form.hidden) return;
    leave();
    pick.focus();
  });
  form.querySelector("[data-leave]")!.addEventListener("click", () => { leave(); pick.focus(); });
  written.addEventListener("input", label);
  form.addEventListener("submit", event => {
    const asks = (event as SubmitEvent).submitter?.getAttribute("formaction")?.includes("handler=Ask");
    if (!asks || written.value.trim()) return;
    event.preventDefault();
    written.focus();
  });

  pick.hidden = false;
  pick.addEventListener("click", () => {
    if (picking) { written.focus(); return; }
    const page = new PageText(root);
    const blocks = [...root.querySelectorAll("p, li, h2, h3, h4, td, figcaption")].filter(block => !block.querySelector("p, li"));
    const all = blocks.flatMap(block => {
      const at = page.within(block);
      return at ? sentencesOf(page.text.slice(at.from, at.to)).map(one => ({ from: at.from + one.from, to: at.from + one.to })) : [];
    });
    const first = Math.max(0, all.findIndex(one => page.range(one.from, one.to).getBoundingClientRect().top > 64));
    picking = { all, at: first, until: first, page };
    hint.textContent = words.picking!;
    choose();
  });
  pick.addEventListener("keydown", event => {
    if (!picking || !["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"].includes(event.key)) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1;
    const to = Math.min(picking.all.length - 1, Math.max(0, picking.until + step));
    picking.until = event.shiftKey ? Math.max(picking.at, to) : to;
    if (!event.shiftKey) picking.at = to;
    choose();
  });
  pick.addEventListener("blur", () => stopPicking());

  function choose(): void {
    const range = picking!.page.range(picking!.all[picking!.at]!.from, picking!.all[picking!.until]!.to);
    take(range);
    range.startContainer.parentElement!.scrollIntoView({ block: "nearest" });
  }

  function stopPicking(): void {
    picking = null;
    hint.textContent = "";
  }

  const items = [...aside.querySelectorAll<HTMLElement>("[data-beside]")];
  function align(): void {
    let below = 0;
    for (const item of [...items, pick]) {
      item.style.removeProperty("--down");
      if (!wide.matches) continue;
      const place = item.dataset.beside ? document.getElementById(item.dataset.beside) : null;
      const natural = item.offsetTop;
      const target = place ? place.getBoundingClientRect().top - aside.getBoundingClientRect().top - 4 : natural;
      const top = Math.max(target, below, natural);
      item.style.setProperty("--down", `${top - natural}px`);
      below = top + item.offsetHeight + 20;
    }
    aside.style.setProperty("--tall", wide.matches ? `${below}px` : "auto");
  }
  new ResizeObserver(align).observe(root);
  new ResizeObserver(align).observe(aside.querySelector("ol")!);
  if (!form.hidden) written.focus();
  label();
}

/** What is chosen stays painted while one writes about it, where the browser can do that without touching the text. */
function paint(range: Range | null): void {
  if (!("highlights" in CSS)) return;
  if (range) CSS.highlights.set("chosen", new Highlight(range.cloneRange()));
  else CSS.highlights.delete("chosen");
}
