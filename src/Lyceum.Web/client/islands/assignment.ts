// Keeps a draft as it is typed: on the device at once, at the school a moment later.
const host = document.querySelector<HTMLElement>("assignment-draft")!;
const text = host.querySelector("textarea")!;
const receipt = host.querySelector<HTMLElement>(".receipt")!;
const words = JSON.parse(host.querySelector("script.words")!.textContent!) as { saved: string; device: string };
const key = `draft ${location.pathname}`;
let version = Number(host.dataset.version);
let timer = 0;
let saving = false;

const kept = localStorage.getItem(key);
if (kept) {
  const draft = JSON.parse(kept) as { text: string; version: number };
  // What this device kept and the school never got is newer than what the page brought, unless another device went on since.
  if (draft.version === version && draft.text !== text.value) {
    text.value = draft.text;
    schedule(0);
  } else localStorage.removeItem(key);
}

function say(message: string, good: boolean): void {
  receipt.className = `receipt ${good ? "at-school" : "on-device"}`;
  receipt.textContent = message;
}

function schedule(wait = 1200): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void save(), wait);
}

async function save(): Promise<void> {
  if (saving) { schedule(); return; }
  saving = true;
  const sent = text.value;
  try {
    const answer = await fetch(`${location.pathname}/draft`, {
      method: "POST",
      headers: { "Content-Type": "application/json", RequestVerificationToken: document.querySelector<HTMLMetaElement>("meta[name=csrf]")!.content },
      body: JSON.stringify({ text: sent, version }),
    });
    if (answer.ok) {
      version = (await answer.json() as { version: number }).version;
      if (text.value === sent) localStorage.removeItem(key);
      say(words.saved.replace("{0}", new Date().toLocaleTimeString(document.documentElement.lang, { hour12: false })), true);
    } else if (answer.status < 500) say((await answer.json() as { detail: string }).detail, false);
    else throw new Error(String(answer.status));
  } catch {
    say(words.device, false);
    schedule(5000);
  } finally {
    saving = false;
  }
}

text.addEventListener("input", () => {
  localStorage.setItem(key, JSON.stringify({ text: text.value, version }));
  schedule();
});
addEventListener("online", () => schedule(0));
host.querySelector("form")!.addEventListener("submit", () => localStorage.removeItem(key));
