// Sets the math of a page: Markdig leaves TeX as \(…\) in span.math and \[…\] in div.math.
import katex from "katex";
import "katex/dist/katex.min.css";

for (const element of document.querySelectorAll<HTMLElement>(".math")) {
  const tex = element.textContent!.trim().replace(/^\\[([]|\\[)\]]$/g, "");
  katex.render(tex, element, { displayMode: element.tagName === "DIV" || element.textContent!.trim().startsWith("\\["), throwOnError: false, strict: false });
}
