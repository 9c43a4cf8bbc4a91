import assert from "node:assert/strict";
import { test } from "node:test";
import { draw } from "../../../overrides/assets/js/quiz/drawing.js";
import { randomFrom, shuffle } from "../../../overrides/assets/js/quiz/random.js";

const bank = Array.from({ length: 36 }, (_, place) => ({
  id: `q-${String(place).padStart(2, "0")}`,
  unit: `A1-${1 + Math.floor(place / 9)}`,
}));
const ids = (questions) => questions.map(({ id }) => id);
const seen = (lastRightAt) => ({ lastRightAt });

test("the same seed draws the same paper, another seed another one", () => {
  assert.deepEqual(draw(bank, new Map(), 10, "x#1"), draw(bank, new Map(), 10, "x#1"));
  assert.notDeepEqual(draw(bank, new Map(), 10, "x#1"), draw(bank, new Map(), 10, "x#2"));
});

test("a paper has no question twice and never more than the bank", () => {
  assert.equal(new Set(ids(draw(bank, new Map(), 15, "s"))).size, 15);
  assert.equal(draw(bank, new Map(), 99, "s").length, 36);
  assert.deepEqual(draw([], new Map(), 3, "s"), []);
  assert.deepEqual(draw(bank, new Map(), 0, "s"), []);
});

test("the paper keeps the order of the bank", () => {
  const drawn = ids(draw(bank, new Map(), 15, "s"));
  assert.deepEqual(drawn, [...drawn].sort());
});

test("a first paper spreads evenly over the units", () => {
  for (let number = 0; number < 50; number += 1) {
    const counts = Map.groupBy
      ? Map.groupBy(draw(bank, new Map(), 16, `s${number}`), ({ unit }) => unit)
      : draw(bank, new Map(), 16, `s${number}`).reduce(
          (groups, question) =>
            groups.set(question.unit, [...(groups.get(question.unit) ?? []), question]),
          new Map(),
        );
    assert.deepEqual(
      [...counts.values()].map((group) => group.length),
      [4, 4, 4, 4],
    );
  }
});

test("unseen questions come first", () => {
  const history = new Map(bank.slice(0, 30).map(({ id }) => [id, seen(null)]));
  assert.deepEqual(ids(draw(bank, history, 6, "s")), ids(bank.slice(30)));
});

test("then those never right, then the least recently right", () => {
  const history = new Map(
    bank.map(({ id }, place) => [id, seen(`2026-11-${String(36 - place).padStart(2, "0")}`)]),
  );
  history.set("q-05", seen(null));
  assert.deepEqual(ids(draw(bank, history, 3, "s")), ["q-05", "q-34", "q-35"]);
});

test("every question can be drawn", () => {
  const drawn = new Set();
  for (let number = 0; number < 200; number += 1) {
    for (const id of ids(draw(bank, new Map(), 3, `check#${number}`))) drawn.add(id);
  }
  assert.equal(drawn.size, bank.length);
});

test("shuffling keeps every option and is even over the places", () => {
  const first = { a: 0, b: 0, c: 0, d: 0 };
  for (let number = 0; number < 4000; number += 1) {
    const order = shuffle(["a", "b", "c", "d"], `seed/${number}`);
    assert.deepEqual([...order].sort(), ["a", "b", "c", "d"]);
    first[order[0]] += 1;
  }
  for (const count of Object.values(first)) assert.ok(count > 850 && count < 1150, String(count));
});

test("chance stays between 0 and 1", () => {
  const random = randomFrom("check:A1-1#1");
  for (let number = 0; number < 1000; number += 1) {
    const value = random();
    assert.ok(value >= 0 && value < 1);
  }
});

test("a paper printed long ago can be made again: the order of a seed never changes", () => {
  assert.deepEqual(ids(draw(bank, new Map(), 4, "check:A1-1#1")), ["q-04", "q-16", "q-20", "q-28"]);
  assert.deepEqual(shuffle(["a", "b", "c", "d", "e", "f"], "lecture:A1#2"), [
    "e",
    "c",
    "f",
    "b",
    "d",
    "a",
  ]);
  const random = randomFrom("review#1");
  assert.deepEqual(
    [random(), random()].map((value) => Math.floor(value * 1_000_000)),
    [489759, 868111],
  );
});

test("a unit with few questions has its turn before another has its second", () => {
  const uneven = ["A1-1", "A1-1", "A1-1", "A1-2"].map((unit, place) => ({
    id: `q-${place}`,
    unit,
  }));
  for (let number = 0; number < 20; number += 1) {
    const units = draw(uneven, new Map(), 2, `s${number}`).map(({ unit }) => unit);
    assert.deepEqual(units, ["A1-1", "A1-2"]);
  }
});
