import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import {
  isLaterVisit,
  isLearnerEvent,
  stampEvent,
} from "../../../overrides/assets/js/learner/events.js";
import { attempt, event, paper } from "./course.mjs";

const note = (fields = {}) =>
  event("noted", {
    ...{ quiz: "review", seed: "review#1", question: "q-1", rev: 1, chosen: ["a"] },
    ...{ sure: null, flagged: false, ...fields },
  });
const visit = (fields = {}) =>
  event("visited", { page: "units/a1-1/", pageKind: "unit", key: "A1-1", ...fields });
const many = (length) => Array.from({ length }, (_, place) => `q-${place}`);
const platform = globalThis.crypto;

/** Let the code see another crypto, as on a page that is not served securely. */
function withCrypto(crypto) {
  Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true });
}

afterEach(() => withCrypto(platform));

test("every kind of event is known", () => {
  for (const known of [
    attempt("q-1"),
    paper("review", ["q-1"]),
    note(),
    event("paper-ended", { quiz: "review", seed: "review#1" }),
    event("backup-made", { events: 0 }),
    event("unit-finished", { unit: "A1-1" }),
    event("unit-reopened", { unit: "A1-1" }),
    visit(),
  ]) {
    assert.equal(isLearnerEvent(known), true, known.kind);
  }
});

test("a note may be empty, a flag alone or sure, and up to 500 choices long", () => {
  for (const fields of [
    { chosen: [] },
    { chosen: [], flagged: true },
    { sure: true },
    { sure: false },
    { chosen: many(500) },
  ]) {
    assert.equal(isLearnerEvent(note(fields)), true, JSON.stringify(fields).slice(0, 60));
  }
});

for (const [fault, fields] of Object.entries({
  "501 choices": { chosen: many(501) },
  "a choice that is no text": { chosen: ["a", 1] },
  "choices as text": { chosen: "a" },
  "choices that only look like a list": { chosen: { length: 0, every: () => true } },
  "a revision of 0": { rev: 0 },
  "a revision of 1.5": { rev: 1.5 },
  "no revision": { rev: null },
  "sure as a word": { sure: "yes" },
  "a flag as a number": { flagged: 1 },
})) {
  test(`a note with ${fault} is none`, () => {
    assert.equal(isLearnerEvent(note(fields)), false);
  });
}

test("a paper holds up to 500 questions, all of them names", () => {
  assert.equal(isLearnerEvent(paper("review", many(500))), true);
  assert.equal(isLearnerEvent(paper("review", many(501))), false);
  assert.equal(isLearnerEvent(paper("review", ["q-1", ""])), false);
});

test("a backup counts its events from nought", () => {
  assert.equal(isLearnerEvent(event("backup-made", { events: -1 })), false);
  assert.equal(isLearnerEvent(event("backup-made", { events: 0.5 })), false);
});

test("a moment is text in exactly one form", () => {
  for (const at of [
    ["2026-11-21T10:00:00.000Z"],
    "+002026-11-21T10:00:00.000Z",
    "2026-11-21T10:00:00.000Z (noon)",
    "2026-11-21T10:00:00Z",
  ]) {
    assert.equal(isLearnerEvent({ ...visit(), at }), false, String(at));
  }
});

test("nothing and functions are no events", () => {
  assert.equal(isLearnerEvent(undefined), false);
  assert.equal(isLearnerEvent(Object.assign(() => {}, visit())), false);
});

test("only a later visit replaces a visit, and nothing else is ever replaced", () => {
  const [earlier, later] = [visit(), visit()];
  assert.equal(isLaterVisit(earlier, later), true);
  assert.equal(isLaterVisit(later, earlier), false);
  assert.equal(isLaterVisit(later, later), false);
  const answered = attempt("q-1");
  const afterwards = visit();
  assert.equal(isLaterVisit(answered, afterwards), false);
  assert.equal(isLaterVisit(earlier, answered), false);
  assert.equal(isLaterVisit(answered, attempt("q-1")), false);
});

test("an event keeps the id and the moment it has, and gets those it lacks", () => {
  const given = visit();
  assert.deepEqual(stampEvent(given, 0), given);
  const stamped = stampEvent({ kind: "unit-finished", unit: "A1-1" }, 1_000);
  assert.equal(stamped.at, "1970-01-01T00:00:01.000Z");
  assert.match(stamped.id, /^[0-9a-f-]{36}$/);
});

test("what is no event is not stamped, and the error says what it was", () => {
  assert.throws(() => stampEvent({ kind: "rumour" }, 0), /TypeError: not an event: .*rumour/);
});

test("ids are 32 hexadecimal signs where the platform makes none", () => {
  withCrypto({ getRandomValues: (bytes) => bytes.map((_, place) => place * 17) });
  const { id } = stampEvent({ kind: "unit-finished", unit: "A1-1" }, 0);
  assert.equal(id, "00112233445566778899aabbccddeeff");
});
