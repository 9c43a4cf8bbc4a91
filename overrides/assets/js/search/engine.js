/**
 * Search over our own index (pure; runs in the browser and, by scripts/search, under Node).
 *
 *   {"documents": [{"url", "title", "kind", "summary", "words"?: other exact names, "titleRuby"?, "summaryRuby"?}],
 *    "postings": {"<term>": [document number, weight, document number, weight, …]}}
 *
 * Terms are NFKC and lower case; words in kanji and katakana stand beside their readings in hiragana.
 */
import { chunksOf, normalise, toHiragana } from "./normalise.js";
import { overlapping, prepare, segment, startingWith } from "./vocabulary.js";

/** @typedef {[base: string, reading?: string, level?: string][]} RubyText level: school grade of the hardest kanji, 7 beyond primary school */
/** @typedef {{ url: string, title: string, kind: string, summary: string, words?: string[],
 *   titleRuby?: RubyText, summaryRuby?: RubyText }} SearchDocument url: below the site's root */
/** @typedef {{ documents: SearchDocument[], postings: Record<string, number[]> }} SearchIndex */
/** @typedef {{ document: SearchDocument, score: number }} SearchHit */
/** @typedef {import("./vocabulary.js").Vocabulary} Vocabulary */
/** @typedef {Map<number, number>} Scores document number → score */

/** A term that only starts like what was typed says less than the term itself. */
const prefixFactor = 0.5;
const overlapFactor = 0.3;

/**
 * @param {SearchIndex} index
 * @param {string} query
 * @param {number} [limit]
 * @returns {SearchHit[]} best first; equal ones in the order of the index
 */
export function search(index, query, limit = 50) {
  const vocabulary = prepare(index.postings, index.documents.length);
  const wanted = normalise(query);
  const groups = chunksOf(query).flatMap((chunk) => findChunk(vocabulary, chunk));
  const hits = [...combine(groups)].flatMap(([number, score]) => {
    const document = index.documents[number];
    return document ? [{ document, number, score: score * closeness(document, wanted) }] : [];
  });
  hits.sort((one, other) => other.score - one.score || one.number - other.number);
  return hits.slice(0, limit).map(({ document, score }) => ({ document, score }));
}

/**
 * What a chunk finds: one group of documents, or one for each word it is made of.
 * @param {Vocabulary} vocabulary
 * @param {string} chunk
 * @returns {Scores[]}
 */
function findChunk(vocabulary, chunk) {
  const spellings = [...new Set([chunk, toHiragana(chunk)])];
  for (const spelling of spellings) {
    const found = findTerm(vocabulary, spelling);
    if (found.size > 0) return [found];
  }
  for (const spelling of spellings) {
    const terms = segment(vocabulary, spelling);
    if (terms.length > 0) return terms.map((term) => findTerm(vocabulary, term));
  }
  return [findSimilar(vocabulary, chunk)];
}

/**
 * Documents with the term, and with less weight those with terms that start like it.
 * @param {Vocabulary} vocabulary
 * @param {string} term
 * @returns {Scores}
 */
function findTerm(vocabulary, term) {
  /** @type {Scores} */
  const scores = new Map();
  addScores(scores, vocabulary, term, 1);
  for (const longer of startingWith(vocabulary, term)) {
    addScores(scores, vocabulary, longer, (prefixFactor * term.length) / longer.length);
  }
  return scores;
}

/**
 * @param {Vocabulary} vocabulary
 * @param {string} chunk
 * @returns {Scores}
 */
function findSimilar(vocabulary, chunk) {
  /** @type {Scores} */
  const scores = new Map();
  for (const { term, share } of overlapping(vocabulary, chunk)) {
    addScores(scores, vocabulary, term, overlapFactor * share);
  }
  return scores;
}

/**
 * The best of several terms counts for a document, so that many forms of one word are still one.
 * @param {Scores} scores changed
 * @param {Vocabulary} vocabulary
 * @param {string} term
 * @param {number} factor
 */
function addScores(scores, { postings, documentCount }, term, factor) {
  const posting = postings.get(term) ?? [];
  const rarity = Math.log(1 + documentCount / (posting.length / 2));
  for (let place = 0; place + 1 < posting.length; place += 2) {
    const number = Number(posting[place]);
    const score = factor * rarity * Math.log1p(Number(posting[place + 1]));
    scores.set(number, Math.max(scores.get(number) ?? 0, score));
  }
}

/**
 * Documents of every group; if there are none, documents of any, the fewer the groups the less.
 * @param {Scores[]} groups
 * @returns {Scores}
 */
function combine(groups) {
  /** @type {Map<number, { sum: number, groups: number }>} */
  const found = new Map();
  for (const group of groups) {
    for (const [number, score] of group) {
      const before = found.get(number) ?? { sum: 0, groups: 0 };
      found.set(number, { sum: before.sum + score, groups: before.groups + 1 });
    }
  }
  const entries = [...found];
  const inAll = entries.filter(([, { groups: count }]) => count === groups.length);
  const chosen = inAll.length > 0 ? inAll : entries;
  return new Map(
    chosen.map(([number, { sum, groups: count }]) => [number, (sum * count) / groups.length]),
  );
}

/**
 * How close the document's name is to all that was typed.
 * @param {SearchDocument} document
 * @param {string} wanted normalised
 * @returns {number} a factor, 1 and more
 */
function closeness({ title, words = [] }, wanted) {
  const name = normalise(title);
  if (name === wanted) return 4;
  if (words.some((word) => normalise(word) === wanted)) return 3;
  if (name.startsWith(wanted)) return 2;
  if (words.some((word) => normalise(word).startsWith(wanted))) return 2;
  return name.includes(wanted) ? 1.5 : 1;
}
