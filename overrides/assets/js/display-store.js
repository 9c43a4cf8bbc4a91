/** Where the reader's choices about the display are kept and shown: localStorage, and data-… on <html>. */
import { readStored } from "./display-choice.js";

/** @typedef {import("./display-choice.js").DisplayChoice} DisplayChoice */

export const storageKey = "portal-settings";

/** Told on the document whenever a choice is shown. */
export const choiceChanged = "display-settings-changed";

/** @param {DisplayChoice} choice */
export function applyChoice(choice) {
  showChoice(choice);
  try {
    const stored = readStored(localStorage.getItem(storageKey));
    localStorage.setItem(storageKey, JSON.stringify({ ...stored, ...choice }));
  } catch {
    // Blocked storage: the choice holds for this page.
  }
}

/** @param {DisplayChoice} choice */
export function showChoice(choice) {
  Object.assign(document.documentElement.dataset, choice);
  document.dispatchEvent(new CustomEvent(choiceChanged));
}
