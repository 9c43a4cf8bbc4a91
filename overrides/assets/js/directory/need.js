/**
 * What somebody means (pure): the words typed, cut into dangers, problems, a place and a language.
 */

import { normalise } from "../search/normalise.js";
import { contentOf, hasBlanks, likeness, rarityIn } from "./likeness.js";
import { lost, relevanceOf } from "./relevance.js";
import { holds, isLatin, spell, spellAll } from "./spelling.js";

/** @typedef {import("./referral.js").ReferralIndex} ReferralIndex */
/** @typedef {import("./referral.js").Question} Question */
/** @typedef {import("./referral.js").Area} Area */
/** @typedef {import("./referral.js").Danger} Danger */
/** @typedef {{ area: Area | null, language: string, status: string, free: boolean, open: boolean, at: Date | null, dangers: Danger[],
 *   problems: Map<string, number>, relevanceOf: (service: import("./referral.js").Service) => import("./relevance.js").Relevance | null }} Need problems: tag → 0 to 1 */

const least = 0.34;
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
      relevanceOf(service, {
        typed: normalise(question.text ?? ""),
        words,
        dangers,
        problems,
        field,
        status: question.status ?? "",
      }),
  };
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
