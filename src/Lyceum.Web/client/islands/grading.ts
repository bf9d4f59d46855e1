// Grading by keyboard: digits choose a level, J and K go through the submissions, what is chosen and typed is kept as it happens.
import { openShelf } from "../shared/shelf";

interface Begun { score: string; feedback: string; marks: { criterion: string; points: number }[]; seen: number }

const form = document.querySelector<HTMLFormElement>("form.grading-form")!;
const words = JSON.parse(form.querySelector("script.words")!.textContent!) as { saved: string; device: string };
const receipt = form.querySelector<HTMLElement>("[data-part=receipt]")!;
const total = form.querySelector<HTMLOutputElement>("[data-part=total]");
const feedback = form.querySelector<HTMLTextAreaElement>("#Feedback")!;
const score = form.querySelector<HTMLInputElement>("#Score");
const criteria = [...form.querySelectorAll<HTMLFieldSetElement>("fieldset.criterion")];
const shelf = openShelf();
const seen = Number(form.querySelector<HTMLInputElement>("input[name=Seen]")!.value);
const key = `grading ${form.dataset.draft} ${seen}`;
let timer = 0;
let leaving = new AbortController();

const chosen = (criterion: HTMLElement) => criterion.querySelector<HTMLInputElement>("input[type=radio]:checked");

function begun(): Begun {
  const marks = criteria.flatMap(criterion => {
    const level = chosen(criterion);
    return level ? [{ criterion: criterion.querySelector<HTMLInputElement>("input[type=hidden]")!.value, points: Number(level.value) }] : [];
  });
  return { score: score?.value ?? "", feedback: feedback.value, marks, seen };
}

function show(): void {
  const points = criteria.map(chosen);
  criteria.forEach((criterion, at) => { criterion.querySelector("[data-part=given]")!.textContent = points[at]?.value ?? "–"; });
  const sum = points.reduce((all, level) => all + Number(level?.value ?? 0), 0) * Number(form.dataset.worth) / Number(form.dataset.points);
  if (total) total.textContent = points.some(Boolean) ? String(Math.round(sum * 100) / 100) : "–";
}

function say(message: string, good: boolean): void {
  receipt.className = `receipt ${good ? "at-school" : "on-device"}`;
  receipt.textContent = message;
}

function changed(): void {
  shelf.setItem(key, JSON.stringify(begun()));
  clearTimeout(timer);
  timer = window.setTimeout(() => void save(), 800);
}

async function save(): Promise<void> {
  clearTimeout(timer);
  timer = 0;
  const sent = JSON.stringify(begun());
  try {
    const answer = await fetch(form.dataset.draft!, {
      method: "POST", keepalive: sent.length < 60_000, signal: leaving.signal,
      headers: { "Content-Type": "application/json", RequestVerificationToken: document.querySelector<HTMLMetaElement>("meta[name=csrf]")!.content },
      body: sent,
    });
    if (answer.ok) {
      if (shelf.getItem(key) === sent) shelf.removeItem(key);
      say(words.saved.replace("{0}", new Date().toLocaleTimeString(document.documentElement.lang, { hour12: false })), true);
    } else if (answer.status < 500) say((await answer.json() as { detail: string }).detail, false);
    else throw new Error(String(answer.status));
  } catch {
    if (leaving.signal.aborted) return;
    say(words.device, false);
    timer = window.setTimeout(() => void save(), 5000);
  }
}

function putBack(kept: Begun): void {
  feedback.value = kept.feedback;
  if (score) score.value = kept.score;
  for (const mark of kept.marks) {
    const criterion = criteria.find(one => one.querySelector<HTMLInputElement>("input[type=hidden]")!.value === mark.criterion);
    for (const level of criterion?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? []) level.checked = Number(level.value) === mark.points;
  }
  show();
}

let typed = { digits: "", at: 0 };

/** The level of this many points in the criterion one is at, or in the first that has none; 1 and 0 in quick succession are ten. */
function choose(digit: string, at: number): void {
  const criterion = document.activeElement?.closest<HTMLFieldSetElement>("fieldset.criterion") ?? criteria.find(one => !chosen(one)) ?? criteria[0];
  if (!criterion) return;
  typed = { digits: at - typed.at < 700 ? typed.digits + digit : digit, at };
  const level = (value: string) => criterion.querySelector<HTMLInputElement>(`input[type=radio][value="${value}"]`);
  const found = level(typed.digits) ?? level(digit);
  if (!found) return;
  found.checked = true;
  found.focus();
  found.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (event.key === "Escape") { target.blur(); return; }
  if (target.closest("textarea") || (target === score && /^[\d.,]$/.test(event.key))) return;
  const pressed = event.key.toLowerCase();
  if (pressed === "j" || pressed === "k") document.querySelector<HTMLAnchorElement>(`.grading-foot a[rel=${pressed === "j" ? "next" : "prev"}]`)?.click();
  else if (pressed === "c") feedback.focus();
  else if (/^\d$/.test(pressed)) choose(pressed, event.timeStamp);
  else return;
  event.preventDefault();
});

form.addEventListener("input", () => { show(); changed(); });
form.addEventListener("submit", () => { clearTimeout(timer); timer = 0; leaving.abort(); leaving = new AbortController(); shelf.removeItem(key); });
addEventListener("pagehide", () => { if (timer) void save(); });
addEventListener("online", () => { if (shelf.getItem(key)) void save(); });

const kept = shelf.getItem(key);
if (kept) {
  putBack(JSON.parse(kept) as Begun);
  void save();
}
if (matchMedia("(min-width: 1100px) and (pointer: fine)").matches && !document.querySelector("[role=alert]:not([hidden])")) score?.focus();
