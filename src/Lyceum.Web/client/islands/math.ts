// Sets the math of a page: Markdig leaves TeX as \(…\) in span.math and \[…\] in div.math.
import katex from "katex";
import "katex/dist/katex.min.css";

// A formula wider than its column scrolls, and then the keyboard must reach it.
const reach = new ResizeObserver(changed => {
  for (const { target } of changed) if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
});

for (const element of document.querySelectorAll<HTMLElement>(".math")) {
  const tex = element.textContent!.trim().replace(/^\\[([]|\\[)\]]$/g, "");
  katex.render(tex, element, { displayMode: element.tagName === "DIV" || element.textContent!.trim().startsWith("\\["), throwOnError: false, strict: false });
  if (element.tagName === "DIV") reach.observe(element);
}
