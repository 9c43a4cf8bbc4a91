/**
 * A study plan (pure): which hour is finished on which day, so that all fit between two days. Nothing of it is stored but the wishes;
 * the days are worked out anew from what is done and from today, so that nobody falls behind a plan that no longer holds.
 */
import { addDays, isDay } from "../programme/days.js";

/** @typedef {{ id: string, kind: "unit" | "quiz" | "review", lecture: string }} PlanStep in the order of study: item A first */
/** @typedef {"first" | "repeat"} PlanPath first: what is not done yet; repeat: all of it once more */
/** @typedef {{ start: string, end: string, hours: number[], path: PlanPath, exempt: string[] }} PlanWishes hours: of Monday to Sunday; exempt: lectures */
/** @typedef {{ id: string, day: string, done: boolean }} PlannedStep day: when it is, or was, finished */
/** @typedef {{ from: string, to: string, hours: number, steps: PlannedStep[] }} PlanWeek Monday to Sunday, cut to the time of the plan */
/** @typedef {{ weeks: PlanWeek[], earlier: string[], beyond: string[], needed: number, room: number, weekly: number | null, finish: string | null, ahead: number }} StudyPlan
 *   earlier: done before the first day; beyond: what does not fit; needed, room: hours; weekly: hours a week that would do (null: no time is
 *   left); finish: the last day at this pace (null: there is no pace); ahead: hours more than planned until yesterday, below nothing when fewer */

/** How far ahead a finish is looked for, in days: longer than any course. */
const farthest = 1500;

/**
 * @param {PlanWishes} wishes
 * @returns {"start" | "end" | "order" | "hours" | null} what has to be mended before there can be a plan
 */
export function problemOf({ start, end, hours }) {
  if (!isDay(start)) return "start";
  if (!isDay(end)) return "end";
  if (end < start) return "order";
  return hours.some((each) => each > 0) ? null : "hours";
}

/**
 * The last day of so many months, the first day counted: from 22 November to 21 January. Where the month has no such day, its last.
 * @param {string} start
 * @param {number} months
 * @returns {string}
 */
export function lastDayOf(start, months) {
  const [year = 0, month = 1, date = 1] = start.split("-").map(Number);
  const longest = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const last = Date.UTC(year, month - 1 + months, date > longest ? longest : date - 1);
  return new Date(last).toISOString().slice(0, 10);
}

/**
 * @param {PlanWishes} wishes without a problem
 * @param {readonly PlanStep[]} steps all of the course, in the order of study
 * @param {ReadonlyMap<string, string>} done step → the day when it was done
 * @param {string} today
 * @returns {StudyPlan}
 */
export function studyPlan(wishes, steps, done, today) {
  const own = steps.filter(({ lecture }) => !wishes.exempt.includes(lecture));
  const before = own.filter(({ id }) => (done.get(id) ?? wishes.start) < wishes.start);
  const within = own.filter((step) => done.has(step.id) && !before.includes(step));
  const open = own.filter(({ id }) => !done.has(id));
  const from = today > wishes.start ? today : wishes.start;
  const spent = within.filter(({ id }) => done.get(id) === today).reduce(addHours, 0);
  const days = placeSteps(open, wishes, from, spent);
  const fits = open.filter(({ id }) => (days.get(id) ?? "9") <= wishes.end);
  const needed = open.reduce(addHours, 0);
  const room = roomOf(wishes, from, spent);
  return {
    weeks: weeksOf(wishes, [
      ...within.map(({ id }) => ({ id, day: done.get(id) ?? "", done: true })),
      ...fits.map(({ id }) => ({ id, day: days.get(id) ?? "", done: false })),
    ]),
    earlier: before.map(({ id }) => id),
    beyond: open.filter((step) => !fits.includes(step)).map(({ id }) => id),
    ...{ needed, room, weekly: weeklyOf(needed, from, wishes.end) },
    finish: finishOf(open, days),
    ahead: aheadOf(wishes, own, before, within, today),
  };
}

/**
 * Hours a step takes from the plan: a unit is one, the review test one, a lecture's quiz goes with its last unit.
 * @param {PlanStep} step
 * @returns {number}
 */
export function hoursOfStep({ kind }) {
  return kind === "quiz" ? 0 : 1;
}

/**
 * @param {number} sum
 * @param {PlanStep} step
 * @returns {number}
 */
function addHours(sum, step) {
  return sum + hoursOfStep(step);
}

/**
 * @param {PlanWishes} wishes
 * @param {string} day
 * @returns {number}
 */
function hoursOn({ hours }, day) {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return hours[weekday] ?? 0;
}

/**
 * Each step on the day on which enough hours have come together for it; what is left of a day goes over to the next.
 * @param {PlanStep[]} steps
 * @param {PlanWishes} wishes
 * @param {string} from
 * @param {number} spent hours of the first day that are gone
 * @returns {Map<string, string>} may go beyond the plan's last day; empty where no hours are given
 */
function placeSteps(steps, wishes, from, spent) {
  /** @type {Map<string, string>} */
  const days = new Map();
  let saved = 0;
  let next = 0;
  for (let count = 0; count < farthest && next < steps.length; count += 1) {
    const day = addDays(from, count);
    const hours = Math.max(0, hoursOn(wishes, day) - (count === 0 ? spent : 0));
    saved += hours;
    for (; hours > 0 && next < steps.length; next += 1) {
      const step = steps[next];
      if (!step || hoursOfStep(step) > saved) break;
      saved -= hoursOfStep(step);
      days.set(step.id, day);
    }
  }
  return days;
}

/**
 * @param {PlanWishes} wishes
 * @param {string} from
 * @param {number} spent
 * @returns {number} hours from this day to the last
 */
function roomOf(wishes, from, spent) {
  let room = from <= wishes.end ? -Math.min(spent, hoursOn(wishes, from)) : 0;
  for (let day = from; day <= wishes.end; day = addDays(day, 1)) room += hoursOn(wishes, day);
  return room;
}

/**
 * @param {number} needed
 * @param {string} from
 * @param {string} end
 * @returns {number | null} in half hours, rounded up
 */
function weeklyOf(needed, from, end) {
  if (from > end) return null;
  const days = Math.round((Date.parse(end) - Date.parse(from)) / 86_400_000) + 1;
  return Math.ceil(((needed * 7) / days) * 2) / 2;
}

/**
 * @param {PlanStep[]} open
 * @param {Map<string, string>} days
 * @returns {string | null}
 */
function finishOf(open, days) {
  const last = open.at(-1);
  return last ? (days.get(last.id) ?? null) : null;
}

/**
 * @param {PlanWishes} wishes
 * @param {PlanStep[]} own
 * @param {PlanStep[]} before
 * @param {PlanStep[]} within
 * @param {string} today
 * @returns {number}
 */
function aheadOf(wishes, own, before, within, today) {
  const original = own.filter((step) => !before.includes(step));
  const days = placeSteps(original, wishes, wishes.start, 0);
  const due = original.filter(({ id }) => (days.get(id) ?? "9") < today).reduce(addHours, 0);
  return within.reduce(addHours, 0) - due;
}

/**
 * @param {PlanWishes} wishes
 * @param {PlannedStep[]} planned
 * @returns {PlanWeek[]} all from the first day to the last, also the empty ones; what was done after the last day stands in the last
 */
function weeksOf(wishes, planned) {
  /** @type {PlanWeek[]} */
  const weeks = [];
  for (let from = wishes.start; from <= wishes.end; ) {
    const sunday = addDays(from, 6 - ((new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7));
    const to = sunday < wishes.end ? sunday : wishes.end;
    let hours = 0;
    for (let day = from; day <= to; day = addDays(day, 1)) hours += hoursOn(wishes, day);
    weeks.push({ from, to, hours, steps: [] });
    from = addDays(to, 1);
  }
  for (const step of planned) {
    (weeks.find(({ to }) => step.day <= to) ?? weeks.at(-1))?.steps.push(step);
  }
  return weeks;
}
