/**
 * One spelling for what is typed and what is compared with it (pure): NFKC, lower case, katakana as hiragana; words of Latin scripts also
 * without their accents, as they are typed on a Japanese keyboard.
 */
import { normalise, toHiragana } from "../search/normalise.js";

/**
 * @param {string} text
 * @returns {string}
 */
export function spell(text) {
  return toHiragana(bare(normalise(text)));
}

/**
 * What is left of a text in kana when long sounds, small っ and voiced signs are not told apart:
 * きゅうきゅうしゃ and きゅきゅしゃ are one, なぐられる and なくられる too.
 * @param {string} text
 * @returns {string}
 */
const skeleton = (text) =>
  text
    .replace(/[ーうっ\s]/gu, "")
    .normalize("NFD")
    .replace(/[\u3099\u309a]/gu, "");

/**
 * @param {string} text
 * @returns {string} Latin letters without their accents; đ as d
 */
function bare(text) {
  return text
    .replace(/[a-z\u00c0-\u024f\u1e00-\u1eff]\p{M}*/gu, (letter) =>
      letter.normalize("NFD").replace(/\p{M}/gu, ""),
    )
    .replace(/đ/gu, "d");
}

/** @type {WeakMap<readonly string[], string[]>} */
const spelt = new WeakMap();

/**
 * @param {readonly string[]} terms
 * @returns {string[]} as they are compared; made once
 */
export function spellAll(terms) {
  const known = spelt.get(terms);
  if (known) return known;
  const made = [...new Set(terms.map(spell))];
  spelt.set(terms, made);
  return made;
}

/** @param {string} text */
export const isLatin = (text) => /[a-z]/u.test(text);

/**
 * Whether the words hold a term: Latin terms as whole words (an ending may follow), others anywhere.
 * @param {string} words
 * @param {string} term
 * @returns {boolean}
 */
export function holds(words, term) {
  if (!isLatin(term)) return words.includes(term) || holdsSound(words, term);
  const place = ` ${words}`.indexOf(` ${term}`);
  if (place < 0) return false;
  return term.length > 3 || !/[a-z]/u.test(words[place + term.length] ?? "");
}

/**
 * @param {string} words
 * @param {string} term
 * @returns {boolean} for terms in kana that are long enough not to stand in other words by chance
 */
function holdsSound(words, term) {
  if (!/^[\p{Script=Hiragana}ー]{4,}$/u.test(term)) return false;
  const sound = skeleton(term);
  return sound.length > 3 && skeleton(words).includes(sound);
}
