/**
 * <big-number>: a number as large as the screen, to be turned to the person. A press on button[data-enlarge] anywhere shows the first
 * tel: link of its entry (li, section) in [data-part="dialog"]: [data-part="name"], a[data-part="number"], button[data-action="close"].
 */
import { defineElement, PortalElement } from "../element.js";

export class BigNumber extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    document.addEventListener("click", (event) => this.#press(event), { signal });
  }

  /** @param {MouseEvent} event */
  #press({ target }) {
    if (!(target instanceof Element)) return;
    const dialog = this.querySelector("dialog");
    if (target.closest('[data-action="close"]') && this.contains(target)) return dialog?.close();
    const entry = target.closest("button[data-enlarge]")?.closest("li, section");
    const number = entry?.querySelector('a[href^="tel:"]');
    const link = this.getPart("number");
    if (!entry || !number || !link) return;
    link.textContent = number.textContent;
    link.setAttribute("href", number.getAttribute("href") ?? "");
    link.style.setProperty("--signs", String(number.textContent?.length ?? 1));
    const heading = entry.closest("li[data-service], section")?.querySelector("h2, h3") ?? null;
    const name = [...(heading?.childNodes ?? [])].map((node) => node.cloneNode(true));
    this.getPart("name")?.replaceChildren(...name);
    dialog?.showModal();
  }
}

defineElement("big-number", BigNumber);
