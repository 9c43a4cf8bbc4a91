import assert from "node:assert/strict";
import { test } from "node:test";
import {
  changedQuestions,
  countUnits,
  nextUnit,
  progressOfLectures,
  progressOfQuestions,
  progressOfUnits,
  unitProgress,
} from "../../../overrides/assets/js/learner/progress.js";
import { answeredPaper, attempt, curriculum, event, paper } from "./course.mjs";

const check = (unit) =>
  answeredPaper(`check:${unit}`, { [`q-${unit}-1`]: true, [`q-${unit}-2`]: false });
const finish = (unit) => event("unit-finished", { unit });

test("a unit is done when its check is answered and the hour is ended, in either order", () => {
  assert.equal(unitProgress([...check("A1-1"), finish("A1-1")], "A1-1").done, true);
  assert.equal(unitProgress([finish("A1-1"), ...check("A1-1")], "A1-1").done, true);
  assert.equal(unitProgress(check("A1-1"), "A1-1").done, false);
  assert.equal(unitProgress([finish("A1-1")], "A1-1").done, false);
});

test("wrong answers count as answered, a half-answered check does not", () => {
  const half = [paper("check:A1-1", ["q-1", "q-2"]), attempt("q-1", { right: false })];
  assert.equal(unitProgress(half, "A1-1").checkAnswered, false);
  const whole = [...half, attempt("q-2", { right: false, chosen: ["unknown"] })];
  assert.equal(unitProgress(whole, "A1-1").checkAnswered, true);
});

test("a new paper does not take back an answered check", () => {
  const events = [
    ...check("A1-1"),
    finish("A1-1"),
    paper("check:A1-1", ["q-3"], { seed: "check:A1-1#2" }),
  ];
  assert.equal(unitProgress(events, "A1-1").done, true);
});

test("reopening undoes, finishing again redoes", () => {
  const events = [...check("A1-1"), finish("A1-1"), event("unit-reopened", { unit: "A1-1" })];
  assert.equal(unitProgress(events, "A1-1").finished, false);
  assert.equal(unitProgress([...events, finish("A1-1")], "A1-1").done, true);
});

test("a question retired after it was answered leaves the check answered", () => {
  const events = [
    paper("check:A1-1", ["q-1", "q-2"]),
    attempt("q-1"),
    paper("check:A1-1", ["q-1"]),
  ];
  assert.equal(unitProgress(events, "A1-1").checkAnswered, true);
});

test("visiting or answering starts a unit; nothing of another unit does", () => {
  const visit = event("visited", { page: "units/a1-1/", pageKind: "unit", key: "A1-1" });
  assert.equal(unitProgress([visit], "A1-1").started, true);
  assert.equal(unitProgress([visit], "A1-2").started, false);
  const lecture = answeredPaper("lecture:A1", { "q-1": true });
  assert.equal(unitProgress(lecture, "A1-1").started, false);
});

test("the next unit is the first published one that is not done, in course order", () => {
  const events = [...check("A1-1"), finish("A1-1"), ...check("A1-3"), finish("A1-3")];
  const progress = progressOfUnits(events, curriculum.units);
  assert.equal(nextUnit(curriculum.units, progress)?.code, "A1-2");
  const all = progressOfUnits([...events, ...check("A1-2"), finish("A1-2")], curriculum.units);
  assert.equal(nextUnit(curriculum.units, all), null);
});

test("counts are of published units and say how many are planned", () => {
  const progress = progressOfUnits([...check("A1-1"), finish("A1-1")], curriculum.units);
  assert.deepEqual(countUnits(curriculum.units, progress), {
    planned: 4,
    published: 3,
    done: 1,
    remaining: 2,
  });
});

test("a lecture keeps its best and its latest score apart, and leaves repeats and unfinished papers out", () => {
  const quiz = "lecture:A1";
  const events = [
    ...answeredPaper(quiz, { "q-1": true, "q-2": true }),
    ...answeredPaper(quiz, { "q-1": true, "q-2": false }, { seed: `${quiz}#2` }),
    ...answeredPaper(quiz, { "q-2": true }, { seed: `${quiz}#3`, retry: true }),
    paper(quiz, ["q-1", "q-2"], { seed: `${quiz}#4` }),
  ];
  const units = progressOfUnits(events, curriculum.units);
  const { best, latest, published } = progressOfLectures(events, curriculum, units).get("A1");
  assert.deepEqual([best.right, best.total, latest.right, latest.total], [2, 2, 1, 2]);
  assert.equal(published, 3);
});

test("a lecture without any paper has no score", () => {
  const { best, latest } = progressOfLectures([], curriculum, new Map()).get("A1");
  assert.deepEqual([best, latest], [null, null]);
});

test("the first answer in a paper is the one that scores", () => {
  const quiz = "lecture:A1";
  const events = [
    ...answeredPaper(quiz, { "q-1": false }),
    attempt("q-1", { right: true, quiz, seed: `${quiz}#1` }),
  ];
  const { best } = progressOfLectures(events, curriculum, new Map()).get("A1");
  assert.equal(best.right, 0);
});

test("a reworded question (same rev) keeps its history: first try, latest, counts", () => {
  const events = [attempt("q-1", { right: false }), attempt("q-1"), attempt("q-1")];
  const progress = progressOfQuestions(events, new Map([["q-1", 1]])).get("q-1");
  assert.equal(progress.first.right, false);
  assert.equal(progress.latest.right, true);
  assert.deepEqual([progress.attempts, progress.right], [3, 2]);
  assert.equal(progress.lastRightAt, events[2].at);
});

test("a re-keyed question (rev + 1) asks again and says that it changed", () => {
  const events = [attempt("q-1"), attempt("q-2")];
  const revisions = new Map([
    ["q-1", 2],
    ["q-2", 1],
  ]);
  assert.equal(progressOfQuestions(events, revisions).has("q-1"), false);
  assert.deepEqual([...changedQuestions(events, revisions)], ["q-1"]);
  const answered = [...events, attempt("q-1", { rev: 2, right: false })];
  assert.equal(progressOfQuestions(answered, revisions).get("q-1").attempts, 1);
  assert.equal(changedQuestions(answered, revisions).size, 0);
});

test("retired questions in the history are left out and break nothing", () => {
  const events = [attempt("q-gone"), ...answeredPaper("check:Z9-9", { "q-gone-2": true })];
  assert.equal(progressOfQuestions(events, new Map()).size, 0);
  assert.equal(changedQuestions(events, new Map()).size, 0);
  assert.equal(progressOfUnits(events, curriculum.units).get("A1-2").started, false);
});

test("progress is the same from the same events, twice or once", () => {
  const events = [...check("A1-1"), finish("A1-1")];
  assert.deepEqual(
    progressOfUnits(events, curriculum.units),
    progressOfUnits([...events], curriculum.units),
  );
});

test("a visit to another kind of page is no start of the unit it names", () => {
  const visit = event("visited", { page: "directory/", pageKind: "directory", key: "A1-1" });
  assert.equal(unitProgress([visit], "A1-1").started, false);
});

test("a paper without questions is no score", () => {
  const empty = paper("lecture:A1", []);
  const { best, latest } = progressOfLectures([empty], curriculum, new Map()).get("A1");
  assert.deepEqual([best, latest], [null, null]);
});

test("the best score is the greatest share, the earlier of equals; the latest is the paper begun last", () => {
  const quiz = "lecture:A1";
  const scored = (number, answers) => answeredPaper(quiz, answers, { seed: `${quiz}#${number}` });
  const events = [
    ...scored(1, { "q-1": true, "q-2": true, "q-3": true, "q-4": false }),
    ...scored(2, { "q-1": true }),
    ...scored(3, { "q-2": true }),
    ...scored(4, { "q-3": false }),
  ];
  const { best, latest } = progressOfLectures(events, curriculum, new Map()).get("A1");
  assert.deepEqual([best.right, best.total], [1, 1]);
  assert.ok(best.at < events.find(({ seed }) => seed === `${quiz}#3`).at);
  assert.deepEqual([latest.right, latest.total], [0, 1]);
});

test("a lecture counts its own units only", () => {
  const lectures = progressOfLectures([], curriculum, new Map());
  assert.deepEqual([lectures.get("A1").published, lectures.get("B1").published], [3, 0]);
  const own = { ...curriculum.lectures[0], count: undefined, units: ["A1-2", "A1-3"] };
  assert.equal(countUnits(curriculum.units, new Map(), own).planned, 2);
});

test("a unit nothing is known of is open", () => {
  assert.equal(nextUnit(curriculum.units, new Map()).code, "A1-1");
});

test("a wrong answer does not take back when the question was last right", () => {
  const events = [attempt("q-1"), attempt("q-1", { right: false })];
  const progress = progressOfQuestions(events, new Map([["q-1", 1]])).get("q-1");
  assert.equal(progress.lastRightAt, events[0].at);
  const never = progressOfQuestions([events[1]], new Map([["q-1", 1]])).get("q-1");
  assert.equal(never.lastRightAt, null);
});

test("a note of an earlier revision is no answer that changed", () => {
  const note = { ...attempt("q-1"), kind: "noted" };
  assert.equal(changedQuestions([note], new Map([["q-1", 2]])).size, 0);
});
