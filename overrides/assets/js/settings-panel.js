/**
 * <display-settings hidden>: furigana and text size. Un-hides itself.
 *   button[type=button][data-setting="furigana"][aria-pressed]
 *   input[type=radio][value="m|l|xl"] whose name is "size" or starts with "size"
 * Several panels and several tabs stay in step. The choice is one for both variants.
 */
import { defineElement, PortalElement } from "./element.js";

/** @typedef {{ furigana?: string, size?: string }} DisplayChoice */

const storageKey = "portal-settings";
const changed = "display-settings-changed";

export class DisplaySettings extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    this.hidden = false;
    this.#reflect();
    this.addEventListener("click", (event) => this.#toggleFurigana(event), { signal });
    this.addEventListener("change", (event) => this.#chooseSize(event), { signal });
    document.addEventListener(changed, () => this.#reflect(), { signal });
    const onStorage = (/** @type {StorageEvent} */ event) => this.#follow(event);
    window.addEventListener("storage", onStorage, { signal });
  }

  #reflect() {
    const { furigana, size } = document.documentElement.dataset;
    for (const button of this.querySelectorAll('button[data-setting="furigana"]')) {
      button.setAttribute("aria-pressed", String(furigana === "on"));
    }
    for (const radio of sizeRadios(this)) radio.checked = radio.value === size;
  }

  /** @param {Event} event */
  #toggleFurigana(event) {
    const origin = /** @type {Element} */ (event.target);
    if (!origin.closest('button[data-setting="furigana"]')) return;
    const isOn = document.documentElement.dataset.furigana === "on";
    applyChoice({ furigana: isOn ? "off" : "on" });
  }

  /** @param {Event} event */
  #chooseSize(event) {
    const radio = sizeRadios(this).find((candidate) => candidate === event.target);
    if (radio) applyChoice({ size: radio.value });
  }

  /** @param {StorageEvent} event */
  #follow(event) {
    if (event.key !== storageKey) return;
    showChoice(readChoice());
  }
}

/**
 * @param {ParentNode} panel
 * @returns {HTMLInputElement[]}
 */
function sizeRadios(panel) {
  return [...panel.querySelectorAll("input")].filter(
    (input) => input.type === "radio" && input.name.startsWith("size"),
  );
}

/** @param {DisplayChoice} choice */
function applyChoice(choice) {
  showChoice(choice);
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...readChoice(), ...choice }));
  } catch {
    // Blocked storage: the choice holds for this page.
  }
}

/** @param {DisplayChoice} choice */
function showChoice({ furigana, size }) {
  const { dataset } = document.documentElement;
  if (furigana === "on" || furigana === "off") dataset.furigana = furigana;
  if (size === "m" || size === "l" || size === "xl") dataset.size = size;
  document.dispatchEvent(new CustomEvent(changed));
}

/** @returns {DisplayChoice} */
function readChoice() {
  try {
    return Object(JSON.parse(localStorage.getItem(storageKey) ?? "{}"));
  } catch {
    return {};
  }
}

defineElement("display-settings", DisplaySettings);
