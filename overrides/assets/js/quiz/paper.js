/**
 * The paper a quiz shows: the one begun last, or a new one, fitted to the questions that the bank
 * holds today (pure).
 */
import { answersOf, nextSeed, papersOf } from "../learner/papers.js";
import { progressOfQuestions } from "../learner/progress.js";
import { draw } from "./drawing.js";

/** @typedef {import("../learner/events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("../learner/events.js").AttemptEvent} AttemptEvent */
/** @typedef {{ id: string, rev: number, unit: string }} BankQuestion */
/** @typedef {{ quiz: string, count: number, bank: readonly BankQuestion[] }} Quiz */
/** @typedef {{ quiz: string, seed: string, questions: string[], retry: boolean, recorded: boolean }} OpenPaper
 *  recorded: the store already holds it with these questions */

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {Quiz} quiz
 * @param {string} [seed] a paper wanted by its seed
 * @returns {OpenPaper}
 */
export function currentPaper(events, quiz, seed) {
  const papers = papersOf(events, quiz.quiz);
  const found = seed ? papers.find((paper) => paper.seed === seed) : papers.at(-1);
  if (!found) return newPaper(events, quiz, seed);
  const held = new Set(quiz.bank.map(({ id }) => id));
  const questions = found.questions.filter((id) => held.has(id));
  if (questions.length === 0) return newPaper(events, quiz);
  const recorded = questions.length === found.questions.length;
  return { quiz: quiz.quiz, seed: found.seed, questions, retry: found.retry, recorded };
}

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {Quiz} quiz
 * @param {string} [seed]
 * @returns {OpenPaper}
 */
export function newPaper(events, { quiz, count, bank }, seed) {
  const ownSeed = seed ?? nextSeed(papersOf(events, quiz), quiz);
  const history = progressOfQuestions(events, revisionsOf(bank));
  const questions = draw(bank, history, count, ownSeed).map(({ id }) => id);
  return { quiz, seed: ownSeed, questions, retry: false, recorded: false };
}

/**
 * The same questions again that were not answered right.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {Quiz} quiz
 * @param {string[]} questions
 * @returns {OpenPaper}
 */
export function retryPaper(events, { quiz }, questions) {
  const seed = nextSeed(papersOf(events, quiz), quiz);
  return { quiz, seed, questions, retry: true, recorded: false };
}

/**
 * What was answered in a paper at the questions' present revisions.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {OpenPaper} paper
 * @param {readonly BankQuestion[]} bank
 * @returns {Map<string, AttemptEvent>}
 */
export function answersAtPresent(events, paper, bank) {
  const revisions = revisionsOf(bank);
  const answers = [...answersOf(events, paper)];
  return new Map(answers.filter(([id, { rev }]) => revisions.get(id) === rev));
}

/**
 * @param {readonly BankQuestion[]} bank
 * @returns {Map<string, number>}
 */
export function revisionsOf(bank) {
  return new Map(bank.map(({ id, rev }) => [id, rev]));
}
