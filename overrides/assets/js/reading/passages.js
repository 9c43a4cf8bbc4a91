/** The passages of a page that are read aloud: its headings and paragraphs, without readings and controls. */

const units = "h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, summary, blockquote";
const silent =
  'rt, rp, button, input, template, script, style, noscript, nav, quiz-form, unit-finish, read-aloud, .term-card, .cell-label, .facts, [hidden], [lang]:not([lang|="ja"])';

/** @typedef {{ element: Element, text: string }} Passage */

/**
 * @param {ParentNode} root
 * @returns {Passage[]} in page order; what is folded away is left out
 */
export function passagesOf(root) {
  return [...root.querySelectorAll(units)]
    .filter((element) => !element.closest(silent) && (element.checkVisibility?.() ?? true))
    .map((element) => ({ element, text: spokenText(element) }))
    .filter(({ text }) => text !== "");
}

/**
 * The text of an element itself: a passage inside of it speaks for itself.
 * @param {Element} element
 * @returns {string}
 */
function spokenText(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (around?.closest(units) === element && !around.closest(silent)) text += node.nodeValue;
  }
  return text.replace(/\s+/g, " ").trim();
}
