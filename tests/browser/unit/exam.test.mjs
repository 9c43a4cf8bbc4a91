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
