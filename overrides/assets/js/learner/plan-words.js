/**
 * Days and steps of a study plan in the words of the page.
 *   template[data-message="month-1 … month-12 | date-1 … date-31 | weekday-0 … weekday-6 (Monday first)"]
 *   template[data-step="unit:A1-1"]     the step as a link
 *   template[data-message="step-done | step-open"]
 */
import { cloneMessage } from "../element.js";

/** @typedef {import("./plan.js").PlannedStep} PlannedStep */

/**
 * @param {ParentNode} host
 * @param {string} day YYYY-MM-DD
 * @returns {HTMLTimeElement} month, day and weekday, with readings where the page offers them
 */
export function dayInPage(host, day) {
  const moment = new Date(`${day}T00:00:00Z`);
  const time = document.createElement("time");
  time.dateTime = day;
  time.append(
    ...[
      cloneMessage(host, `month-${moment.getUTCMonth() + 1}`),
      cloneMessage(host, `date-${moment.getUTCDate()}`),
      cloneMessage(host, `weekday-${(moment.getUTCDay() + 6) % 7}`),
    ].map((part) => part ?? ""),
  );
  return time;
}

/**
 * @param {ParentNode} host
 * @param {string} id
 * @returns {Node} the step as a link; its id where the page does not know it
 */
export function linkToStep(host, id) {
  const template = host.querySelector(`template[data-step="${id}"]`);
  if (!(template instanceof HTMLTemplateElement)) return document.createTextNode(id);
  return document.importNode(template.content, true);
}

/**
 * @param {ParentNode} host
 * @param {PlannedStep} step
 * @returns {HTMLLIElement}
 */
export function stepInPage(host, { id, day, done }) {
  const item = document.createElement("li");
  item.className = "plan__step";
  item.dataset.planned = id;
  item.dataset.done = String(done);
  const when = document.createElement("span");
  when.className = "plan__day";
  when.append(dayInPage(host, day));
  const state = document.createElement("span");
  state.className = "plan__state";
  state.append(cloneMessage(host, done ? "step-done" : "step-open") ?? "");
  item.append(when, " ", linkToStep(host, id), " ", state);
  return item;
}

/**
 * @param {ParentNode} host
 * @returns {{ steps: (import("./plan.js").PlanStep & { title: string, url: string })[], pass: number, months: number }} what the page knows of the course
 */
export function courseOfPlan(host) {
  const data = host.querySelector('script[data-part="course"]')?.textContent;
  return JSON.parse(data ?? '{"steps": [], "pass": 1, "months": 2}');
}
