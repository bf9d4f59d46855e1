/**
 * Sends a form as the browser would and takes the parts of the page that comes back ([data-part]) into this one: the server renders,
 * the island only saves a page load. What is being typed in or carried is left alone.
 */
export async function sendAndSwap(action: string, values: FormData): Promise<boolean> {
  const answer = await fetch(action, { method: "POST", body: values, headers: { Accept: "text/html" } });
  if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
    location.assign(answer.url);
    return true;
  }
  swapParts(new DOMParser().parseFromString(await answer.text(), "text/html"));
  return answer.ok;
}

export function swapParts(next: Document): void {
  const focused = document.activeElement;
  const isTyping = focused?.matches("input, select, textarea") === true;
  for (const part of document.querySelectorAll<HTMLElement>("[data-part]")) {
    const fresh = next.querySelector<HTMLElement>(`[data-part="${part.dataset.part}"]`);
    const isHeld = part.querySelector(".is-carried") !== null || (isTyping && part.contains(focused));
    if (fresh && !isHeld && fresh.outerHTML !== part.outerHTML) part.replaceWith(document.adoptNode(fresh));
  }
  if (focused?.id && !focused.isConnected) document.getElementById(focused.id)?.focus();
}
