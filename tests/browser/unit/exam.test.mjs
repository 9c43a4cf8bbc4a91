import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { LearnerStore } from "../../../overrides/assets/js/learner/store.js";
import { Exam } from "../../../overrides/assets/js/quiz/exam.js";

const bank = ["q-1", "q-2", "q-3"].map((id, place) => ({
  ...{ id, rev: 1, unit: `A1-${place + 1}`, section: "s-one" },
  ...{ lecture: "A1", item: "A" },
}));
const judged = bank.map(({ id, rev }) => ({ id, rev, kind: "single", key: ["a"] }));
let factory;
let stores = [];

beforeEach(() => {
  factory = new IDBFactory();
});

afterEach(() => {
  for (const store of stores) store.close();
  stores = [];
});

async function sit(entries = bank) {
  const store = new LearnerStore({ indexedDB: () => factory });
  stores.push(store);
  await store.open();
  const circumstances = { quiz: "review", mode: "review", variant: "ja" };
  return new Exam(store, { ...circumstances, bank: entries, blueprint: () => entries });
}

const chosen = (id) => ({ chosen: [id], sure: null, flagged: false });

test("what is noted is there after a reload, in another tab and in the other variant", async () => {
  const exam = await sit();
  await exam.begin(1);
  await exam.note(exam.open, bank[0], chosen("b"));
  await exam.note(exam.open, bank[0], { chosen: ["a"], sure: true, flagged: true });
  const again = await sit();
  const note = again.notesOf(again.open).get("q-1");
  assert.deepEqual([note.chosen, note.sure, note.flagged], [["a"], true, true]);
});

test("nothing counts as answered before the paper is handed in", async () => {
  const exam = await sit();
  await exam.begin(1);
  await exam.note(exam.open, bank[0], chosen("a"));
  assert.equal(exam.store.known.filter(({ kind }) => kind === "attempt").length, 0);
});

test("handing in makes attempts of what was answered; gaps are not right", async () => {
  const exam = await sit();
  await exam.begin(1);
  const paper = exam.open;
  await exam.note(paper, bank[0], chosen("a"));
  await exam.note(paper, bank[1], chosen("b"));
  await exam.handIn(paper, judged);
  assert.equal(exam.open, null);
  assert.equal(exam.ended.seed, "review#1");
  assert.deepEqual(
    [...exam.answersOf(paper).values()].map(({ question, right }) => [question, right]),
    [
      ["q-1", true],
      ["q-2", false],
    ],
  );
  assert.deepEqual([...exam.scoresBy(paper, ({ item }) => item)], [["A", { right: 1, total: 3 }]]);
});

test("a paper handed in by two tabs is judged once", async () => {
  const [one, other] = [await sit(), await sit()];
  await one.begin(1);
  await one.note(one.open, bank[0], chosen("b"));
  await other.store.refresh();
  const paper = other.open;
  await Promise.all([one.handIn(paper, judged), other.handIn(paper, judged)]);
  const third = await sit();
  assert.deepEqual([...third.scoresBy(paper, ({ item }) => item)], [["A", { right: 0, total: 3 }]]);
});

test("the next paper has the next number, and a number can be sat again", async () => {
  const exam = await sit();
  await exam.begin(1);
  await exam.handIn(exam.open, judged);
  assert.equal(exam.nextNumber, 2);
  await exam.begin(1);
  assert.equal(exam.open.seed, "review#1.2");
  assert.equal(exam.notesOf(exam.open).size, 0);
});

test("a question that was re-keyed is open again, one that left the bank is left out", async () => {
  const exam = await sit();
  await exam.begin(1);
  await exam.note(exam.open, bank[0], chosen("a"));
  await exam.note(exam.open, bank[1], chosen("a"));
  const changed = [{ ...bank[0], rev: 2 }, bank[1]];
  const later = await sit(changed);
  assert.deepEqual(
    later.entriesOf(later.open).map(({ id }) => id),
    ["q-1", "q-2"],
  );
  assert.deepEqual([...later.notesOf(later.open).keys()], ["q-2"]);
});

test("before a paper is begun none is open and none is ended; an open one is not ended", async () => {
  const exam = await sit();
  assert.deepEqual([exam.open, exam.ended], [null, null]);
  await exam.begin(1);
  assert.equal(exam.ended, null);
  assert.equal(exam.open.retry, false);
});

test("an empty bank begins nothing", async () => {
  const exam = await sit([]);
  await exam.begin(1);
  assert.deepEqual(exam.store.known, []);
});

test("a number can be sat as often as wanted", async () => {
  const exam = await sit();
  for (const seed of ["review#1", "review#1.2", "review#1.3", "review#1.4"]) {
    await exam.begin(1);
    assert.equal(exam.open.seed, seed);
    await exam.handIn(exam.open, judged);
  }
});

test("a flag without an answer is handed in as a gap, a note on a question that left the bank not at all", async () => {
  const exam = await sit();
  await exam.begin(1);
  const { open } = exam;
  await exam.note(open, bank[0], { chosen: [], sure: null, flagged: true });
  await exam.note(open, bank[2], chosen("a"));
  const later = await sit(bank.slice(0, 2));
  assert.deepEqual([...later.notesOf(later.open).keys()], ["q-1"]);
  await later.handIn(later.open, judged);
  assert.equal(later.answersOf(open).size, 0);
  assert.notEqual(later.ended, null);
});
