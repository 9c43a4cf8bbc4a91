import assert from "node:assert/strict";
import { test } from "node:test";
import { isLearnerEvent } from "../../../overrides/assets/js/learner/events.js";
import { lastDayOf, problemOf, studyPlan } from "../../../overrides/assets/js/learner/plan.js";
import { doneDays, planOf } from "../../../overrides/assets/js/learner/plan-progress.js";

/** @typedef {import("../../../overrides/assets/js/learner/plan.js").PlanStep} PlanStep */
/** @typedef {import("../../../overrides/assets/js/learner/plan.js").PlanWishes} PlanWishes */

/** @type {PlanStep[]} */
const steps = [
  ...["A1-1", "A1-2"].map((code) => step(`unit:${code}`, "A1")),
  step("quiz:A1", "A1"),
  ...["B1-1", "B2-1", "B2-2"].map((code) => step(`unit:${code}`, code.slice(0, 2))),
  step("quiz:B2", "B2"),
  { id: "review", kind: "review", lecture: "" },
];

/**
 * @param {string} id
 * @param {string} lecture
 * @returns {PlanStep}
 */
function step(id, lecture) {
  return { id, kind: id.startsWith("quiz") ? "quiz" : "unit", lecture };
}

/** Mondays, Wednesdays and Saturdays from Monday 2 November 2026.
 * @type {PlanWishes} */
const wishes = {
  start: "2026-11-02",
  end: "2026-11-15",
  hours: [1, 0, 1, 0, 0, 2, 0],
  path: "first",
  exempt: [],
};

/**
 * @param {Partial<PlanWishes>} changes
 * @param {Record<string, string>} done
 * @param {string} today
 */
function plan(changes = {}, done = {}, today = "2026-11-02") {
  return studyPlan({ ...wishes, ...changes }, steps, new Map(Object.entries(done)), today);
}

/** @param {ReturnType<typeof plan>} made */
function openDays(made) {
  const planned = made.weeks.flatMap((week) => week.steps).filter(({ done }) => !done);
  return planned.map(({ id, day }) => `${id} ${day.slice(8)}`);
}

test("item A comes first, a lecture's quiz goes with its last hour, the review test comes last", () => {
  assert.deepEqual(openDays(plan()), [
    "unit:A1-1 02",
    "unit:A1-2 04",
    "quiz:A1 04",
    "unit:B1-1 07",
    "unit:B2-1 07",
    "unit:B2-2 09",
    "quiz:B2 09",
    "review 11",
  ]);
});

test("weeks run from Monday to Sunday, cut to the first and the last day", () => {
  const { weeks } = plan({ start: "2026-11-05", end: "2026-11-17" });
  assert.deepEqual(
    weeks.map(({ from, to, hours }) => [from, to, hours]),
    [
      ["2026-11-05", "2026-11-08", 2],
      ["2026-11-09", "2026-11-15", 4],
      ["2026-11-16", "2026-11-17", 1],
    ],
  );
});

test("half hours come together: an hour is finished on the day that completes it", () => {
  const made = plan({ hours: [0.5, 0.5, 0, 0, 0, 1.5, 0] });
  assert.deepEqual(openDays(made).slice(0, 3), ["unit:A1-1 03", "unit:A1-2 07", "quiz:A1 07"]);
});

test("what is done early brings the rest forward, and what is done today takes today's hours", () => {
  const early = plan({}, { "unit:A1-1": "2026-11-02", "unit:A1-2": "2026-11-02" }, "2026-11-02");
  assert.deepEqual(openDays(early)[0], "quiz:A1 04");
  assert.equal(early.ahead, 2);
  const nextDay = plan({}, { "unit:A1-1": "2026-11-02", "unit:A1-2": "2026-11-02" }, "2026-11-03");
  assert.equal(nextDay.ahead, 1);
});

test("days that passed unused are not held against anybody: the rest begins today", () => {
  const late = plan({}, {}, "2026-11-09");
  assert.deepEqual(openDays(late), [
    "unit:A1-1 09",
    "unit:A1-2 11",
    "quiz:A1 11",
    "unit:B1-1 14",
    "unit:B2-1 14",
  ]);
  assert.deepEqual(late.beyond, ["unit:B2-2", "quiz:B2", "review"]);
  assert.deepEqual([late.needed, late.room, late.weekly, late.ahead], [6, 4, 6, -4]);
  assert.equal(late.finish, "2026-11-18");
});

test("a plan whose time is over tells what is left and gives no pace", () => {
  const over = plan({}, { "unit:A1-1": "2026-11-03" }, "2026-12-01");
  assert.deepEqual([over.needed, over.room, over.weekly], [5, 0, null]);
  assert.equal(over.beyond.length, 7);
  assert.deepEqual(
    over.weeks.flatMap((week) => week.steps),
    [{ id: "unit:A1-1", day: "2026-11-03", done: true }],
  );
});

test("exempted lectures are left out, with their quiz", () => {
  const ids = openDays(plan({ exempt: ["A1"] })).map((each) => each.split(" ")[0]);
  assert.deepEqual(ids, ["unit:B1-1", "unit:B2-1", "unit:B2-2", "quiz:B2", "review"]);
});

test("what was done before the first day is listed apart and not planned", () => {
  const made = plan({}, { "unit:A1-1": "2026-10-01" });
  assert.deepEqual(made.earlier, ["unit:A1-1"]);
  assert.equal(openDays(made)[0], "unit:A1-2 02");
  assert.equal(made.ahead, 0);
});

test("everything done: nothing is left, and no day on which it ends", () => {
  const done = Object.fromEntries(steps.map(({ id }) => [id, "2026-11-03"]));
  const made = plan({}, done, "2026-11-04");
  assert.deepEqual([made.needed, made.finish, made.beyond], [0, null, []]);
});

test("every step stands in exactly one place, whatever the wishes", () => {
  for (const hours of [0.5, 1, 2.5, 8]) {
    for (const today of ["2026-10-20", "2026-11-02", "2026-11-08", "2026-12-24"]) {
      const done = { "unit:A1-1": "2026-10-01", "unit:B1-1": "2026-11-02" };
      const made = plan({ hours: [0, hours, 0, 0, hours, 0, 0] }, done, today);
      const placed = made.weeks.flatMap((week) => week.steps.map(({ id }) => id));
      const all = [...placed, ...made.earlier, ...made.beyond].sort();
      assert.deepEqual(all, steps.map(({ id }) => id).sort());
      assert.equal(made.beyond.length === 0, made.finish !== null && made.finish <= wishes.end);
    }
  }
});

test("a plan that is too large is told by the hours that lack", () => {
  const small = plan({ end: "2026-11-08" });
  assert.deepEqual([small.needed, small.room, small.beyond.length], [6, 4, 3]);
});

test("two months end on the day before the same date, and in a month without it on its last day", () => {
  assert.equal(lastDayOf("2026-11-22", 2), "2027-01-21");
  assert.equal(lastDayOf("2026-12-31", 2), "2027-02-28");
  assert.equal(lastDayOf("2027-12-31", 2), "2028-02-29");
  assert.equal(lastDayOf("2026-11-01", 2), "2026-12-31");
});

test("wishes that make no plan are named", () => {
  assert.equal(problemOf({ ...wishes, start: "" }), "start");
  assert.equal(problemOf({ ...wishes, end: "2026-02-30" }), "end");
  assert.equal(problemOf({ ...wishes, end: "2026-11-01" }), "order");
  assert.equal(problemOf({ ...wishes, hours: [0, 0, 0, 0, 0, 0, 0] }), "hours");
  assert.equal(problemOf(wishes), null);
});

/**
 * @param {string} unit
 * @param {string} at
 * @returns {import("../../../overrides/assets/js/learner/events.js").LearnerEvent[]}
 */
function studied(unit, at) {
  const stamp = (/** @type {string} */ id) => ({ id: `${id}${unit}${at}`, at });
  const [quiz, seed, question] = [`check:${unit}`, `s${at}`, `q-${unit}`];
  return [
    { ...stamp("p"), kind: "paper-started", quiz, seed, questions: [question], retry: false },
    {
      ...stamp("t"),
      ...{ kind: "attempt", question, rev: 1, variant: "ja", chosen: ["a"], sure: true },
      ...{ right: true, mode: "check", quiz, seed },
    },
    { ...stamp("u"), kind: "unit-finished", unit },
  ];
}

test("who learns for the first time keeps what was done before; who repeats does it again", () => {
  const events = [
    ...studied("A1-1", "2026-10-01T03:00:00.000Z"),
    ...studied("A1-2", "2026-11-02T15:30:00.000Z"),
  ];
  const first = doneDays(events, steps, wishes, 0.8);
  assert.deepEqual(
    [...first],
    [
      ["unit:A1-1", "2026-10-01"],
      // Half past midnight in Japan.
      ["unit:A1-2", "2026-11-03"],
    ],
  );
  const again = doneDays(events, steps, { ...wishes, path: "repeat" }, 0.8);
  assert.deepEqual([...again], [["unit:A1-2", "2026-11-03"]]);
});

test("the latest plan counts, unless it was taken away", () => {
  const made = { ...wishes, clock: "", kind: /** @type {const} */ ("plan-made") };
  const one = { ...made, id: "one", at: "2026-11-01T00:00:00.000Z" };
  const two = { ...made, id: "two", at: "2026-11-02T00:00:00.000Z" };
  const gone = /** @type {const} */ ({
    kind: "entry-removed",
    entry: "two",
    id: "three",
    at: "2026-11-03T00:00:00.000Z",
  });
  assert.equal(planOf([one, two])?.id, "two");
  assert.equal(planOf([one, two, gone])?.id, "one");
  assert.equal(planOf([]), null);
});

test("wishes that no form can hold are no event", () => {
  const made = { ...wishes, clock: "19:30", kind: "plan-made", id: "one" };
  const at = "2026-11-01T00:00:00.000Z";
  assert.equal(isLearnerEvent({ ...made, at }), true);
  for (const change of [
    { start: "2026-02-30" },
    { end: "soon" },
    { hours: [1, 1, 1] },
    { hours: [0.3, 0, 0, 0, 0, 0, 0] },
    { hours: [25, 0, 0, 0, 0, 0, 0] },
    { path: "third" },
    { clock: "24:00" },
    { exempt: "A1" },
  ]) {
    assert.equal(isLearnerEvent({ ...made, at, ...change }), false, JSON.stringify(change));
  }
});
