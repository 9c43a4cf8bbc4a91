/**
 * <form-paper>: prints the empty form or its example alone. Around [data-part="buttons"][hidden] with button[data-action="blank | example"].
 * While printing, data-printing says which; without it (the browser's own command) both are printed.
 */
import { defineElement, PortalElement } from "./element.js";

export class FormPaper extends PortalElement {
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

defineElement("form-paper", FormPaper);
