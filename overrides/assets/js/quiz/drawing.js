/** Which questions a paper gets (pure). */
import { shuffle } from "./random.js";

/** @typedef {{ id: string, unit: string }} DrawableQuestion */
/** @typedef {ReadonlyMap<string, { lastRightAt: string | null }>} QuestionHistory questions seen at their present rev */

/**
 * Unseen questions first, then those never answered right, then the least recently right; among
 * equals spread evenly over the units, by the seed. The paper keeps the order of the bank, so that
 * the questions of a unit stay together.
 * @template {DrawableQuestion} T
 * @param {readonly T[]} questions the bank, in its order
 * @param {QuestionHistory} history
 * @param {number} count
 * @param {string} seed
 * @returns {T[]} at most count questions, none twice
 */
export function draw(questions, history, count, seed) {
  const ranked = rankWithinUnits(shuffle(questions, seed), history);
  const chosen = new Set(
    ranked
      .sort((one, other) => compareRanks(one, other))
      .slice(0, Math.max(0, count))
      .map(({ question }) => question.id),
  );
  return questions.filter((question) => chosen.has(question.id));
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
function compareText(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * @template {DrawableQuestion} T
 * @typedef {{ question: T, standing: string, turn: number }} RankedQuestion turn: place among the equals of its unit
 */

/**
 * @template {DrawableQuestion} T
 * @param {T[]} questions
 * @param {QuestionHistory} history
 * @returns {RankedQuestion<T>[]}
 */
function rankWithinUnits(questions, history) {
  /** @type {Map<string, number>} */
  const turns = new Map();
  return questions.map((question) => {
    const standing = standingOf(history.get(question.id));
    const equals = JSON.stringify([question.unit, standing]);
    const turn = turns.get(equals) ?? 0;
    turns.set(equals, turn + 1);
    return { question, standing, turn };
  });
}

/**
 * Sorts as text: unseen "0", never right "1", else the moment it was last right ("2026-…").
 * @param {{ lastRightAt: string | null } | undefined} progress
 * @returns {string}
 */
function standingOf(progress) {
  if (!progress) return "0";
  return progress.lastRightAt ?? "1";
}

/**
 * @param {RankedQuestion<DrawableQuestion>} one
 * @param {RankedQuestion<DrawableQuestion>} other
 * @returns {number}
 */
function compareRanks(one, other) {
  return compareText(one.standing, other.standing) || one.turn - other.turn;
}
