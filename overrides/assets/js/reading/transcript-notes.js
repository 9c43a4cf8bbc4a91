/**
 * <transcript-notes>: opens and closes all notes of a conversation with one button.
 * Around [data-part="switch"][hidden] with a button that holds [data-when="closed | open"], and the <details> of the turns.
 */
import { defineElement, PortalElement } from "../element.js";

export class TranscriptNotes extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    const button = this.getPart("switch")?.querySelector("button");
    button?.addEventListener("click", () => this.#turn(), { signal });
    // A toggle does not bubble.
    this.addEventListener("toggle", () => this.#show(), { signal, capture: true });
    this.getPart("switch")?.removeAttribute("hidden");
    this.#show();
  }

  get #notes() {
    return [...this.querySelectorAll("details")];
  }

  get #areOpen() {
    return this.#notes.every((note) => note.open);
  }

  #turn() {
    const open = !this.#areOpen;
    for (const note of this.#notes) note.open = open;
    this.#show();
  }

  #show() {
    const open = this.#areOpen;
    this.querySelector('[data-when="open"]')?.toggleAttribute("hidden", !open);
    this.querySelector('[data-when="closed"]')?.toggleAttribute("hidden", open);
  }
}

defineElement("transcript-notes", TranscriptNotes);
