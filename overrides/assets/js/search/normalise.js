/** One spelling for what is typed and what is searched (pure). */

/**
 * NFKC, lower case, single spaces.
 * @param {string} text
 * @returns {string}
 */
export function normalise(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/**
 * @param {string} text
 * @returns {string} katakana as hiragana; everything else as it is
 */
export function toHiragana(text) {
  return text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/**
 * @param {string} text
 * @returns {string[]} the words between spaces, normalised
 */
export function chunksOf(text) {
  return normalise(text).split(" ").filter(Boolean);
}
