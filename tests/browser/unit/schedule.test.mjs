import assert from "node:assert/strict";
import { test } from "node:test";
import { dueOf, repetitionsOf } from "../../../overrides/assets/js/learner/schedule.js";

const revisions = new Map([
  ["q-1", 1],
  ["q-2", 1],
  ["q-3", 1],
]);

function attempt(question, at, right, sure = null, rev = 1) {
  const fields = { question, rev, right, sure, variant: "ja", chosen: ["a"], mode: "check" };
  return { ...fields, id: `${question}${at}`, at, kind: "attempt", quiz: "q", seed: "q#1" };
}

test("a wrong answer comes back tomorrow, in Japan's days", () => {
  const [found] = repetitionsOf([attempt("q-1", "2026-11-20T15:30:00.000Z", false)], revisions);
  assert.deepEqual([found.reason, found.due], ["wrong", "2026-11-22"]);
  assert.equal(dueOf([found], new Date("2026-11-21T14:59:00Z")).length, 0);
  assert.equal(dueOf([found], new Date("2026-11-21T15:00:00Z")).length, 1);
});

test("right answers on their days climb 1, 3, 7, 16 and leave", () => {
  const days = ["2026-11-01", "2026-11-02", "2026-11-05", "2026-11-12", "2026-11-28"];
  const events = days.map((day, place) => attempt("q-1", `${day}T03:00:00.000Z`, place > 0));
  const dues = events.map(
    (_, place) => repetitionsOf(events.slice(0, place + 1), revisions)[0]?.due,
  );
  assert.deepEqual(dues, ["2026-11-02", "2026-11-05", "2026-11-12", "2026-11-28", undefined]);
});

test("a right answer before its day does not shorten the ladder", () => {
  const events = [
    attempt("q-1", "2026-11-01T03:00:00.000Z", false),
    attempt("q-1", "2026-11-01T04:00:00.000Z", true),
  ];
  assert.deepEqual(
    repetitionsOf(events, revisions).map(({ due, step }) => [due, step]),
    [["2026-11-02", 0]],
  );
});

test("a wrong answer on the way begins the ladder anew", () => {
  const events = [
    attempt("q-1", "2026-11-01T03:00:00.000Z", false),
    attempt("q-1", "2026-11-02T03:00:00.000Z", true),
    attempt("q-1", "2026-11-05T03:00:00.000Z", false, true),
  ];
  const [found] = repetitionsOf(events, revisions);
  assert.deepEqual([found.reason, found.step, found.due], ["sure-but-wrong", 0, "2026-11-06"]);
});

test("sure but wrong comes before wrong, wrong before right but unsure", () => {
  const at = "2026-11-01T03:00:00.000Z";
  const events = [
    attempt("q-1", at, true, false),
    attempt("q-2", at, false, false),
    attempt("q-3", at, false, true),
  ];
  assert.deepEqual(
    repetitionsOf(events, revisions).map(({ question, reason }) => [question, reason]),
    [
      ["q-3", "sure-but-wrong"],
      ["q-2", "wrong"],
      ["q-1", "unsure"],
    ],
  );
});

test("who was right and said nothing, or sure, is not asked again", () => {
  const at = "2026-11-01T03:00:00.000Z";
  assert.deepEqual(
    repetitionsOf([attempt("q-1", at, true), attempt("q-2", at, true, true)], revisions),
    [],
  );
});

test("answers at another revision, and questions that left the bank, are history", () => {
  const at = "2026-11-01T03:00:00.000Z";
  const events = [attempt("q-1", at, false, null, 2), attempt("q-gone", at, false)];
  assert.deepEqual(repetitionsOf(events, revisions), []);
});

test("what was surely wrong is asked first, then the earliest day, then the order of the bank", () => {
  const day = (date) => `2026-11-${date}T03:00:00.000Z`;
  const every = ["q-1", "q-2", "q-3", "q-4", "q-5"];
  const events = [
    attempt("q-5", day("01"), true, false),
    attempt("q-4", day("02"), false, false),
    attempt("q-3", day("03"), false, null),
    attempt("q-2", day("03"), false, null),
    attempt("q-1", day("04"), false, true),
  ];
  const all = new Map(every.map((id) => [id, 1]));
  assert.deepEqual(
    repetitionsOf(events, all).map(({ question }) => question),
    ["q-1", "q-4", "q-2", "q-3", "q-5"],
  );
});

test("a note is no answer: it brings nothing into the list", () => {
  const note = { ...attempt("q-1", "2026-11-01T03:00:00.000Z", false), kind: "noted" };
  assert.deepEqual(repetitionsOf([note], revisions), []);
});

test("among equals the earlier day and then the id decide, however the answers arrived", () => {
  const answers = [
    attempt("q-1", "2026-11-02T03:00:00.000Z", false),
    attempt("q-2", "2026-11-01T03:00:00.000Z", false),
    attempt("q-3", "2026-11-01T03:00:00.000Z", false),
  ];
  for (const events of [answers, [...answers].reverse()]) {
    assert.deepEqual(
      repetitionsOf(events, revisions).map(({ question }) => question),
      ["q-2", "q-3", "q-1"],
    );
  }
});
