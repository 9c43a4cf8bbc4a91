/**
 * <report-text>: a text that the reader completes and sends herself; nothing leaves the page by itself.
 *   textarea[data-part="text"]          its line of the place gets the heading that the address points to
 *   [data-part="buttons" hidden]        button [data-action="copy"], a[data-part="mail"] whose body follows the text
 *   [data-part="outcome" role=status]   ← message copied | choose
 */
import { defineElement, PortalElement } from "./element.js";

export class ReportText extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    const text = this.getPart("text");
    if (!(text instanceof HTMLTextAreaElement)) return;
    this.getPart("buttons")?.toggleAttribute("hidden", false);
    this.addEventListener("toggle", () => this.#addPlace(text), { signal, capture: true });
    this.querySelector('[data-action="copy"]')?.addEventListener("click", () => this.#copy(text), {
      signal,
    });
    this.getPart("mail")?.addEventListener("click", () => this.#address(text), { signal });
  }

  /** @param {HTMLTextAreaElement} text */
  #addPlace(text) {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const heading = place?.matches("h1, h2, h3, h4") ? place : place?.querySelector("h2, h3, h4");
    if (!heading || text.value !== text.defaultValue) return;
    const copy = /** @type {Element} */ (heading.cloneNode(true));
    for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
    const lines = text.value.split("\n");
    lines[2] = `${lines[2]} ${copy.textContent?.trim()}`;
    text.value = lines.join("\n");
  }

  /** @param {HTMLTextAreaElement} text */
  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text.value);
      this.say(this.getPart("outcome"), "copied");
    } catch {
      text.select();
      this.say(this.getPart("outcome"), "choose");
    }
  }

  /** @param {HTMLTextAreaElement} text */
  #address(text) {
    const link = this.getPart("mail");
    if (!(link instanceof HTMLAnchorElement)) return;
    const [subject = ""] = text.value.split("\n");
    const address = link.href.split("?")[0];
    link.href = `${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.value)}`;
  }
}

defineElement("report-text", ReportText);
