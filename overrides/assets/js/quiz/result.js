/**
 * The result of a paper: [data-part="result"] inside <quiz-form>.
 *   [data-value="right|total|percent|seed"], [data-result="passed|again" hidden],
 *   button[data-action="retry-wrong"] (only while something was wrong), new-paper, review
 */
import { fillValues } from "../element.js";
import { percentOf } from "./grading.js";

/** @typedef {import("../element.js").PortalElement} PortalElement */
/** @typedef {import("./grading.js").Outcome} Outcome */

/**
 * @param {PortalElement} quiz
 * @param {Outcome} outcome
 * @param {{ seed: string, canReview: boolean }} paper canReview: questions of the paper are out of sight
 */
export function showResult(quiz, { right, total, passed }, { seed, canReview }) {
  const result = quiz.getPart("result");
  if (!result) return;
  fillValues(result, { right, total, percent: percentOf(right, total), seed });
  show(result, '[data-result="passed"]', passed === true);
  show(result, '[data-result="again"]', passed === false);
  show(result, '[data-action="retry-wrong"]', right < total);
  show(result, '[data-action="review"]', canReview);
  result.hidden = false;
}

/** @param {PortalElement} quiz */
export function hideResult(quiz) {
  quiz.getPart("result")?.toggleAttribute("hidden", true);
}

/**
 * @param {HTMLElement} result
 * @param {string} selector
 * @param {boolean} isShown
 */
function show(result, selector, isShown) {
  for (const place of result.querySelectorAll(selector)) place.toggleAttribute("hidden", !isShown);
}
