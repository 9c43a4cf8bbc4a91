/**
 * Papers by blueprint (pure). A paper is told by its number alone, so that the number on a screen or a print makes the same paper again,
 * for everyone, while the bank is the same; and papers that follow each other ask other questions until the bank is through.
 */
import { shuffle } from "./random.js";

/** @typedef {{ id: string, unit: string, case?: string }} BlueprintQuestion */

/**
 * So many questions of every unit that has any.
 * @template {BlueprintQuestion} T
 * @param {readonly T[]} questions the bank, in its order; parts of cases are left out
 * @param {number} each questions a unit
 * @param {string} quiz
 * @param {number} number of the paper, from 1
 * @returns {T[]} in the order of the bank
 */
export function paperByUnit(questions, each, quiz, number) {
  const units = groupBy(
    questions.filter((question) => question.case === undefined),
    (question) => question.unit,
  );
  const chosen = [...units].flatMap(([unit, own]) =>
    windowOf(shuffle(own, `${quiz}/${unit}`), each, number),
  );
  return inOrderOf(questions, chosen);
}

/**
 * Whole cases.
 * @template {BlueprintQuestion} T
 * @param {readonly T[]} questions the bank, in its order
 * @param {number} count cases
 * @param {string} quiz
 * @param {number} number of the paper, from 1
 * @returns {T[]} the parts, case by case in the order of the bank
 */
export function paperOfCases(questions, count, quiz, number) {
  const cases = groupBy(questions, (question) => question.case ?? "");
  cases.delete("");
  const chosen = windowOf(shuffle([...cases.values()], quiz), count, number);
  return inOrderOf(questions, chosen.flat());
}

/**
 * The next items of a round: paper 2 begins where paper 1 ended.
 * @template T
 * @param {readonly T[]} items
 * @param {number} size
 * @param {number} number from 1
 * @returns {T[]} at most all items, none twice
 */
function windowOf(items, size, number) {
  const most = Math.min(size, items.length);
  const start = (number - 1) * size;
  return Array.from({ length: most }, (_, place) => items[(start + place) % items.length]).filter(
    (item) => item !== undefined,
  );
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf
 * @returns {Map<string, T[]>}
 */
function groupBy(items, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/**
 * @template {BlueprintQuestion} T
 * @param {readonly T[]} questions
 * @param {readonly T[]} chosen
 * @returns {T[]}
 */
function inOrderOf(questions, chosen) {
  const held = new Set(chosen);
  return questions.filter((question) => held.has(question));
}
