/**
 * <unit-finish data-unit="A1-1">: ends the hour, or takes that back.
 *   [data-part="notice" role="status" hidden]        storage notice, once a page
 *   [data-part="open" hidden]                        while the hour is open
 *     button[type=button][data-action="finish"]
 *     [data-part="hint" hidden]                      while the check of the unit is unanswered; the button
 *                                                    is aria-disabled then and leads to the check
 *   [data-part="done" hidden tabindex="-1"]          afterwards; gets the focus
 *     button[type=button][data-action="reopen"], link to the next unit
 *   <template data-message="memory-only | read-only | not-saved">
 */
import { defineElement, focusOn, PortalElement } from "../element.js";
import { tellIfNotKept } from "./notice.js";
import { checkOf, unitProgress } from "./progress.js";
import { learnerStore } from "./store.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */

export class UnitFinish extends PortalElement {
  #checkAnswered = false;

  get unit() {
    return this.dataset.unit ?? "";
  }

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.addEventListener("click", (event) => this.#press(event), { signal });
    const store = await learnerStore();
    this.#show(await store.events());
    store.subscribe((events) => this.#show(events), signal);
  }

  /** @param {readonly LearnerEvent[]} events */
  #show(events) {
    const { finished, checkAnswered } = unitProgress(events, this.unit);
    this.#checkAnswered = checkAnswered;
    for (const [name, isShown] of Object.entries({ open: !finished, done: finished })) {
      const part = this.getPart(name);
      if (part) part.hidden = !isShown;
    }
    this.#explain();
  }

  /** The button stays reachable and says what is missing. */
  #explain() {
    const button = this.querySelector('button[data-action="finish"]');
    const hint = this.getPart("hint");
    button?.setAttribute("aria-disabled", String(!this.#checkAnswered));
    if (!hint) return;
    hint.id ||= `finish-hint-${this.unit}`;
    hint.hidden = this.#checkAnswered;
    if (this.#checkAnswered) button?.removeAttribute("aria-describedby");
    else button?.setAttribute("aria-describedby", hint.id);
  }

  /** @param {Event} event */
  async #press(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    const action = button?.dataset.action;
    if (action === "finish" && !this.#checkAnswered) focusOn(openQuestion(this.unit));
    else if (action === "finish") await this.#record("unit-finished", this.getPart("done"));
    else if (action === "reopen") {
      await this.#record("unit-reopened", this.querySelector('button[data-action="finish"]'));
    }
  }

  /**
   * @param {"unit-finished" | "unit-reopened"} kind
   * @param {HTMLElement | null} next gets the focus, since the pressed button goes away
   */
  async #record(kind, next) {
    const store = await learnerStore();
    await store.append({ kind, unit: this.unit });
    tellIfNotKept(this, store);
    focusOn(next);
  }
}

/**
 * @param {string} unit
 * @returns {HTMLElement | null} the first open question of the unit's check
 */
function openQuestion(unit) {
  const quiz = document.querySelector(`quiz-form[data-quiz="${checkOf(unit)}"]`);
  return quiz?.querySelector('form.question[data-state="open"]:not([hidden]) legend') ?? null;
}

defineElement("unit-finish", UnitFinish);
