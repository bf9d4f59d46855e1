import { html, render } from "lit";
import { icon } from "../shared/icon";

/** Each figure of a question gets a button that shows it as large as the window lets it be. */
export function magnifyFigures(root: ParentNode, words: Record<string, string>): void {
  for (const figure of root.querySelectorAll<HTMLImageElement>(".prompt img")) {
    const frame = document.createElement("span");
    frame.className = "figure";
    figure.replaceWith(frame);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "magnify";
    button.setAttribute("aria-label", words["Larger picture"]!);
    render(icon("maximize-2"), button);
    button.addEventListener("click", () => show(figure, words));
    frame.append(figure, button);
  }
}

function show(figure: HTMLImageElement, words: Record<string, string>): void {
  const dialog = document.createElement("dialog");
  dialog.className = "magnified";
  dialog.setAttribute("aria-label", figure.alt || words["Larger picture"]!);
  render(html`<img src=${figure.src} alt=${figure.alt} /><form method="dialog"><button class="button small">${words["Close the picture"]}</button></form>`, dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}
