/**
 * <quick-exit> around a link to a harmless page: the link, or Shift pressed three times within two seconds, leaves this page so that "back"
 * does not return to it. The history of the browser keeps it: that is said beside the link. Without scripts the link works as a link.
 */
import { defineElement, PortalElement } from "./element.js";

const presses = 3;
const within = 2000;

export class QuickExit extends PortalElement {
  /** @type {number[]} moments of the last presses */
  #pressed = [];

  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    this.addEventListener("click", (event) => this.#leave(event), { signal });
    window.addEventListener("keydown", (event) => this.#press(event), { signal });
  }

  /** @param {KeyboardEvent} event */
  #press({ key, repeat, timeStamp }) {
    if (repeat) return;
    const recent = this.#pressed.filter((moment) => timeStamp - moment < within);
    this.#pressed = key === "Shift" ? [...recent, timeStamp] : [];
    if (this.#pressed.length >= presses) this.#leave();
  }

  /** @param {Event} [event] */
  #leave(event) {
    const link = this.querySelector("a");
    if (!link || (event && !link.contains(/** @type {Node} */ (event.target)))) return;
    event?.preventDefault();
    // What could be read over a shoulder goes at once, however slow the other page is.
    document.body.hidden = true;
    location.replace(link.href);
  }
}

defineElement("quick-exit", QuickExit);
