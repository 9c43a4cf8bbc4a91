import assert from "node:assert/strict";
import { test } from "node:test";
import { bannersFor, dayInTokyo, dayInWords } from "../../../overrides/assets/js/calendar.js";

test("the day is Japan's, wherever the reader sits", () => {
  assert.equal(dayInTokyo(new Date("2026-11-21T14:59:59Z")), "2026-11-21");
  assert.equal(dayInTokyo(new Date("2026-11-21T15:00:00Z")), "2026-11-22");
  assert.equal(dayInTokyo(new Date("2026-12-31T15:00:00Z")), "2027-01-01");
});

test("a day is written as it is read", () => {
  assert.equal(dayInWords("2026-01-02"), "2026年1月2日");
  assert.equal(dayInWords(""), "");
});

test("a review is overdue from the day after its date", () => {
  const dates = { reviewBy: "2027-04-01" };
  assert.deepEqual(bannersFor(dates, "2027-04-01"), []);
  assert.deepEqual(bannersFor(dates, "2027-04-02"), ["review-overdue"]);
});

test("a rule is in force from its day on", () => {
  const dates = { inForce: "2027-06-15" };
  assert.deepEqual(bannersFor(dates, "2027-06-14"), ["not-yet-in-force"]);
  assert.deepEqual(bannersFor(dates, "2027-06-15"), []);
});

test("missing and malformed dates show nothing", () => {
  assert.deepEqual(bannersFor({}, "2027-01-01"), []);
  assert.deepEqual(bannersFor({ reviewBy: "", inForce: "soon" }, "2027-01-01"), []);
});
