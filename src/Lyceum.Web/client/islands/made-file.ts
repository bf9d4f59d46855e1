/** Looks how far a file is that the school makes, while the page is open, and shows that part of the page anew. */
const everyMs = 2_000;

for (const part of document.querySelectorAll<HTMLElement>("[data-making]")) void follow(part, part.dataset.making!);

async function follow(part: HTMLElement, url: string) {
  if (!url) return;
  const answer = await fetch(url).catch(() => null);
  if (answer?.ok && !part.contains(document.activeElement)) part.innerHTML = await answer.text();
  else if (answer?.ok) told(part, await answer.text());
  if (!answer || part.querySelector("progress")) setTimeout(() => void follow(part, url), everyMs);
}

/** Whoever stands on its button keeps it: only the numbers change. */
function told(part: HTMLElement, text: string) {
  const fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".film-making");
  const shown = part.querySelector(".film-making");
  if (fresh && shown) shown.innerHTML = fresh.innerHTML;
  else part.innerHTML = text;
}
