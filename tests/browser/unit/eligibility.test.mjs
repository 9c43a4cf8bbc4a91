import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addYears, daysOf, isDay } from "../../../overrides/assets/js/programme/days.js";
import { judge } from "../../../overrides/assets/js/programme/eligibility.js";

const table = new URL("../../examples/eligibility/profiles.json", import.meta.url);
const { rule, profiles } = JSON.parse(readFileSync(table, "utf8"));

for (const { name, answers, verdict, reasons } of profiles) {
  test(`eligibility: ${name}`, () => {
    const result = judge(rule, answers);
    const found = [...result.counter.reasons, ...result.role.reasons, ...result.experience.reasons];
    assert.equal(result.verdict, verdict, `because of ${found.join(", ")}`);
    for (const reason of reasons) assert.ok(found.includes(reason), `${reason} in ${found}`);
  });
}

test("eligibility: the table covers what applicants ask about", () => {
  assert.ok(profiles.length >= 30);
  assert.deepEqual(
    new Set(profiles.map((each) => each.verdict)),
    new Set(["yes", "no", "unknown"]),
  );
});

test("a year later than 29 February is 28 February, and a day is counted at both ends", () => {
  assert.equal(addYears("2024-02-29", 1), "2025-02-28");
  assert.equal(addYears("2024-02-29", -4), "2020-02-29");
  assert.equal(daysOf("2023-08-01", "2024-07-31"), 366);
  assert.equal(daysOf("2024-07-31", "2023-08-01"), 0);
  assert.equal(isDay("2023-02-29"), false);
});
