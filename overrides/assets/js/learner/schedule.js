/**
 * What a learner should be asked again, and when (pure): questions that were wrong, not known, or right but unsure come back after
 * 1, 3, 7 and 16 days; who is right and not unsure climbs a step and leaves after the last; who is not begins anew. Even and growing
 * gaps teach alike (research: learning.md §6), so the ladder is fixed and everything is derived from the attempts.
 */
import { dayInTokyo } from "../calendar.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./events.js").AttemptEvent} AttemptEvent */
/** @typedef {"sure-but-wrong" | "wrong" | "unsure"} Reason why it came into the list, the most urgent first */
/** @typedef {{ question: string, reason: Reason, step: number, due: string }} Repetition step: days of the ladder already passed; due: day in Japan */

export const ladder = [1, 3, 7, 16];

/** @type {Reason[]} */
const urgency = ["sure-but-wrong", "wrong", "unsure"];

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {ReadonlyMap<string, number>} revisions question id → rev; others are history
 * @returns {Repetition[]} all that are in the list: the most urgent reason first, then the earliest day
 */
export function repetitionsOf(events, revisions) {
  /** @type {Map<string, Repetition>} */
  const open = new Map();
  for (const event of events) {
    if (event.kind !== "attempt" || revisions.get(event.question) !== event.rev) continue;
    const next = afterAttempt(open.get(event.question), event);
    if (next) open.set(event.question, next);
    else open.delete(event.question);
  }
  return [...open.values()].sort(compareRepetitions);
}

/**
 * @param {Repetition[]} repetitions
 * @param {Date} now
 * @returns {Repetition[]} those whose day has come
 */
export function dueOf(repetitions, now) {
  const today = dayInTokyo(now);
  return repetitions.filter(({ due }) => due <= today);
}

/**
 * @param {Repetition | undefined} before
 * @param {AttemptEvent} attempt
 * @returns {Repetition | null} null: not, or no more, in the list
 */
function afterAttempt(before, attempt) {
  const { question, at } = attempt;
  const reason = reasonOf(attempt);
  if (reason) return { question, reason, step: 0, due: daysAfter(at, ladder[0]) };
  if (!before) return null;
  // Answered right before its day, it keeps its day: spacing is what helps.
  if (dayInTokyo(new Date(at)) < before.due) return before;
  const step = before.step + 1;
  return step < ladder.length ? { ...before, step, due: daysAfter(at, ladder[step]) } : null;
}

/**
 * @param {AttemptEvent} attempt
 * @returns {Reason | null}
 */
function reasonOf({ right, sure }) {
  if (!right) return sure ? "sure-but-wrong" : "wrong";
  return sure === false ? "unsure" : null;
}

/**
 * @param {string} at
 * @param {number | undefined} days
 * @returns {string} the day in Japan
 */
function daysAfter(at, days = 1) {
  return dayInTokyo(new Date(Date.parse(at) + days * 86_400_000));
}

/**
 * @param {Repetition} one
 * @param {Repetition} other
 * @returns {number}
 */
function compareRepetitions(one, other) {
  const order = urgency.indexOf(one.reason) - urgency.indexOf(other.reason);
  if (order !== 0) return order;
  if (one.due !== other.due) return one.due < other.due ? -1 : 1;
  return one.question < other.question ? -1 : 1;
}
