/** What of a study plan is wished for and done, from the learner's events (pure). */
import { dayInTokyo } from "../calendar.js";
import { passedAt } from "./milestones.js";
import { checkOf, lectureQuizOf, progressOfUnits } from "./progress.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./events.js").PlanEvent} PlanEvent */
/** @typedef {import("./plan.js").PlanStep} PlanStep */
/** @typedef {import("./plan.js").PlanWishes} PlanWishes */

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @returns {PlanEvent | null} the latest plan that was not taken away
 */
export function planOf(events) {
  const removed = new Set(
    events.flatMap((event) => (event.kind === "entry-removed" ? [event.entry] : [])),
  );
  const plans = events.flatMap((event) =>
    event.kind === "plan-made" && !removed.has(event.id) ? [event] : [],
  );
  return plans.at(-1) ?? null;
}

/**
 * When the steps of a plan were done. Who repeats counts from the plan's first day on: a unit when its check was answered again.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {readonly PlanStep[]} steps
 * @param {Pick<PlanWishes, "start" | "path">} wishes
 * @param {number} pass share from 0 to 1
 * @returns {Map<string, string>} step → day in Japan; what is not done is left out
 */
export function doneDays(events, steps, { start, path }, pass) {
  const repeats = path === "repeat";
  const own = repeats ? events.filter(({ at }) => dayInTokyo(new Date(at)) >= start) : events;
  const units = steps.filter(({ kind }) => kind === "unit").map(({ id }) => ({ code: codeOf(id) }));
  const progress = progressOfUnits(own, units);
  const momentOf = (/** @type {PlanStep} */ { id, kind }) => {
    if (kind === "review") return passedAt(own, "review", pass);
    if (kind === "quiz") return passedAt(own, lectureQuizOf(codeOf(id)), pass);
    return repeats ? passedAt(own, checkOf(codeOf(id)), 0) : progress.get(codeOf(id))?.doneAt;
  };
  const moments = steps.map((step) => /** @type {const} */ ([step.id, momentOf(step)]));
  return new Map(moments.flatMap(([id, at]) => (at ? [[id, dayInTokyo(new Date(at))]] : [])));
}

/**
 * @param {string} id `unit:A1-1` or `quiz:E2-01`
 * @returns {string}
 */
function codeOf(id) {
  return id.slice(id.indexOf(":") + 1);
}
