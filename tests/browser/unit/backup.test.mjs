import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { readBackup, writeBackup } from "../../../overrides/assets/js/learner/backup.js";
import { compareEvents, isLearnerEvent } from "../../../overrides/assets/js/learner/events.js";
import { attempt, event, paper } from "./course.mjs";

const events = [
  attempt("q-1"),
  paper("check:A1-1", ["q-1"]),
  event("unit-finished", { unit: "A1-1" }),
];
const now = new Date("2026-11-21T10:00:00.000Z");
const sound = await writeBackup(events, now);

/** The sound file with something changed, and its checksum left out so that only the change matters. */
const changed = (change) => JSON.stringify({ ...JSON.parse(sound), sha256: null, ...change });
const changedEvent = (change) => changed({ events: [{ ...attempt("q-1"), ...change }] });

async function refusal(text) {
  const reading = await readBackup(text);
  return reading.ok ? "accepted" : reading.problem;
}

test("a file that was written is read back as it was", async () => {
  const { format, version, exportedAt, sha256 } = JSON.parse(sound);
  assert.equal(format, "support-coordinator-portal/learner");
  assert.equal(version, 3);
  assert.equal(exportedAt, "2026-11-21T10:00:00.000Z");
  assert.match(sha256, /^[0-9a-f]{64}$/);
  assert.deepEqual(await readBackup(sound), { ok: true, events, exportedAt });
});

test("indenting a file by hand does no harm", async () => {
  assert.equal((await readBackup(JSON.stringify(JSON.parse(sound), null, 2))).ok, true);
});

test("a damaged file is refused", async () => {
  assert.equal(await refusal(sound.replace('"right":true', '"right":false')), "damaged");
  assert.equal(await refusal(changed({ sha256: "0".repeat(64) })), "damaged");
  assert.equal(await refusal(changed({ sha256: 7 })), "damaged");
});

test("what is no backup is refused", async () => {
  for (const text of ["", "{", "null", "[]", "7", '"text"', "<html>"]) {
    assert.equal(await refusal(text), "not-json", text);
  }
  assert.equal(await refusal("{}"), "wrong-format");
  assert.equal(await refusal(changed({ format: "something-else" })), "wrong-format");
  assert.equal(await refusal(changed({ version: "1" })), "wrong-format");
  assert.equal(await refusal(changed({ events: { length: 1 } })), "wrong-format");
  assert.equal(await refusal(changed({ exportedAt: 7 })), "wrong-format");
});

test("files of earlier versions are read", async () => {
  for (const version of [1, 2]) assert.equal(await refusal(changed({ version })), "accepted");
});

test("a newer file is refused as newer", async () => {
  assert.equal(await refusal(changed({ version: 4 })), "newer-version");
});

test("a file too large is refused before it is parsed", async () => {
  assert.equal(await refusal(" ".repeat(33 * 1024 * 1024)), "too-large");
  const many = Array.from({ length: 200_001 }, () => 0);
  assert.equal(await refusal(changed({ events: many })), "too-large");
});

test("prototype keys are refused wherever they stand", async () => {
  assert.equal(await refusal(`{"__proto__": {"ok": true}, ${sound.slice(1)}`), "not-json");
  const inEvent = changed({}).replace('"kind":"attempt"', '"__proto__":{"x":1},"kind":"attempt"');
  assert.equal(await refusal(inEvent), "wrong-event");
  assert.equal(await refusal(changedEvent({ constructor: { prototype: {} } })), "wrong-event");
  assert.equal(await refusal(changedEvent({ kind: "__proto__" })), "wrong-event");
  assert.equal(await refusal(changedEvent({ kind: "constructor" })), "wrong-event");
  assert.equal({}.x, undefined);
});

for (const [fault, change] of Object.entries({
  "an unknown kind": { kind: "rumour" },
  "a field too many": { comment: "x" },
  "a missing field": { quiz: undefined },
  "no id": { id: "" },
  "an id that is no text": { id: 5 },
  "a name of 10,000 signs": { question: "q".repeat(10_000) },
  "control characters": { question: "q\u0000" },
  "chosen as text": { chosen: "a" },
  "chosen with an object": { chosen: [{}] },
  "nothing chosen": { chosen: [] },
  "501 choices": { chosen: Array.from({ length: 501 }, () => "a") },
  "right as a word": { right: "true" },
  "sure as a number": { sure: 1 },
  "a revision of 1.5": { rev: 1.5 },
  "a revision of 0": { rev: 0 },
  "another variant": { variant: "en" },
  "a moment without a zone": { at: "2026-11-21T10:00:00" },
  "a moment that is none": { at: "2026-13-41T10:00:00.000Z" },
  "a moment as a number": { at: 1 },
})) {
  test(`an event with ${fault} makes the whole file refused`, async () => {
    assert.equal(await refusal(changedEvent(change)), "wrong-event");
  });
}

test("events that are no objects are refused", async () => {
  for (const value of [null, 1, "x", [], [[[]]]]) {
    assert.equal(await refusal(changed({ events: [value] })), "wrong-event");
    assert.equal(isLearnerEvent(value), false);
  }
});

test("markup in a name is only text and is accepted as such", async () => {
  assert.equal(
    await refusal(changedEvent({ question: "<img src=x onerror=alert(1)>" })),
    "accepted",
  );
});

test("events of one moment have one order on every device", () => {
  const [one, other] = ["a", "b"].map((id) => ({ id, at: "2026-11-21T10:00:00.000Z" }));
  assert.equal(compareEvents(one, other), -1);
  assert.equal(compareEvents(other, one), 1);
  assert.equal(compareEvents(one, one), 0);
});

test("the checksum is SHA-256 in hexadecimal, leading noughts kept", async () => {
  // Thirty files: without padding one of them would be shorter in all likelihood.
  for (let number = 0; number < 30; number += 1) {
    const made = [event("backup-made", { events: number })];
    const { sha256 } = JSON.parse(await writeBackup(made, now));
    assert.equal(sha256, createHash("sha256").update(JSON.stringify(made)).digest("hex"));
  }
});

test("without a digest a file is written without one, and a checksum is taken on trust", async () => {
  const platform = globalThis.crypto;
  for (const crypto of [undefined, {}]) {
    Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true });
    try {
      const written = await writeBackup(events, now);
      assert.equal(JSON.parse(written).sha256, null);
      assert.equal((await readBackup(written)).ok, true);
      assert.equal((await readBackup(sound)).ok, true);
      assert.equal(await refusal(changed({ sha256: 7 })), "damaged");
    } finally {
      Object.defineProperty(globalThis, "crypto", { value: platform, configurable: true });
    }
  }
});
