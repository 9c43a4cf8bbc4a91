import assert from "node:assert/strict";
import { test } from "node:test";
import {
  endOfPaper,
  notesOf,
  papersOf,
  scorePaper,
} from "../../../overrides/assets/js/learner/papers.js";
import { standingsBy, weakSections } from "../../../overrides/assets/js/learner/standing.js";
import { attempt, event, paper } from "./course.mjs";

const bank = [
  { id: "q-1", rev: 1, unit: "A1-1", section: "s-numbers" },
  { id: "q-2", rev: 1, unit: "A1-1", section: "s-numbers" },
  { id: "q-3", rev: 1, unit: "A1-2", section: "s-roles" },
  { id: "q-4", rev: 1, unit: "A1-2", section: "s-day" },
];

test("first tries and latest tries are counted apart", () => {
  const events = [attempt("q-1", { right: false }), attempt("q-1"), attempt("q-3")];
  assert.deepEqual(
    standingsBy(events, bank, ({ unit }) => unit),
    [
      { key: "A1-1", asked: 1, firstRight: 0, latestRight: 1 },
      { key: "A1-2", asked: 1, firstRight: 1, latestRight: 1 },
    ],
  );
});

test("the weakest section comes first; what is right by now is not weak", () => {
  const events = [
    attempt("q-1", { right: false }),
    attempt("q-2"),
    attempt("q-3", { right: false }),
    attempt("q-3"),
    attempt("q-4", { right: false }),
  ];
  assert.deepEqual(
    weakSections(events, bank, 5).map(({ key }) => key),
    ["A1-2#s-day", "A1-1#s-numbers"],
  );
});

test("the latest note of a question counts until the paper is handed in", () => {
  const begun = paper("review", ["q-1", "q-2"]);
  const note = (question, chosen, flagged = false) =>
    event("noted", {
      quiz: "review",
      seed: begun.seed,
      question,
      rev: 1,
      chosen,
      sure: null,
      flagged,
    });
  const events = [begun, note("q-1", ["a"]), note("q-2", [], true), note("q-1", ["b"])];
  const notes = notesOf(events, begun);
  assert.deepEqual([notes.get("q-1").chosen, notes.get("q-2").flagged], [["b"], true]);
  assert.equal(endOfPaper(events, begun), null);
});

test("a paper that was handed in with gaps is complete, and the gaps are not right", () => {
  const begun = paper("review", ["q-1", "q-2"]);
  const answer = attempt("q-1", { quiz: "review", seed: begun.seed });
  const events = [begun, answer, event("paper-ended", { quiz: "review", seed: begun.seed })];
  const score = scorePaper(events, papersOf(events, "review")[0]);
  assert.deepEqual([score.right, score.total, score.answered, score.complete], [1, 2, 1, true]);
});

test("a paper is as old as its last answer, in whatever order its answers are read", () => {
  const begun = paper("check:A1-1", ["q-1", "q-2"]);
  const [first, second] = ["q-1", "q-2"].map((question) =>
    attempt(question, { quiz: begun.quiz, seed: begun.seed }),
  );
  for (const events of [
    [begun, first, second],
    [begun, second, first],
  ]) {
    const [known] = papersOf(events, begun.quiz);
    assert.equal(scorePaper(events, known).at, second.at);
  }
});

test("notes and the end of another paper of the same quiz are not this paper's", () => {
  const [one, other] = ["review#1", "review#2"].map((seed) => paper("review", ["q-1"], { seed }));
  const note = (seed, quiz = "review") =>
    event("noted", {
      quiz,
      seed,
      question: "q-1",
      rev: 1,
      chosen: ["b"],
      sure: null,
      flagged: false,
    });
  const events = [
    one,
    other,
    note("review#2"),
    note("review#1", "completion"),
    event("paper-ended", { quiz: "review", seed: "review#2" }),
    event("paper-ended", { quiz: "completion", seed: "review#1" }),
  ];
  const [first, second] = papersOf(events, "review");
  assert.deepEqual([notesOf(events, first).size, notesOf(events, second).size], [0, 1]);
  assert.equal(endOfPaper(events, first), null);
  assert.notEqual(endOfPaper(events, second), null);
});

test("the share of wrong answers decides, then how much was asked, and no more are shown than wanted", () => {
  const own = ["s-one", "s-two", "s-two", "s-three", "s-three", "s-three", "s-three"].map(
    (section, place) => ({ id: `q-${place}`, rev: 1, unit: "A1-1", section }),
  );
  // s-one: 1 of 1 wrong; s-two: 2 of 2 wrong; s-three: 3 of 4 wrong.
  const events = own.map(({ id }, place) => attempt(id, { right: place === 3 }));
  const weakest = (most) => weakSections(events, own, most).map(({ key }) => key.split("#")[1]);
  assert.deepEqual(weakest(5), ["s-two", "s-one", "s-three"]);
  assert.deepEqual(weakest(1), ["s-two"]);
});

test("a large section that is mostly wrong is weaker than a small one that is mostly right", () => {
  const own = [...Array(10).fill("s-large"), ...Array(4).fill("s-small")].map((section, place) => ({
    id: `q-${place}`,
    rev: 1,
    unit: "A1-1",
    section,
  }));
  // s-large: 2 of 10 right; s-small: 3 of 4 right.
  const events = own.map(({ id }, place) => attempt(id, { right: place < 2 || place > 10 }));
  assert.deepEqual(
    weakSections(events, own, 5).map(({ key }) => key),
    ["A1-1#s-large", "A1-1#s-small"],
  );
});
