/**
 * <directory-filter>: narrows the entries on the page to a need.
 *   form[data-part="controls" hidden]   input[type=search][name="text"]; radios (or checkboxes) field, area,
 *                                       language, value "" = any; button[type=reset]
 *   [role="status"] with [data-value="count"] (and [data-value="total"])
 *   [data-part="none" hidden]           shown when nothing fits
 *   [data-part="entries"]               parent of the entries
 *   [data-entry][data-fields][data-areas][data-languages][data-gateway][data-words]
 *     [data-part="unknown-note" hidden] shown when a language is wanted and the entry's are not known
 * The address keeps the codes (?field=&area=&language=), never the text.
 */
import { defineElement, fillValues, findPart, PortalElement } from "../element.js";
import { filterEntries } from "./filtering.js";

/** @typedef {import("./filtering.js").DirectoryEntry} DirectoryEntry */
/** @typedef {import("./filtering.js").DirectoryChoice} DirectoryChoice */

const codeNames = ["field", "area", "language"];
const typingPause = 200;

export class DirectoryFilter extends PortalElement {
  /** @type {HTMLElement[]} in the page's order */
  #items = [];
  /** @type {DirectoryEntry[]} */
  #entries = [];
  #timer = 0;

  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    this.#items = [...this.querySelectorAll("[data-entry]")].filter(
      (item) => item instanceof HTMLElement,
    );
    this.#entries = this.#items.map(entryOf);
    this.#restoreChoice();
    this.getPart("controls")?.toggleAttribute("hidden", false);
    this.#listen(signal);
    this.#apply();
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    // Half-composed kana are not yet what the reader means.
    const typed = (/** @type {Event} */ event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#applySoon(typingPause);
    };
    this.addEventListener("input", typed, { signal });
    this.addEventListener("compositionend", () => this.#applySoon(typingPause), { signal });
    this.addEventListener("change", () => this.#applySoon(0), { signal });
    // The form is empty only after its reset event.
    this.addEventListener("reset", () => this.#applySoon(0), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** @param {number} pause */
  #applySoon(pause) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#apply(), pause);
  }

  get #inputs() {
    return [...this.querySelectorAll("input")];
  }

  /**
   * @param {string} name
   * @returns {string[]}
   */
  #checked(name) {
    return this.#inputs
      .filter((input) => input.name === name && input.checked && input.value)
      .map((input) => input.value);
  }

  /** @returns {DirectoryChoice} */
  get #choice() {
    return {
      text: this.#inputs.find((input) => input.name === "text")?.value ?? "",
      field: this.#checked("field")[0] ?? "",
      area: this.#checked("area")[0] ?? "",
      languages: this.#checked("language"),
    };
  }

  /** Only codes that the page offers are taken from the address. */
  #restoreChoice() {
    const query = new URLSearchParams(location.search);
    for (const input of this.#inputs) {
      if (codeNames.includes(input.name) && query.getAll(input.name).includes(input.value)) {
        input.checked = true;
      }
    }
  }

  #apply() {
    clearTimeout(this.#timer);
    const choice = this.#choice;
    const matches = filterEntries(this.#entries, choice);
    for (const item of this.#items) item.hidden = true;
    for (const { place, languageUnknown } of matches) {
      const item = this.#items[place];
      if (!item) continue;
      item.hidden = false;
      findPart(item, "unknown-note")?.toggleAttribute("hidden", !languageUnknown);
      // Appended in turn, the entries take the order of the matches.
      item.parentElement?.append(item);
    }
    fillValues(this, { count: matches.length, total: this.#items.length });
    this.getPart("none")?.toggleAttribute("hidden", matches.length > 0);
    this.#keepInAddress();
  }

  #keepInAddress() {
    const address = new URL(location.href);
    for (const name of codeNames) {
      address.searchParams.delete(name);
      for (const code of this.#checked(name)) address.searchParams.append(name, code);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }
}

/**
 * @param {HTMLElement} item
 * @returns {DirectoryEntry}
 */
function entryOf({ dataset }) {
  return {
    fields: codesOf(dataset.fields),
    areas: codesOf(dataset.areas),
    languages: codesOf(dataset.languages),
    gateway: "gateway" in dataset && dataset.gateway !== "false",
    words: dataset.words ?? "",
  };
}

/** @param {string | undefined} text */
function codesOf(text = "") {
  return text.split(" ").filter(Boolean);
}

defineElement("directory-filter", DirectoryFilter);
