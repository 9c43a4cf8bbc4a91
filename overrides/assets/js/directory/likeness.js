/** How much words mean a term (pure): by words where a script sets blanks, by signs where it does not. */
import { holds, isLatin, spellAll } from "./spelling.js";

/** @typedef {(word: string) => number} Rarity how much a word says: 1 where few problems use it, little where many do */

/** @type {WeakMap<readonly object[], Rarity>} */
const rarities = new WeakMap();

/**
 * @param {import("./referral.js").ReferralIndex["problems"]} problems
 * @returns {Rarity}
 */
export function rarityIn(problems) {
  const known = rarities.get(problems);
  if (known) return known;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { terms } of problems) {
    const stems = new Set(spellAll(terms).filter(hasBlanks).flatMap(contentWords).map(stemOf));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const rarity = (/** @type {string} */ word) =>
    1 / Math.max(1, (counts.get(stemOf(word)) ?? 1) - 1) ** 0.6;
  rarities.set(problems, rarity);
  return rarity;
}

/** @param {string} word */
const stemOf = (word) => word.slice(0, 5);

/**
 * Whether a text is of a script that sets blanks between words: all but Chinese characters, kana, Thai and Burmese.
 * @param {string} text
 */
export const hasBlanks = (text) => /[a-z\p{Script=Devanagari}\p{Script=Hangul}]/u.test(text);

/** @type {Map<string, { core: string, pairs: Set<string> }>} */
const shapes = new Map();

/**
 * @param {string} text
 * @returns {string} without blanks and the particles between words
 */
export function coreOf(text) {
  return isLatin(text)
    ? text
    : text
        .replace(/[\s、。「」・]/gu, "")
        .replace(/(?<=[^\p{Script=Hiragana}])[をがはにでへともの]/gu, "");
}

/**
 * The core of a text: without blanks and the particles between words; and its pairs of signs.
 * @param {string} text
 */
function shapeOf(text) {
  const known = shapes.get(text);
  if (known) return known;
  const core = coreOf(text);
  const pairs = new Set(
    Array.from({ length: Math.max(0, core.length - 1) }, (_, place) =>
      core.slice(place, place + 2),
    ),
  );
  const shape = { core, pairs };
  if (shapes.size > 20_000) shapes.clear();
  shapes.set(text, shape);
  return shape;
}

/**
 * How much the words mean a term: 1 the same, else by how much of one stands in the other.
 * @param {string} words
 * @param {string} term
 * @param {Rarity} rarity
 * @returns {number} 0 to 1
 */
export function likeness(words, term, rarity) {
  if (words === term) return 1;
  if (isLatin(term) !== isLatin(words) && !holds(words, term)) return 0;
  const [one, other] = [shapeOf(words), shapeOf(term)];
  if (one.core === other.core && one.core.length > 1) return 0.98;
  if (term.length > 1 && holds(words, term)) {
    return 0.72 + 0.24 * Math.min(1, other.core.length / Math.max(1, one.core.length));
  }
  if (one.core.length > 1 && !isLatin(words) && other.core.includes(one.core)) {
    return 0.6 + 0.3 * (one.core.length / other.core.length);
  }
  if (isLatin(words) && words.length > 3 && ` ${term}`.includes(` ${words}`)) return 0.8;
  return hasBlanks(term) ? wordsAlike(words, term, rarity) : signsAlike(one, other);
}

const smallWords = new Set(
  "the and for not can with that have need want from are was been her his our you how what when get got del los las por para que com sem não nao uma como của cua cho với voi không khong tôi toi anh các cac ang mga sa ng na dan yang di ke muốn muon quiero gusto mau ingin quero saya ako tôi मलाई चाहन्छु 싶어요".split(
    " ",
  ),
);

/**
 * @param {string} text
 * @returns {string[]} words that say something
 */
const contentWords = (text) =>
  text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length > 2 && !smallWords.has(word));

/**
 * Words of Latin scripts, endings aside: the first letters decide.
 * @param {string} words
 * @param {string} term
 * @param {Rarity} rarity
 * @returns {number}
 */
function wordsAlike(words, term, rarity) {
  const own = contentWords(term);
  const given = contentWords(words);
  const held = given.filter((word) => own.some((each) => isSameStem(word, each)));
  if (held.length === 0) return 0;
  const rarest = Math.max(...held.map((word) => rarity(word)));
  return rarest * (0.42 + 0.42 * (held.length / Math.max(given.length, own.length)));
}

/**
 * @param {string} one
 * @param {string} other
 */
function isSameStem(one, other) {
  if (one === other) return true;
  const length = Math.max(4, Math.min(one.length, other.length) - 2);
  return (
    one.length >= length &&
    other.length >= length &&
    one.slice(0, length) === other.slice(0, length)
  );
}

/**
 * Scripts without blanks: pairs of signs in common, and the longest run in common.
 * @param {{ core: string, pairs: Set<string> }} words
 * @param {{ core: string, pairs: Set<string> }} term
 * @returns {number}
 */
function signsAlike(words, term) {
  if (words.pairs.size < 2 || term.pairs.size < 2) return 0;
  let shared = 0;
  for (const pair of term.pairs) if (words.pairs.has(pair)) shared += 1;
  if (shared === 0) return 0;
  const dice = (2 * shared) / (words.pairs.size + term.pairs.size);
  const run = contentOf(longestRun(words.core, term.core));
  return Math.max(0.85 * dice, run >= 1.7 ? 0.3 + 0.45 * (run / contentOf(term.core)) : 0);
}

/**
 * @param {string} text
 * @returns {number} what it says: hiragana count less, being endings for the most part
 */
export function contentOf(text) {
  const kana = text.match(/\p{Script=Hiragana}/gu)?.length ?? 0;
  return text.length - 0.6 * kana;
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {string} the longest text that stands in both
 */
function longestRun(one, other) {
  let best = "";
  for (let place = 0; place + best.length < other.length; place += 1) {
    while (
      one.includes(other.slice(place, place + best.length + 1)) &&
      place + best.length < other.length
    ) {
      best = other.slice(place, place + best.length + 1);
    }
  }
  return best;
}
