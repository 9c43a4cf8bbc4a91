import assert from "node:assert/strict";
import { test } from "node:test";
import { isRecent, seenVersions, stateOn } from "../../../overrides/assets/js/notices/stages.js";

test("what is enacted comes into force with its day and not before", () => {
  const notice = { stage: "enacted", inForce: "2027-04-01" };
  assert.equal(stateOn(notice, "2027-03-31"), "coming");
  assert.equal(stateOn(notice, "2027-04-01"), "in-force");
});

test("a plan is never in force, whatever the day", () => {
  assert.equal(stateOn({ stage: "planned", inForce: "2026-01-01" }, "2027-01-01"), "planned");
  assert.equal(stateOn({ stage: "planned" }, "2027-01-01"), "planned");
});

test("pages point to what is to come and to what came within a year", () => {
  const day = "2026-11-22";
  assert.equal(isRecent({ stage: "enacted", inForce: "2030-01-01" }, day, 365), true);
  assert.equal(isRecent({ stage: "planned" }, day, 365), true);
  assert.equal(isRecent({ stage: "enacted", inForce: "2025-11-22" }, day, 365), true);
  assert.equal(isRecent({ stage: "enacted", inForce: "2025-11-21" }, day, 365), false);
  assert.equal(isRecent({ stage: "news", posted: "2026-11-01" }, day, 365), true);
  assert.equal(isRecent({ stage: "news", posted: "2025-11-01" }, day, 365), false);
});

test("a revised notice is news again; whoever never looked has seen nothing", () => {
  const stamp = { id: "x", at: "2026-11-22T00:00:00.000Z" };
  const look = { ...stamp, kind: "notices-seen", versions: ["n-a@1"] };
  const more = { ...stamp, id: "y", kind: "notices-seen", versions: ["n-b@1"] };
  assert.equal(seenVersions([]), null);
  assert.deepEqual(seenVersions([look, more]), new Set(["n-a@1", "n-b@1"]));
  assert.equal(seenVersions([look])?.has("n-a@2"), false);
});
