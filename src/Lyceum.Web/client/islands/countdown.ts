// <count-down data-left="ms">: what was left when the server drew the page, so that a wrong clock on the device does not matter.
import { clock } from "../shared/countdown";

class CountDown extends HTMLElement {
  private timer = 0;

  connectedCallback() {
    const atFirst = Number(this.dataset["left"]);
    if (!(atFirst > 0)) return;
    const end = performance.now() + atFirst;
    const tick = () => {
      const left = end - performance.now();
      this.textContent = clock(left);
      if (left <= 0) this.finish();
      else this.timer = window.setTimeout(tick, left % 1000 || 1000);
    };
    tick();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  private finish() {
    this.dispatchEvent(new Event("over", { bubbles: true }));
    if (!("stays" in this.dataset)) location.reload();
  }
}

customElements.define("count-down", CountDown);
