/** Right, wrong or not known (pure). Options are told apart by their ids, never by their place. */

/** @typedef {"single" | "multi" | "order" | "match"} QuestionKind */
/** @typedef {"right" | "wrong" | "unknown"} Verdict */
/** @typedef {{ right: number, total: number, passed: boolean | null }} Outcome passed: null where no pass mark is set */

/** The option 「わからない」 of every question. */
export const unknownOption = "unknown";

/**
 * @param {QuestionKind} kind
 * @param {readonly string[]} key single: one id; multi: a set of ids; order: ids in order; match: a set of "left=right"
 * @param {readonly string[]} chosen
 * @returns {Verdict}
 */
export function grade(kind, key, chosen) {
  if (chosen.includes(unknownOption)) return "unknown";
  const isRight = kind === "order" ? isSameOrder(key, chosen) : isSameSet(key, chosen);
  return isRight && key.length > 0 ? "right" : "wrong";
}

/**
 * @param {readonly string[]} key
 * @param {readonly string[]} chosen
 * @returns {boolean}
 */
function isSameOrder(key, chosen) {
  return key.length === chosen.length && key.every((id, place) => chosen[place] === id);
}

/**
 * @param {readonly string[]} key none twice
 * @param {readonly string[]} chosen
 * @returns {boolean}
 */
function isSameSet(key, chosen) {
  return key.length === chosen.length && key.every((id) => chosen.includes(id));
}

/**
 * @param {number} right
 * @param {number} total
 * @param {number} pass share from 0 to 1
 * @returns {boolean} in whole thousandths, so that 0.55 of 20 is 11 and not a little more
 */
export function isPassed(right, total, pass) {
  return total > 0 && right * 1000 >= Math.round(pass * 1000) * total;
}

/**
 * @param {number} right
 * @param {number} total
 * @returns {number} whole per cent, rounded down: 79.9 is not 80
 */
export function percentOf(right, total) {
  return total > 0 ? Math.floor((right * 100) / total) : 0;
}

/**
 * @param {readonly (Verdict | null)[]} verdicts null: not answered
 * @param {string | undefined} pass share from 0 to 1
 * @returns {Outcome}
 */
export function outcomeOf(verdicts, pass) {
  const right = verdicts.filter((verdict) => verdict === "right").length;
  const total = verdicts.length;
  return { right, total, passed: pass ? isPassed(right, total, Number(pass)) : null };
}
