// Shows a PDF in place: pages are drawn when they come near the window.
import * as pdf from "pdfjs-dist";

pdf.GlobalWorkerOptions.workerSrc = "/built/pdf.worker.js";

class PdfPages extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const source = this.getAttribute("src")!;
    const file = await pdf.getDocument({ url: source }).promise.catch(() => null);
    if (!file) return; // The link inside stays: the file can still be opened by itself.
    const first = (await file.getPage(1)).getViewport({ scale: 1 });
    const pages = document.createElement("div");
    pages.className = "pdf-pages";
    pages.tabIndex = 0;
    const watcher = new IntersectionObserver(entries => {
      for (const entry of entries) if (entry.isIntersecting) void this.draw(file, entry.target as HTMLCanvasElement, watcher);
    }, { root: pages, rootMargin: "600px" });
    for (let number = 1; number <= file.numPages; number++) {
      const canvas = document.createElement("canvas");
      canvas.dataset.page = String(number);
      canvas.style.setProperty("--ratio", String(first.width / first.height));
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", (this.dataset.words ?? "{0}/{1}").replace("{0}", String(number)).replace("{1}", String(file.numPages)));
      pages.append(canvas);
      watcher.observe(canvas);
    }
    this.replaceChildren(pages);
  }

  private async draw(file: pdf.PDFDocumentProxy, canvas: HTMLCanvasElement, watcher: IntersectionObserver): Promise<void> {
    watcher.unobserve(canvas);
    const page = await file.getPage(Number(canvas.dataset.page));
    const scale = canvas.clientWidth / page.getViewport({ scale: 1 }).width * devicePixelRatio;
    const viewport = page.getViewport({ scale });
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.setProperty("--ratio", String(viewport.width / viewport.height));
    await page.render({ canvas, viewport }).promise;
  }
}

customElements.define("pdf-pages", PdfPages);
