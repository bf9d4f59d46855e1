// Changes a grade in its cell: a click or Enter opens it, Enter keeps, x excuses, Esc goes back; arrows walk the table.
const book = document.querySelector<HTMLElement>("grade-book");
const words = JSON.parse(book?.querySelector("script.words")?.textContent ?? "{}") as Record<string, string>;
const receipt = document.querySelector<HTMLElement>("[data-receipt]")!;

interface Cell { state: number; score: number | null; isLate: boolean }

function open(button: HTMLButtonElement): void {
  const input = document.createElement("input");
  input.className = "cell-input";
  input.inputMode = "decimal";
  input.value = button.dataset.value ?? "";
  input.setAttribute("aria-label", button.getAttribute("aria-label")!);
  button.hidden = true;
  const card = explain(button);
  button.after(input, card);
  const box = input.getBoundingClientRect();
  card.style.insetBlockStart = `${Math.min(box.bottom + 8, innerHeight - card.offsetHeight - 8)}px`;
  card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8))}px`;
  input.select();
  input.focus();
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    input.remove();
    card.remove();
    button.hidden = false;
  };
  input.addEventListener("blur", close);
  input.addEventListener("keydown", event => {
    if (event.key === "Escape") { close(); button.focus(); }
    if (event.key.toLowerCase() === "x" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      close();
      button.focus();
      void keep(button, "x");
    }
    if (event.key === "Enter") {
      event.preventDefault();
      const value = input.value.trim();
      close();
      button.focus();
      if (value !== (button.dataset.value ?? "")) void keep(button, value);
    }
  });
}

/** Whose grade it is, what it was, and which keys do what. */
function explain(button: HTMLButtonElement): HTMLElement {
  const card = document.createElement("div");
  card.className = "cell-card";
  const [what, was] = button.getAttribute("aria-label")!.split(/: (?=[^:]*$)/);
  const line = (tag: string, text: string) => Object.assign(document.createElement(tag), { textContent: text });
  card.append(line("b", what!), line("span", words.was!.replace("{0}", was!) + (button.dataset.note ? ` ${button.dataset.note}` : "")));
  const keys = document.createElement("span");
  for (const [key, does] of [["Enter", words.keep!], ["X", words.excuse!], ["Esc", words.back!]] as const) keys.append(line("kbd", key), ` ${does}  `);
  card.append(keys);
  return card;
}

async function keep(button: HTMLButtonElement, value: string): Promise<void> {
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`/courses/${book!.dataset.course}/grades/${button.dataset.activity}/${button.dataset.person}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", RequestVerificationToken: document.querySelector<HTMLMetaElement>("meta[name=csrf]")!.content },
      body: JSON.stringify({ value }),
    });
    if (!answer.ok) {
      say((await answer.json() as { detail: string }).detail, false);
      return;
    }
    const cell = await answer.json() as Cell;
    button.dataset.value = cell.score === null ? "" : String(cell.score);
    button.className = `cell ${cell.score === null ? "excused" : cell.isLate ? "late" : ""}`;
    button.textContent = cell.score === null ? words.excused! : String(cell.score);
    button.setAttribute("aria-label", button.getAttribute("aria-label")!.replace(/: [^:]*$/, `: ${button.textContent}`));
    say(words.saved!.replace("{0}", new Date().toLocaleTimeString(document.documentElement.lang, { hour12: false })), true);
  } catch {
    say(words.failed!, false);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function say(message: string, good: boolean): void {
  receipt.className = `receipt ${good ? "at-school" : "on-device"}`;
  receipt.textContent = message;
}

function walk(from: HTMLButtonElement, across: number, down: number): void {
  const row = from.closest("tr")!;
  const column = (from.closest("td") as HTMLTableCellElement).cellIndex + across;
  let target: Element | null = row;
  do target = down > 0 ? target!.nextElementSibling : down < 0 ? target!.previousElementSibling : target;
  while (down !== 0 && target instanceof HTMLElement && target.hidden);
  target?.children[column]?.querySelector<HTMLButtonElement>("button.cell")?.focus();
}

book?.addEventListener("click", event => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button.cell");
  if (button) open(button);
});
book?.addEventListener("keydown", event => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button.cell");
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  if (!button || !step) return;
  event.preventDefault();
  const mirrored = document.dir === "rtl" || document.documentElement.dir === "rtl" ? -1 : 1;
  walk(button, step[0]! * mirrored, step[1]!);
});

document.addEventListener("keydown", event => {
  if (event.key.toLowerCase() !== "f" || event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest("input, textarea, select")) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>("[data-filter]")?.focus();
});

document.querySelector<HTMLInputElement>("[data-filter]")?.addEventListener("input", event => {
  const wanted = (event.target as HTMLInputElement).value.trim().toLocaleLowerCase();
  for (const row of book?.querySelectorAll<HTMLElement>("tbody tr") ?? []) row.hidden = !row.dataset.name!.toLocaleLowerCase().includes(wanted);
});
