/**
 * <display-settings hidden>: furigana, text size, word spacing, rate of reading, printing. Un-hides itself.
 *   input[type=radio][value="off|on|some"] named "furigana…"
 *   [data-part="grades"] with input[type=radio][value="1…6"] named "grade…": shown for "some"
 *   input[type=radio][value="m|l|xl"] named "size…"
 *   input[type=checkbox] named "spacing…" (plain variant only), "answers…" (printed with their questions)
 *   [data-part="rate" hidden] with input[type=radio][value="normal|slow"] named "rate…": shown where
 *   the browser has a Japanese voice of its own
 * Several panels and several tabs stay in step. The choice is one for both variants.
 */
import { firstGrade, furiganaWay, readStored } from "./display-choice.js";
import { applyChoice, choiceChanged, showChoice, storageKey } from "./display-store.js";
import { defineElement, PortalElement } from "./element.js";
import { watchVoice } from "./reading/voices.js";

/** @typedef {import("./display-choice.js").DisplayChoice} DisplayChoice */

export class DisplaySettings extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    this.hidden = false;
    this.#reflect();
    this.addEventListener("change", (event) => this.#choose(event), { signal });
    document.addEventListener(choiceChanged, () => this.#reflect(), { signal });
    const onStorage = (/** @type {StorageEvent} */ event) => this.#follow(event);
    window.addEventListener("storage", onStorage, { signal });
    watchVoice((voice) => this.#offerRate(voice !== null), signal);
  }

  #reflect() {
    const { furigana, size, spacing, rate, answers } = document.documentElement.dataset;
    const way = furiganaWay(furigana);
    this.#check("furigana", way);
    this.#check("size", size);
    this.#check("rate", rate);
    if (way === "some") this.#check("grade", furigana);
    for (const box of this.#inputs("spacing")) box.checked = spacing === "on";
    for (const box of this.#inputs("answers")) box.checked = answers === "on";
    const grades = this.getPart("grades");
    if (grades) grades.hidden = way !== "some";
  }

  /**
   * @param {string} name
   * @param {string | undefined} value
   */
  #check(name, value) {
    for (const radio of this.#inputs(name)) radio.checked = radio.value === value;
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement[]}
   */
  #inputs(name) {
    return [...this.querySelectorAll("input")].filter((input) => input.name.startsWith(name));
  }

  /** @param {Event} event */
  #choose(event) {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const choice = this.#choiceOf(input);
    if (choice) applyChoice(choice);
  }

  /**
   * @param {HTMLInputElement} input
   * @returns {DisplayChoice | null}
   */
  #choiceOf(input) {
    const { name, value } = input;
    if (name.startsWith("furigana")) return { furigana: value === "some" ? this.#grade() : value };
    if (name.startsWith("grade")) return { furigana: value };
    if (name.startsWith("size")) return { size: value };
    if (name.startsWith("rate")) return { rate: value };
    if (name.startsWith("spacing")) return { spacing: input.checked ? "on" : "off" };
    if (name.startsWith("answers")) return { answers: input.checked ? "on" : "off" };
    return null;
  }

  #grade() {
    return this.#inputs("grade").find((radio) => radio.checked)?.value ?? firstGrade;
  }

  /** @param {boolean} speaks */
  #offerRate(speaks) {
    const rate = this.getPart("rate");
    if (rate) rate.hidden = !speaks;
  }

  /** @param {StorageEvent} event */
  #follow(event) {
    if (event.key !== storageKey) return;
    showChoice(readStored(event.newValue));
  }
}

defineElement("display-settings", DisplaySettings);
