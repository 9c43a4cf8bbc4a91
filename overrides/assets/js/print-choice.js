/**
 * <print-choice>: prints one part of the page, or all of it. Around [data-part="buttons"][hidden] with button[data-action="<name of the part>"].
 * While printing, data-printing says which part; without it (the browser's own command) everything is printed.
 */
import { defineElement, PortalElement } from "./element.js";

export class PrintChoice extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    for (const button of this.querySelectorAll("button[data-action]")) {
      button.addEventListener("click", () => this.#print(button), { signal });
    }
    window.addEventListener("afterprint", () => delete this.dataset.printing, { signal });
    this.getPart("buttons")?.removeAttribute("hidden");
  }

  /** @param {Element} button */
  #print(button) {
    this.dataset.printing = button.getAttribute("data-action") ?? "";
    window.print();
  }
}

defineElement("print-choice", PrintChoice);
