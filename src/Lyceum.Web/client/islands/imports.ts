// An import under way: looks again every second and shows what the server says, until it is over.
const everyMs = 1000;

async function lookAgain(): Promise<void> {
  const shown = document.getElementById("import");
  if (shown?.dataset.running === undefined) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("import");
    if (answer.ok && fresh) replace(shown, fresh);
  } catch {
    // Without a network nothing is lost: the import goes on at the school, and the next look finds it.
  }
  setTimeout(lookAgain, everyMs);
}

function replace(shown: HTMLElement, fresh: HTMLElement): void {
  const isOver = fresh.dataset.running === undefined;
  if (!isOver && shown.innerHTML === fresh.innerHTML) return;
  shown.replaceWith(document.adoptNode(fresh));
  if (isOver) {
    const title = fresh.querySelector("h1");
    title?.setAttribute("tabindex", "-1");
    title?.focus();
  }
}

setTimeout(lookAgain, everyMs);
