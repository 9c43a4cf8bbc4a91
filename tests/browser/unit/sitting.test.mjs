import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { unitProgress } from "../../../overrides/assets/js/learner/progress.js";
import { LearnerStore } from "../../../overrides/assets/js/learner/store.js";
import { Sitting } from "../../../overrides/assets/js/quiz/sitting.js";

const bank = ["q-1", "q-2", "q-3", "q-4"].map((id) => ({ id, rev: 1, unit: "A1-1" }));
const quiz = { quiz: "check:A1-1", count: 2, bank };
const known = { chosen: ["a"], sure: true };
const notKnown = { chosen: ["unknown"], sure: null };

/** @type {LearnerStore} */
let store;

beforeEach(async () => {
  const factory = new IDBFactory();
  store = await new LearnerStore({ indexedDB: () => factory }).open();
});

afterEach(() => store.close());

const sit = (variant = "ja") => new Sitting(store, quiz, { mode: "check", variant });
const kinds = () => store.known.map(({ kind }) => kind).sort();
const questionsOf = (sitting) =>
  sitting.paper.questions.map((id) => bank.find((question) => question.id === id));

test("looking at a quiz leaves nothing behind", () => {
  sit();
  assert.deepEqual(store.known, []);
});

test("the paper is recorded once, with its first answer", async () => {
  const sitting = sit();
  const [first, second] = questionsOf(sitting);
  await Promise.all([sitting.record(first, known, true), sitting.record(second, notKnown, false)]);
  assert.deepEqual(kinds(), ["attempt", "attempt", "paper-started"]);
});

test("an answer holds all that is needed to derive the rest", async () => {
  const sitting = sit("easy");
  const [first] = questionsOf(sitting);
  await sitting.record(first, known, true);
  const { id: _id, at: _at, ...fields } = store.known.find(({ kind }) => kind === "attempt");
  assert.deepEqual(fields, {
    kind: "attempt",
    question: first.id,
    rev: 1,
    variant: "easy",
    chosen: ["a"],
    sure: true,
    right: true,
    mode: "check",
    quiz: "check:A1-1",
    seed: "check:A1-1#1",
  });
});

test("the other variant shows the same paper with the same answers", async () => {
  const standard = sit("ja");
  const [first] = questionsOf(standard);
  await standard.record(first, known, true);
  const plain = sit("easy");
  assert.deepEqual(plain.paper.questions, standard.paper.questions);
  assert.deepEqual([...plain.answers.keys()], [first.id]);
});

test("two tabs that begin at the same time answer the same paper", async () => {
  const [one, other] = [sit(), sit()];
  const [first, second] = questionsOf(one);
  await Promise.all([one.record(first, known, true), other.record(second, known, true)]);
  assert.equal(sit().answers.size, 2);
  assert.equal(unitProgress(store.known, "A1-1").checkAnswered, true);
});

test("a new paper asks other questions and stays after a reload", async () => {
  const sitting = sit();
  const before = sitting.paper.questions;
  for (const question of questionsOf(sitting)) await sitting.record(question, known, true);
  await sitting.renew();
  assert.equal(sitting.answers.size, 0);
  assert.equal(
    sitting.paper.questions.some((id) => before.includes(id)),
    false,
  );
  assert.deepEqual(sit().paper, sitting.paper);
});

test("repeating asks the missed ones again under a seed of its own", async () => {
  const sitting = sit();
  const [first, second] = questionsOf(sitting);
  await sitting.record(first, known, true);
  await sitting.record(second, notKnown, false);
  await sitting.repeat([second.id]);
  assert.deepEqual([sitting.paper.questions, sitting.paper.seed], [[second.id], "check:A1-1#2"]);
  assert.equal(sit().paper.retry, true);
  assert.equal(sit().answers.size, 0);
});
