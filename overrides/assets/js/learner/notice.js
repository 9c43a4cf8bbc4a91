/**
 * Tells the reader once a page when what is done cannot be kept.
 *   [data-part="notice" role="status" hidden] ← message memory-only | read-only | not-saved
 */

/** @typedef {import("../element.js").PortalElement} PortalElement */
/** @typedef {import("./store.js").LearnerStore} LearnerStore */

let told = false;

/**
 * @param {PortalElement} element
 * @param {LearnerStore} store
 */
export function tellIfNotKept(element, store) {
  const place = element.getPart("notice");
  if (told || store.persistent || !place) return;
  told = true;
  element.say(place, store.condition);
}
