// The tools of a reader: larger text (kept on this device), reading aloud with the browser's own voice, printing.
const kept = "reading.large";

export function startTools(text: HTMLElement | null): void {
  const tools = document.querySelector<HTMLElement>("[data-tools]");
  if (!tools || !text) return;
  tools.hidden = false;
  const size = tools.querySelector<HTMLButtonElement>("[data-size]")!;
  const show = (large: boolean) => {
    text.toggleAttribute("data-large", large);
    size.setAttribute("aria-pressed", String(large));
  };
  show(localStorage.getItem(kept) === "yes");
  size.addEventListener("click", () => {
    const large = size.getAttribute("aria-pressed") !== "true";
    localStorage.setItem(kept, large ? "yes" : "no");
    show(large);
  });
  tools.querySelector("[data-print]")!.addEventListener("click", () => print());
  const listen = tools.querySelector<HTMLButtonElement>("[data-listen]")!;
  listen.hidden = !("speechSynthesis" in window);
  listen.addEventListener("click", () => {
    const starts = listen.getAttribute("aria-pressed") !== "true";
    speechSynthesis.cancel();
    listen.setAttribute("aria-pressed", String(starts));
    if (starts) aloud(text, () => listen.setAttribute("aria-pressed", "false"));
  });
  addEventListener("pagehide", () => { if ("speechSynthesis" in window) speechSynthesis.cancel(); });
}

/** A block at a time: browsers give up on a text that takes minutes to speak. */
function aloud(text: HTMLElement, ended: () => void): void {
  const blocks = [...text.children].map(block => (block as HTMLElement).innerText.trim()).filter(Boolean);
  blocks.forEach((block, index) => {
    const said = new SpeechSynthesisUtterance(block);
    if (index === blocks.length - 1) said.addEventListener("end", ended);
    speechSynthesis.speak(said);
  });
}
