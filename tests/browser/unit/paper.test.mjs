import assert from "node:assert/strict";
import { test } from "node:test";
import {
  nextSeed,
  notesOf,
  papersOf,
  scorePaper,
} from "../../../overrides/assets/js/learner/papers.js";
import {
  answersAtPresent,
  currentPaper,
  newPaper,
  retryPaper,
} from "../../../overrides/assets/js/quiz/paper.js";
import { answeredPaper, attempt, event, paper } from "./course.mjs";

const name = "check:A1-1";
const bank = ["q-1", "q-2", "q-3", "q-4", "q-5", "q-6"].map((id) => ({ id, rev: 1, unit: "A1-1" }));
const quiz = { quiz: name, count: 3, bank };

test("the first paper is the same in every tab and variant and is not recorded by looking", () => {
  const first = currentPaper([], quiz);
  assert.deepEqual(first, currentPaper([], quiz));
  assert.equal(first.seed, "check:A1-1#1");
  assert.equal(first.recorded, false);
  assert.equal(first.questions.length, 3);
});

test("a reload brings the same paper and its answers back", () => {
  const events = [paper(name, ["q-4", "q-2", "q-6"]), attempt("q-2")];
  const current = currentPaper(events, quiz);
  assert.deepEqual(current.questions, ["q-4", "q-2", "q-6"]);
  assert.equal(current.recorded, true);
  assert.deepEqual([...answersAtPresent(events, current, bank).keys()], ["q-2"]);
});

test("a new paper prefers the questions that were not asked yet", () => {
  const events = answeredPaper(name, { "q-1": true, "q-2": false, "q-5": true });
  const next = newPaper(events, quiz);
  assert.deepEqual(next.questions, ["q-3", "q-4", "q-6"]);
  assert.equal(next.seed, "check:A1-1#2");
});

test("a repeated paper asks the wrong ones only and says that it is one", () => {
  const events = answeredPaper(name, { "q-1": true, "q-2": false, "q-5": true });
  const retry = retryPaper(events, quiz, ["q-2"]);
  assert.deepEqual([retry.questions, retry.retry, retry.seed], [["q-2"], true, "check:A1-1#2"]);
});

test("a retired question leaves the paper; the paper is recorded anew without it", () => {
  const events = [paper(name, ["q-1", "q-retired", "q-2"]), attempt("q-retired")];
  const current = currentPaper(events, quiz);
  assert.deepEqual(current.questions, ["q-1", "q-2"]);
  assert.equal(current.recorded, false);
  assert.equal(answersAtPresent(events, current, bank).size, 0);
});

test("a paper of nothing but retired questions is followed by a new one", () => {
  const current = currentPaper([paper(name, ["q-x", "q-y"])], quiz);
  assert.equal(current.seed, "check:A1-1#2");
  assert.equal(current.questions.length, 3);
});

test("a re-keyed question of the open paper is asked again, the others stay answered", () => {
  const events = answeredPaper(name, { "q-1": true, "q-2": true });
  const changed = bank.map((question) => ({ ...question, rev: question.id === "q-1" ? 2 : 1 }));
  const current = currentPaper(events, { ...quiz, bank: changed });
  assert.deepEqual([...answersAtPresent(events, current, changed).keys()], ["q-2"]);
  const again = [...events, attempt("q-1", { rev: 2 })];
  assert.equal(answersAtPresent(again, current, changed).size, 2);
});

test("a paper can be called by its seed", () => {
  const events = [
    paper(name, ["q-1"], { seed: "group-7" }),
    paper(name, ["q-2"], { seed: "check:A1-1#1" }),
  ];
  assert.deepEqual(currentPaper(events, quiz, "group-7").questions, ["q-1"]);
  assert.equal(currentPaper(events, quiz, "group-8").seed, "group-8");
});

test("answers of another quiz or another seed do not count for a paper", () => {
  const events = [
    paper(name, ["q-1", "q-2"]),
    attempt("q-1", { quiz: "lecture:A1", seed: "check:A1-1#1" }),
    attempt("q-2", { seed: "check:A1-1#9" }),
  ];
  assert.equal(answersAtPresent(events, currentPaper(events, quiz), bank).size, 0);
});

test("seeds are never given twice", () => {
  const papers = papersOf(
    [paper(name, ["q-1"]), paper(name, ["q-1"], { seed: `${name}#3` })],
    name,
  );
  assert.equal(nextSeed(papers, name), "check:A1-1#2");
});

test("an empty bank gives an empty paper", () => {
  assert.deepEqual(currentPaper([], { ...quiz, bank: [] }).questions, []);
});

test("a repeated paper is recorded when it is begun, not before", () => {
  assert.equal(retryPaper([], quiz, ["q-2"]).recorded, false);
});

test("papers of another quiz are not this quiz's", () => {
  const events = [paper("lecture:A1", ["q-1"]), paper(name, ["q-2"])];
  assert.deepEqual(
    papersOf(events, name).map(({ questions }) => questions),
    [["q-2"]],
  );
});

test("the note at the newest revision stays, whatever is noted at an older one afterwards", () => {
  const begun = paper("review", ["q-1"]);
  const note = (rev, chosen) =>
    event("noted", {
      ...{ quiz: "review", seed: begun.seed, question: "q-1", rev, chosen: [chosen] },
      ...{ sure: null, flagged: false },
    });
  const notes = notesOf([begun, note(2, "b"), note(1, "a")], begun);
  assert.deepEqual(notes.get("q-1").chosen, ["b"]);
  const later = notesOf([begun, note(2, "b"), note(2, "c")], begun);
  assert.deepEqual(later.get("q-1").chosen, ["c"]);
});

test("a paper is as old as its last answer also where its questions are answered out of order", () => {
  const begun = paper(name, ["q-1", "q-2"]);
  const [second, first] = [attempt("q-2"), attempt("q-1")];
  const [known] = papersOf([begun], name);
  assert.equal(scorePaper([begun, second, first], known).at, first.at);
});
