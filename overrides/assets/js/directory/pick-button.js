/**
 * <pick-button data-service="organisation/service" data-problem data-area data-language data-status>: puts a partner on the hand-over sheet
 * or takes it off. Around a button[aria-pressed] with [data-when="out | in"]. The codes are what the search knew; "" or left out = not said.
 */
import { defineElement, PortalElement } from "../element.js";
import { desk } from "../learner/desk.js";
import { readRemembered } from "./remembered.js";
import { holdsService, toggleService } from "./sheet.js";

export class PickButton extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.addEventListener("click", () => this.#toggle(), { signal });
    desk().subscribe((sheet) => this.#show(sheet), signal);
    this.#show(await desk().read());
  }

  #toggle() {
    const { service = "", problem, area, language, status } = this.dataset;
    const context = { ...readRemembered(), ...withoutEmpty({ problem, area, language, status }) };
    desk().change((sheet) => toggleService(sheet, service, context, new Date()));
  }

  /** @param {import("./sheet.js").Sheet | null} sheet */
  #show(sheet) {
    const held = holdsService(sheet, this.dataset.service ?? "");
    this.querySelector("button")?.setAttribute("aria-pressed", String(held));
    this.querySelector('[data-when="in"]')?.toggleAttribute("hidden", !held);
    this.querySelector('[data-when="out"]')?.toggleAttribute("hidden", held);
  }
}

/**
 * @param {Record<string, string | undefined>} codes
 * @returns {Record<string, string>}
 */
function withoutEmpty(codes) {
  return /** @type {Record<string, string>} */ (
    Object.fromEntries(Object.entries(codes).filter(([, code]) => code))
  );
}

defineElement("pick-button", PickButton);
