/**
 * What somebody means (pure): the words typed, cut into dangers, problems, names, a place and a language. Everything is compared in NFKC,
 * lower case, katakana as hiragana; words of Latin scripts also without their accents, as they are typed on a Japanese keyboard.
 */
import { normalise, toHiragana } from "../search/normalise.js";

/** @typedef {import("./referral.js").ReferralIndex} ReferralIndex */
/** @typedef {import("./referral.js").Service} Service */
/** @typedef {import("./referral.js").Question} Question */
/** @typedef {import("./referral.js").Reason} Reason */
/** @typedef {import("./referral.js").Area} Area */
/** @typedef {import("./referral.js").Danger} Danger */
/** @typedef {{ share: number, reasons: Reason[] }} Relevance share: 1 = exactly this, above it a danger or the very name */
/** @typedef {{ area: Area | null, language: string, status: string, free: boolean, open: boolean, at: Date | null, dangers: Danger[],
 *   problems: Map<string, number>, relevanceOf: (service: Service) => Relevance | null }} Need problems: tag → 0 to 1 */

/** The tag of those who do not know whom to ask: any words that say nothing else lead there. */
const lost = "dont-know-where-to-ask";
const least = 0.34;
/** Share that a first door has for any problem, and for one that nothing else answers. */
const gatewayShare = { any: 0.25, lost: 0.9 };

/**
 * @param {ReferralIndex} index
 * @param {Question} question
 * @returns {Need}
 */
export function readNeed(index, question) {
  const typed = spell(question.text ?? "");
  const named = takeOut(typed, index.areas);
  // 「日本語」 is what people want to learn; nobody asks for a counter that speaks Japanese.
  const spoken = takeOut(
    named.rest,
    index.languages.filter(({ code }) => code !== "ja"),
  );
  const area = index.areas.find(({ code }) => code === question.area) ?? named.found;
  const language = question.language || spoken.found?.code || "";
  const words = spoken.rest;
  // Blanks are set anywhere in Japanese.
  const dangers = dangersIn(index, hasBlanks(typed) ? typed : typed.replaceAll(" ", ""));
  const problems = problemsIn(index, words, question.problem);
  const field = question.field ?? "";
  return {
    ...{ area, language, status: question.status ?? "", free: question.free ?? false },
    ...{ open: question.open ?? false, at: question.at ?? null, dangers, problems },
    relevanceOf: (service) =>
      relevanceOf(service, { words, dangers, problems, field, status: question.status ?? "" }),
  };
}

/**
 * @param {string} text
 * @returns {string}
 */
function spell(text) {
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
function spellAll(terms) {
  const known = spelt.get(terms);
  if (known) return known;
  const made = [...new Set(terms.map(spell))];
  spelt.set(terms, made);
  return made;
}

/** @param {string} text */
const isLatin = (text) => /[a-z]/u.test(text);

/**
 * Whether the words hold a term: Latin terms as whole words (an ending may follow), others anywhere.
 * @param {string} words
 * @param {string} term
 * @returns {boolean}
 */
function holds(words, term) {
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

/**
 * The place or language named among the words, and the words without it. A name counts only as a word of its own, or with the ending of
 * its kind (群馬県, ベトナム語), so that 「日本語を習いたい」 asks for lessons and not for Japanese.
 * @template {{ terms: string[], code: string }} T
 * @param {string} words
 * @param {T[]} records
 * @returns {{ found: T | null, rest: string }}
 */
function takeOut(words, records) {
  const phrase = records.find(({ terms }) =>
    spellAll(terms).some((term) => term.includes(" ") && holds(words, term)),
  );
  if (phrase) {
    const term =
      spellAll(phrase.terms).find((each) => each.includes(" ") && holds(words, each)) ?? "";
    return { found: phrase, rest: words.replace(term, " ").replace(/\s+/gu, " ").trim() };
  }
  const chunks = words.split(" ");
  for (const [place, chunk] of chunks.entries()) {
    // "thai" and "lao" are words of other languages too.
    if (isLatin(chunk) && chunk.length < 5 && chunks.length > 1) continue;
    const found = records.find(({ terms }) => spellAll(terms).some((term) => isName(chunk, term)));
    if (found) return { found, rest: chunks.filter((_, other) => other !== place).join(" ") };
  }
  return { found: null, rest: words };
}

/**
 * @param {string} chunk
 * @param {string} name
 * @returns {boolean} the name with or without the ending of its kind, and a particle after it
 */
function isName(chunk, name) {
  const short = name.replace(/[県府都市区語]$|(けん|ふ|と|し|く|ご)$/u, "");
  const plain = chunk.replace(/(で|に|の|在住|語)$/u, "");
  return [chunk, plain].some((each) => each !== "" && (each === name || each === short));
}

/**
 * @param {ReferralIndex} index
 * @param {string} words
 * @returns {Danger[]} the longest word of danger first
 */
function dangersIn({ dangers }, words) {
  return dangers
    .map((danger) => {
      const held = spellAll(danger.terms).filter(
        (term) => holds(words, term) && isWhole(words, term),
      );
      return { danger, length: Math.max(0, ...held.map((term) => term.length)) };
    })
    .filter(({ length }) => length > 0)
    .sort((one, other) => other.length - one.length)
    .map(({ danger }) => danger);
}

/**
 * Whether a Latin term ends where a word ends: "fire" is no part of "fired".
 * @param {string} words
 * @param {string} term
 */
function isWhole(words, term) {
  return (
    !isLatin(term) || ` ${words} `.includes(` ${term} `) || ` ${words} `.includes(` ${term}s `)
  );
}

/**
 * @param {ReferralIndex} index
 * @param {string} words
 * @param {string} [chosen] a tag that was chosen from the list
 * @returns {Map<string, number>}
 */
function problemsIn({ problems }, words, chosen) {
  if (chosen) return new Map([[chosen, 1]]);
  if (!words) return new Map();
  const rarity = rarityIn(problems);
  const readings = readingsOf(words).map(({ text, weight }) => {
    const found = problems.map(({ terms }) =>
      Math.max(0, ...spellAll(terms).map((term) => likeness(text, term, rarity))),
    );
    // A word that many problems know says little by itself.
    const known = found.filter((share) => share > 0.55).length;
    const says = text === words || known < 3 ? 1 : (known - 1) ** -0.5;
    return found.map((share) => share * weight * says);
  });
  const shares = problems.map(({ id }, place) => {
    const share = Math.max(0, ...readings.map((found) => found[place] ?? 0));
    return /** @type {[string, number]} */ ([id, share]);
  });
  const best = Math.max(0, ...shares.filter(([id]) => id !== lost).map(([, share]) => share));
  // 「わからない」 beside something that is said clearly is no problem of its own.
  const own = shares.filter(([id, share]) => id !== lost || share > best || best < 0.55);
  // What is only faintly alike is noise beside what is clearly meant.
  return new Map(own.filter(([, share]) => share >= least && share >= best * 0.6));
}

/**
 * The words as a whole, without their blanks, and each of them alone: 「確定申告 わからない」 is about 確定申告.
 * @param {string} words
 * @returns {{ text: string, weight: number }[]}
 */
function readingsOf(words) {
  const chunks = hasBlanks(words) ? [] : words.split(" ");
  const alone = chunks.length > 1 ? chunks.filter((chunk) => contentOf(chunk) >= 1.2) : [];
  return [
    { text: words, weight: 1 },
    ...(chunks.length > 1 ? [{ text: chunks.join(""), weight: 1 }] : []),
    ...alone.map((text) => ({ text, weight: contentOf(text) < 2 ? 0.8 : 0.94 })),
  ];
}

/** @typedef {(word: string) => number} Rarity how much a word says: 1 where few problems use it, little where many do */

/** @type {WeakMap<readonly object[], Rarity>} */
const rarities = new WeakMap();

/**
 * @param {ReferralIndex["problems"]} problems
 * @returns {Rarity}
 */
function rarityIn(problems) {
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
const hasBlanks = (text) => /[a-z\p{Script=Devanagari}\p{Script=Hangul}]/u.test(text);

/** @type {Map<string, { core: string, pairs: Set<string> }>} */
const shapes = new Map();

/**
 * @param {string} text
 * @returns {string} without blanks and the particles between words
 */
function coreOf(text) {
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
function contentOf(text) {
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

/**
 * @param {Service} service
 * @param {{ words: string, dangers: Danger[], problems: Map<string, number>, field: string, status: string }} asked
 * @returns {Relevance | null}
 */
function relevanceOf(service, { words, dangers, problems, field, status }) {
  if (field && !service.fields?.includes(field) && !service.gateway) return null;
  /** @type {Relevance[]} */
  const found = [];
  for (const [place, { id, services }] of dangers.entries()) {
    const rank = services.indexOf(service.id);
    // 110, 119 and 118 answer at once, everywhere and in many languages: nothing goes before them.
    const atOnce =
      rank === 0 && service.channels.some(({ number }) => /^11[089]$/u.test(number ?? ""))
        ? 0.6
        : 0;
    if (rank >= 0)
      found.push({
        share: 3 + atOnce - place * 0.9 - rank * 0.12,
        reasons: [{ reason: "danger", value: id }],
      });
  }
  const tag = bestTag(service, problems);
  if (tag) found.push({ share: tag.share, reasons: [{ reason: "problem", value: tag.id }] });
  if (words) {
    let byName = 0;
    for (const name of spellAll(service.names))
      byName = Math.max(byName, nameLikeness(words, name));
    if (byName > 0) found.push({ share: byName, reasons: [{ reason: "name" }] });
  }
  // A service made for the person's own status is worth a call whatever the problem.
  if (status && service.policy === "listed" && service.include?.includes(status)) {
    found.push({ share: 0.36, reasons: [{ reason: "status-own" }] });
  }
  if (service.gateway) {
    const isLost =
      dangers.length === 0 && Math.max(0, ...problems.values()) <= (problems.get(lost) ?? 0);
    found.push({
      share: isLost ? gatewayShare.lost : gatewayShare.any,
      reasons: [{ reason: "gateway" }],
    });
  }
  if (!words && problems.size === 0) {
    found.push({
      share: field && service.fields?.includes(field) ? 0.95 : 0.5,
      reasons: field ? [{ reason: "field", value: field }] : [],
    });
  }
  if (found.length === 0) return null;
  return found.reduce((best, one) => (one.share > best.share ? one : best));
}

/**
 * @param {Service} service
 * @param {Map<string, number>} problems
 */
function bestTag(service, problems) {
  let best = null;
  for (const [place, id] of service.problems.entries()) {
    const share = problems.get(id);
    if (share === undefined) continue;
    // What a service names first is what it is for; a first door knows a little of everything.
    // A first door knows a little of everything.
    const first = service.gateway && id !== lost ? 0.88 : 1;
    const own =
      first *
      share *
      (1 - 0.03 * Math.min(place, 4) - 0.01 * Math.min(service.problems.length, 10));
    if (!best || own > best.share) best = { id, share: own };
  }
  return best;
}

/**
 * @param {string} words
 * @param {string} name
 * @returns {number} above 1 where the very name was typed
 */
function nameLikeness(words, name) {
  if (words === name) return 1.5;
  const isNear = words.length > 2 && Math.abs(words.length - name.length) < 4;
  if (isNear && words[0] === name[0] && coreOf(words) === coreOf(name)) return 1.5;
  if (words.length > 1 && name.includes(words)) {
    if (words.length < 4 && isLatin(words)) return 0;
    const share = words.length / name.length;
    return name.startsWith(words) ? 0.95 + 0.4 * share : 0.7 + 0.3 * share;
  }
  return name.length > 3 && words.includes(name) && holds(words, name) ? 1.2 : 0;
}
