/**
 * Which entries of the directory answer a need, and in which order (pure). What is not known about
 * an entry never hides it: it comes after those that are known to fit.
 */
import { chunksOf, toHiragana } from "../search/normalise.js";

/** @typedef {{ fields: string[], areas: string[], languages: string[], gateway: boolean, words: string }} DirectoryEntry
 *  areas: codes of six digits, "nationwide", or empty for unknown; languages: empty for unknown */
/** @typedef {{ text: string, field: string, area: string, languages: string[] }} DirectoryChoice "" and [] = any */
/** @typedef {{ place: number, languageUnknown: boolean }} DirectoryMatch place: index of the entry */

/** How well one part of a need is met; the lower the earlier. */
const exact = 0;
const broader = 1;
const unknown = 2;

/**
 * @param {readonly DirectoryEntry[]} entries
 * @param {DirectoryChoice} choice
 * @returns {DirectoryMatch[]} in the order to show them
 */
export function filterEntries(entries, choice) {
  const words = chunksOf(choice.text).map(toHiragana);
  const matches = entries.flatMap((entry, place) => {
    if (!holdsWords(entry, words)) return [];
    const language = rankLanguages(entry, choice.languages);
    const field = rankField(entry, choice.field);
    const area = rankArea(entry, choice.area);
    if (language === null || field === null || area === null) return [];
    return [{ place, languageUnknown: language === unknown, ranks: [language, field, area] }];
  });
  matches.sort((one, other) => compareRanks(one.ranks, other.ranks) || one.place - other.place);
  return matches.map(({ place, languageUnknown }) => ({ place, languageUnknown }));
}

/**
 * @param {DirectoryEntry} entry
 * @param {string[]} words normalised, in hiragana where they were katakana
 * @returns {boolean}
 */
function holdsWords({ words: own }, words) {
  const text = toHiragana(own);
  return words.every((word) => text.includes(word));
}

/**
 * @param {DirectoryEntry} entry
 * @param {string[]} wanted any one of them is enough
 * @returns {number | null} null: does not fit
 */
function rankLanguages({ languages }, wanted) {
  if (wanted.length === 0) return exact;
  if (languages.length === 0) return unknown;
  return wanted.some((language) => languages.includes(language)) ? exact : null;
}

/**
 * @param {DirectoryEntry} entry
 * @param {string} wanted
 * @returns {number | null}
 */
function rankField({ fields, gateway }, wanted) {
  if (!wanted || fields.includes(wanted)) return exact;
  if (gateway) return broader;
  return fields.length === 0 ? unknown : null;
}

/**
 * A town counts for its prefecture and the prefecture for its towns: the first two digits.
 * @param {DirectoryEntry} entry
 * @param {string} wanted
 * @returns {number | null}
 */
function rankArea({ areas }, wanted) {
  if (!wanted) return exact;
  if (areas.length === 0) return unknown;
  const prefecture = wanted.slice(0, 2);
  if (areas.some((area) => area === wanted || area.startsWith(prefecture))) return exact;
  return areas.includes("nationwide") ? broader : null;
}

/**
 * @param {number[]} ranks
 * @param {number[]} others
 * @returns {number}
 */
function compareRanks(ranks, others) {
  const differences = ranks.map((rank, place) => rank - (others[place] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
