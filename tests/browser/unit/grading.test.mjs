import assert from "node:assert/strict";
import { test } from "node:test";
import {
  grade,
  isPassed,
  outcomeOf,
  percentOf,
} from "../../../overrides/assets/js/quiz/grading.js";

test("a single answer is right when it is the key", () => {
  assert.equal(grade("single", ["b"], ["b"]), "right");
  assert.equal(grade("single", ["b"], ["a"]), "wrong");
});

test("not knowing is neither right nor wrong, whatever else is chosen", () => {
  assert.equal(grade("single", ["b"], ["unknown"]), "unknown");
  assert.equal(grade("multi", ["a", "b"], ["a", "b", "unknown"]), "unknown");
});

test("several answers are right as a set: none missing, none too many, in any order", () => {
  assert.equal(grade("multi", ["a", "c"], ["c", "a"]), "right");
  assert.equal(grade("multi", ["a", "c"], ["a"]), "wrong");
  assert.equal(grade("multi", ["a", "c"], ["a", "b", "c"]), "wrong");
  assert.equal(grade("multi", ["a", "c"], ["a", "a"]), "wrong");
});

test("an order is right only in its order", () => {
  assert.equal(grade("order", ["b", "a", "c"], ["b", "a", "c"]), "right");
  assert.equal(grade("order", ["b", "a", "c"], ["a", "b", "c"]), "wrong");
  assert.equal(grade("order", ["b", "a", "c"], ["b", "a"]), "wrong");
});

test("a question without a key is never right", () => {
  assert.equal(grade("multi", [], []), "wrong");
  assert.equal(grade("order", [], []), "wrong");
});

test("matching compares pairs, not their order", () => {
  assert.equal(
    grade(
      "match",
      ["wages=mhlw/hotline", "tax=nta/nta-tax-office"],
      ["tax=nta/nta-tax-office", "wages=mhlw/hotline"],
    ),
    "right",
  );
});

test("the pass mark is exact at its border", () => {
  assert.equal(isPassed(12, 15, 0.8), true);
  assert.equal(isPassed(11, 15, 0.8), false);
  assert.equal(isPassed(11, 20, 0.55), true);
  assert.equal(isPassed(0, 0, 0.8), false);
});

test("per cent never rounds up to a pass", () => {
  assert.equal(percentOf(799, 1000), 79);
  assert.equal(percentOf(3, 3), 100);
  assert.equal(percentOf(0, 0), 0);
});

test("not knowing and not answering count as not right; without a mark nobody fails", () => {
  const verdicts = ["right", "unknown", "wrong", null];
  assert.deepEqual(outcomeOf(verdicts, "0.8"), { right: 1, total: 4, passed: false });
  assert.deepEqual(outcomeOf(["right"], undefined), { right: 1, total: 1, passed: null });
});
