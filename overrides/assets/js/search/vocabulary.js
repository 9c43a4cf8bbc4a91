/** The terms of an index, in the shapes that searching needs (pure). */

/** @typedef {{ postings: Map<string, number[]>, terms: string[], longest: number, documentCount: number }} Vocabulary
 *  terms are sorted; longest: length of the longest one */

/** More terms than this that start alike say nothing any more; typing one kana gives as many. */
const mostTermsAlike = 300;

/** @type {WeakMap<object, Vocabulary>} */
const prepared = new WeakMap();

/**
 * @param {Record<string, number[]>} postings
 * @param {number} documentCount
 * @returns {Vocabulary} made once for an index
 */
export function prepare(postings, documentCount) {
  const known = prepared.get(postings);
  if (known) return known;
  const terms = Object.keys(postings).sort();
  const longest = terms.reduce((length, term) => Math.max(length, term.length), 0);
  const entries = new Map(Object.entries(postings));
  const vocabulary = { postings: entries, terms, longest, documentCount };
  prepared.set(postings, vocabulary);
  return vocabulary;
}

/**
 * @param {Vocabulary} vocabulary
 * @param {string} start
 * @returns {string[]} the terms that are longer and start like this
 */
export function startingWith({ terms }, start) {
  const first = firstNotBefore(terms, start);
  const found = [];
  for (let place = first; place < terms.length && found.length < mostTermsAlike; place += 1) {
    const term = terms[place] ?? "";
    if (!term.startsWith(start)) break;
    if (term !== start) found.push(term);
  }
  return found;
}

/**
 * @param {string[]} terms sorted
 * @param {string} start
 * @returns {number}
 */
function firstNotBefore(terms, start) {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Cut a chunk into known terms, the longest first at every place; what is not known is skipped.
 * Particles and endings are kana, so that kana alone may go missing but at least half of the rest
 * must be known.
 * @param {Vocabulary} vocabulary
 * @param {string} chunk
 * @returns {string[]} none when too little is known
 */
export function segment(vocabulary, chunk) {
  /** @type {Set<string>} */
  const terms = new Set();
  let rest = chunk;
  let covered = 0;
  while (rest) {
    const term = longestTerm(vocabulary, rest);
    if (term) terms.add(term);
    covered += weightOf(term);
    rest = rest.slice(term.length || 1);
  }
  return covered > 0 && covered * 2 >= weightOf(chunk) ? [...terms] : [];
}

/**
 * @param {Vocabulary} vocabulary
 * @param {string} text
 * @returns {string} the longest term the text starts with; a single hiragana is none
 */
function longestTerm({ postings, longest }, text) {
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const term = text.slice(0, length);
    if (postings.has(term) && !/^\p{Script=Hiragana}$/u.test(term)) return term;
  }
  return "";
}

/**
 * @param {string} text
 * @returns {number} signs other than hiragana count ten times
 */
function weightOf(text) {
  const kana = text.match(/\p{Script=Hiragana}/gu)?.length ?? 0;
  return kana + 10 * (text.length - kana);
}

/**
 * Terms that share at least half of the chunk's pairs of signs: for misspelt words.
 * @param {Vocabulary} vocabulary
 * @param {string} chunk
 * @returns {{ term: string, share: number }[]}
 */
export function overlapping({ terms }, chunk) {
  const wanted = pairsOf(chunk);
  if (wanted.size === 0) return [];
  return terms.flatMap((term) => {
    const pairs = pairsOf(term);
    const shared = [...wanted].filter((pair) => pairs.has(pair)).length;
    const share = shared / Math.max(wanted.size, pairs.size);
    return share >= 0.5 ? [{ term, share }] : [];
  });
}

/**
 * @param {string} text
 * @returns {Set<string>}
 */
function pairsOf(text) {
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, place) =>
    text.slice(place, place + 2),
  );
  return new Set(pairs);
}
