import assert from "node:assert/strict";
import { test } from "node:test";
import { paperByUnit, paperOfCases } from "../../../overrides/assets/js/quiz/blueprint.js";

const bank = ["A1-1", "A1-2", "B1-1"].flatMap((unit) =>
  [1, 2, 3, 4].map((number) => ({ id: `q-${unit}-${number}`, unit })),
);
const parts = ["1a", "1b", "2a", "2b", "2c", "3a", "3b"].map((id) => ({
  id: `q-${id}`,
  unit: "D2-1",
  case: `case-${id[0]}`,
}));
const ids = (questions) => questions.map(({ id }) => id);

test("a review paper has one question of every unit, in course order", () => {
  const paper = paperByUnit([...bank, ...parts], 1, "review", 1);
  assert.deepEqual(
    paper.map(({ unit }) => unit),
    ["A1-1", "A1-2", "B1-1"],
  );
});

test("the number alone makes the same paper again", () => {
  assert.deepEqual(paperByUnit(bank, 1, "review", 7), paperByUnit(bank, 1, "review", 7));
});

test("papers that follow each other ask other questions until the bank is through", () => {
  const asked = [1, 2, 3, 4].flatMap((number) => ids(paperByUnit(bank, 1, "review", number)));
  assert.equal(new Set(asked).size, bank.length);
  assert.deepEqual(paperByUnit(bank, 1, "review", 5), paperByUnit(bank, 1, "review", 1));
});

test("more questions a unit than it has asks each of them once", () => {
  assert.deepEqual(ids(paperByUnit(bank, 9, "review", 3)), ids(bank));
});

test("cases are asked whole, and all of them before one comes again", () => {
  const [first, second, third] = [1, 2, 3].map((number) =>
    paperOfCases(parts, 1, "completion", number),
  );
  const names = [first, second, third].map((paper) => new Set(paper.map((part) => part.case)));
  assert.deepEqual(
    names.map((set) => set.size),
    [1, 1, 1],
  );
  assert.equal(new Set(names.flatMap((set) => [...set])).size, 3);
  for (const paper of [first, second, third]) {
    const name = paper[0].case;
    assert.deepEqual(ids(paper), ids(parts.filter((part) => part.case === name)));
  }
});

test("an empty bank makes an empty paper", () => {
  assert.deepEqual(
    [paperByUnit([], 1, "review", 1), paperOfCases(bank, 10, "completion", 1)],
    [[], []],
  );
});

test("a printed number makes the same paper for years: the order of a number never changes", () => {
  assert.deepEqual(ids(paperByUnit(bank, 1, "review", 1)), ["q-A1-1-3", "q-A1-2-4", "q-B1-1-3"]);
  assert.deepEqual(ids(paperOfCases(parts, 1, "completion", 1)), ["q-2a", "q-2b", "q-2c"]);
});
