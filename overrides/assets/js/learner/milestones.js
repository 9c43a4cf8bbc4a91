/**
 * How far a learner has come on the path (pure): the stages that this site can see, and the day each was reached. A gate is a stage
 * that should come first; nothing is ever locked.
 */
import { isPassed } from "../quiz/grading.js";
import { completeScores, lectureQuizOf } from "./progress.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./progress.js").CurriculumFacts} CurriculumFacts */
/** @typedef {import("./progress.js").UnitProgress} UnitProgress */
/** @typedef {"item-a" | "items-b-e" | "lectures" | "review-test"} Stage lectures: all items */

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {CurriculumFacts} curriculum
 * @param {Map<string, UnitProgress>} units
 * @param {number} pass share from 0 to 1
 * @returns {Map<Stage, string | null>} when each stage was reached; null: not yet, or nothing of it is published
 */
export function milestonesOf(events, curriculum, units, pass) {
  const isItemA = (/** @type {{ code: string }} */ { code }) => code.startsWith("A");
  const published = curriculum.units.filter(({ state }) => state === "published");
  const reached = (/** @type {{ code: string }[]} */ own) =>
    lastOf(own.map(({ code }) => units.get(code)?.doneAt ?? null));
  return new Map(
    /** @type {[Stage, string | null][]} */ ([
      ["item-a", reached(published.filter(isItemA))],
      ["items-b-e", reached(published.filter((unit) => !isItemA(unit)))],
      ["lectures", reached(published)],
      ["review-test", passedAt(events, "review", pass)],
    ]),
  );
}

/**
 * When each lecture was passed for the first time: its comprehension quiz, or all of them where it has several.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {CurriculumFacts} curriculum
 * @param {number} pass share from 0 to 1
 * @returns {Map<string, string>} by lecture code; lectures not passed are left out
 */
export function passedLectures(events, curriculum, pass) {
  const passed = curriculum.lectures.flatMap(({ code, quizzes = [code] }) => {
    const at = lastOf(quizzes.map((quiz) => passedAt(events, lectureQuizOf(quiz), pass)));
    return at === null ? [] : /** @type {[string, string][]} */ ([[code, at]]);
  });
  return new Map(passed);
}

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {string} quiz
 * @param {number} pass share from 0 to 1; 0: answered to the end
 * @returns {string | null} the first time
 */
export function passedAt(events, quiz, pass) {
  const own = events.filter((event) => "quiz" in event && event.quiz === quiz);
  const moments = completeScores(own)
    .filter(({ right, total }) => isPassed(right, total, pass))
    .map(({ at }) => at);
  return moments.sort()[0] ?? null;
}

/**
 * @param {(string | null)[]} moments
 * @returns {string | null} the last, if all are reached and there are any
 */
function lastOf(moments) {
  return moments.includes(null) ? null : (moments.sort().at(-1) ?? null);
}
