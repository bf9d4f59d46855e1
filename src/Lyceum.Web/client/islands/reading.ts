// Tells the school how far down a reading its reader has come, and shows it as a line under the bar.
const line = document.querySelector<HTMLElement>("reading-place i");
const article = document.querySelector<HTMLElement>(".reading-text")!;
const parts = [...document.querySelectorAll<HTMLAnchorElement>(".reading-parts nav a")];
const token = document.querySelector<HTMLMetaElement>("meta[name=csrf]")!.content;
let furthest = 0;
let told = 0;

function place(): number {
  const box = article.getBoundingClientRect();
  return Math.min(1, Math.max(0, (innerHeight - box.top) / box.height));
}

function mark(): void {
  const now = place();
  furthest = Math.max(furthest, now);
  line?.style.setProperty("--done", String(now));
  const current = parts.findLast(part => (document.getElementById(decodeURIComponent(part.hash.slice(1)))?.getBoundingClientRect().top ?? Infinity) < innerHeight * .4);
  for (const part of parts) {
    part.toggleAttribute("data-past", parts.indexOf(part) < parts.indexOf(current ?? parts[0]!));
    if (part === current) part.setAttribute("aria-current", "true");
    else part.removeAttribute("aria-current");
  }
}

function tell(): void {
  if (furthest - told < .05) return;
  told = furthest;
  void fetch(`${location.pathname}/progress`, {
    method: "POST",
    keepalive: true,
    headers: { "Content-Type": "application/json", RequestVerificationToken: token },
    body: JSON.stringify({ fraction: furthest }),
  }).catch(() => { told = 0; });
}

addEventListener("scroll", mark, { passive: true });
addEventListener("scrollend", tell, { passive: true });
addEventListener("visibilitychange", tell);
mark();
