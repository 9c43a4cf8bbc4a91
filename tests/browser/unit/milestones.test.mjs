import assert from "node:assert/strict";
import { test } from "node:test";
import { milestonesOf, passedLectures } from "../../../overrides/assets/js/learner/milestones.js";
import { progressOfUnits } from "../../../overrides/assets/js/learner/progress.js";
import { answeredPaper, curriculum, event, paper } from "./course.mjs";

/** All published: A1-1 … A1-3 and B1-1. */
const open = {
  ...curriculum,
  units: curriculum.units.map((unit) => ({ ...unit, state: "published" })),
};
const work = (code) => [
  ...answeredPaper(`check:${code}`, { [`q-${code}`]: true }),
  event("unit-finished", { unit: code }),
];
const stages = (events, facts = open) =>
  Object.fromEntries(milestonesOf(events, facts, progressOfUnits(events, facts.units), 0.8));
const sat = (quiz, number, right, total) =>
  answeredPaper(
    quiz,
    Object.fromEntries(Array.from({ length: total }, (_, place) => [`q-${place}`, place < right])),
    { seed: `${quiz}#${number}` },
  );

test("nothing is reached at the beginning", () => {
  const none = { "item-a": null, "items-b-e": null, lectures: null, "review-test": null };
  assert.deepEqual(stages([]), none);
});

test("item A is reached when its last hour is done, and on that day", () => {
  const events = [...work("A1-2"), ...work("A1-1"), ...work("A1-3")];
  assert.equal(stages(events.slice(0, -1))["item-a"], null);
  assert.equal(stages(events)["item-a"], events.at(-1).at);
  assert.equal(stages(events).lectures, null);
});

test("an hour counts from the later of its check and its end", () => {
  const finished = event("unit-finished", { unit: "B1-1" });
  const check = answeredPaper("check:B1-1", { "q-1": false });
  assert.equal(stages([finished, ...check])["items-b-e"], check.at(-1).at);
  const again = [finished, ...check, ...sat("check:B1-1", 2, 1, 1)];
  assert.equal(stages(again)["items-b-e"], check.at(-1).at);
});

test("all lectures are reached with the last of all hours, in whatever order", () => {
  const events = [...work("B1-1"), ...work("A1-1"), ...work("A1-2"), ...work("A1-3")];
  const found = stages(events);
  assert.equal(found.lectures, events.at(-1).at);
  assert.ok(found["items-b-e"] < found["item-a"]);
});

test("a reopened hour takes the stage back", () => {
  const events = [...work("B1-1"), event("unit-reopened", { unit: "B1-1" })];
  assert.equal(stages(events)["items-b-e"], null);
});

test("a part of which nothing is published is not reached", () => {
  assert.equal(stages(work("A1-1"), curriculum)["items-b-e"], null);
});

test("the review test is passed at the mark, for the first time, and a paper under way is none", () => {
  const failed = sat("review", 1, 7, 10);
  assert.equal(stages(failed)["review-test"], null);
  const passed = sat("review", 2, 8, 10);
  const better = sat("review", 3, 10, 10);
  assert.equal(stages([...failed, ...passed, ...better])["review-test"], passed.at(-1).at);
  assert.equal(stages([paper("review", ["q-1"])])["review-test"], null);
  assert.equal(stages(sat("completion", 1, 10, 10))["review-test"], null);
});

test("lectures are passed by their own quiz", () => {
  const events = [...sat("lecture:A1", 1, 8, 10), ...sat("lecture:B1", 1, 7, 10)];
  const passed = passedLectures(events, open, 0.8);
  assert.deepEqual([...passed], [["A1", events[10].at]]);
});

test("a lecture of several fields is passed with the last of their quizzes", () => {
  const lectures = [{ ...open.lectures[0], code: "E2", quizzes: ["E2-01", "E2-02"] }];
  const facts = { ...open, lectures };
  const first = sat("lecture:E2-01", 1, 8, 10);
  assert.equal(passedLectures(first, facts, 0.8).size, 0);
  const second = sat("lecture:E2-02", 1, 9, 10);
  const passed = passedLectures([...first, ...second], facts, 0.8);
  assert.deepEqual([...passed], [["E2", second.at(-1).at]]);
});

test("an hour that is not published yet holds no stage back", () => {
  const growing = {
    ...open,
    units: [...open.units, { ...open.units[0], code: "A1-4", state: "planned" }],
  };
  const events = [...work("A1-1"), ...work("A1-2"), ...work("A1-3")];
  assert.equal(stages(events, growing)["item-a"], events.at(-1).at);
});

test("hours of which nothing is known are not reached", () => {
  assert.equal(milestonesOf([], open, new Map(), 0.8).get("item-a"), null);
});

test("of two papers the one that was ready first gives the day, whichever was begun first", () => {
  const begun = paper("review", ["q-1"], { seed: "review#1" });
  const second = sat("review", 2, 1, 1);
  const late = answeredPaper("review", { "q-1": true }, { seed: "review#1" }).slice(1);
  assert.equal(stages([begun, ...second, ...late])["review-test"], second.at(-1).at);
  const check = paper("check:B1-1", ["q-1"], { seed: "check:B1-1#1" });
  const other = answeredPaper("check:B1-1", { "q-2": true }, { seed: "check:B1-1#2" });
  const end = event("unit-finished", { unit: "B1-1" });
  const first = answeredPaper("check:B1-1", { "q-1": true }, { seed: "check:B1-1#1" }).slice(1);
  assert.equal(stages([check, ...other, end, ...first])["items-b-e"], end.at);
});
