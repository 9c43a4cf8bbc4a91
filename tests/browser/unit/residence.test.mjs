import assert from "node:assert/strict";
import { test } from "node:test";
import { monthsBefore, periodOf, ruleHolds } from "../../../overrides/assets/js/residence/card.js";

const anyone = { statuses: [], work: [], permission: "", period: [] };
const student = { status: "student", work: "none", permission: "granted", period: "later" };

test("the last day of stay still belongs to the stay", () => {
  assert.equal(periodOf("2026-11-21", "2026-11-21", 3), "near");
  assert.equal(periodOf("2026-11-20", "2026-11-21", 3), "over");
});

test("a renewal opens three months before the last day", () => {
  assert.equal(periodOf("2027-02-21", "2026-11-21", 3), "near");
  assert.equal(periodOf("2027-02-22", "2026-11-21", 3), "later");
});

test("three months before the end of a long month is the end of a short one", () => {
  assert.equal(monthsBefore("2027-05-31", 3), "2027-02-28");
  assert.equal(monthsBefore("2028-05-31", 3), "2028-02-29");
  assert.equal(monthsBefore("2027-01-15", 3), "2026-10-15");
});

test("a day that is not known says nothing", () => {
  assert.equal(periodOf("", "2026-11-21", 3), "");
  assert.equal(periodOf("21.11.2026", "2026-11-21", 3), "");
});

test("every part of a condition must hold, an empty one always does", () => {
  assert.equal(ruleHolds(anyone, student), true);
  assert.equal(ruleHolds({ ...anyone, work: ["none"], permission: "granted" }, student), true);
  assert.equal(ruleHolds({ ...anyone, work: ["free"], permission: "granted" }, student), false);
  assert.equal(ruleHolds({ ...anyone, statuses: ["dependent"] }, student), false);
});

test("while the back of the card was not looked at, rules for both cases are shown", () => {
  const unknown = { ...student, permission: "" };
  assert.equal(ruleHolds({ ...anyone, permission: "granted" }, unknown), true);
  assert.equal(ruleHolds({ ...anyone, permission: "not-granted" }, unknown), true);
  assert.equal(ruleHolds({ ...anyone, permission: "not-granted" }, student), false);
});

test("a rule on the last day waits until the day is known", () => {
  assert.equal(ruleHolds({ ...anyone, period: ["over"] }, { ...student, period: "" }), false);
  assert.equal(ruleHolds({ ...anyone, period: ["near", "later"] }, student), true);
});
