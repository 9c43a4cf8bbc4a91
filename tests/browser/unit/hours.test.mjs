import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAt } from "../../../overrides/assets/js/directory/hours.js";

// From Friday 2026-11-20: A closed, B 9 to 17, C 22 to 29 (five in the morning), D all day, E not known.
const calendar = {
  start: "2026-11-20",
  signs: "ABCDE",
  patterns: [[], [[540, 1020]], [[1320, 1740]], [[0, 1440]], null],
  days: { office: "BAABBBBBAAB", night: "CAAAAAACAAA", always: "DDDDDDDDDDD", yearend: "BEEB" },
};
const at = (day, time) => new Date(`2026-11-${day}T${time}:00+09:00`);

test("open and closed are of Japan's clock, with the time that is left", () => {
  assert.deepEqual(answerAt(calendar, "office", at(20, "16:00")), { open: true, until: 60 });
  assert.deepEqual(answerAt(calendar, "office", at(20, "08:59")), { open: false, until: 1 });
  assert.deepEqual(answerAt(calendar, "office", at(20, "09:00")), { open: true, until: 480 });
  assert.equal(answerAt(calendar, "office", at(20, "17:00")).open, false);
});

test("over days that are closed the next opening is told", () => {
  assert.deepEqual(answerAt(calendar, "office", at(20, "17:00")), { open: false, until: 64 * 60 });
});

test("a night belongs to the day it began on", () => {
  assert.deepEqual(answerAt(calendar, "night", at(21, "04:00")), { open: true, until: 60 });
  assert.equal(answerAt(calendar, "night", at(21, "05:00")).open, false);
  assert.equal(answerAt(calendar, "night", at(22, "04:00")).open, false);
});

test("what never closes is open for as long as can be seen", () => {
  assert.equal(answerAt(calendar, "always", at(22, "03:00")).open, true);
  assert.ok(answerAt(calendar, "always", at(22, "03:00")).until > 7 * 24 * 60);
});

test("what is not known is not guessed: unknown hours, unsure days, days beyond the table", () => {
  assert.equal(answerAt(calendar, undefined, at(20, "10:00")), null);
  assert.equal(answerAt(calendar, "something", at(20, "10:00")), null);
  assert.equal(answerAt(calendar, "yearend", at(21, "10:00")), null);
  assert.equal(answerAt(calendar, "office", new Date("2027-11-20T10:00:00+09:00")), null);
  assert.equal(answerAt(calendar, "office", at(19, "10:00")), null);
});

test("an opening further off than a week is not told", () => {
  const rare = { ...calendar, days: { rare: "AAAAAAAAAAB" } };
  assert.deepEqual(answerAt(rare, "rare", at(20, "10:00")), { open: false, until: null });
});
