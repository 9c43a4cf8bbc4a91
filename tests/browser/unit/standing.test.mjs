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
