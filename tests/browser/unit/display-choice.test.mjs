import assert from "node:assert/strict";
import { test } from "node:test";
import {
  firstGrade,
  furiganaWay,
  grades,
  readStored,
  settings,
  soundChoice,
} from "../../../overrides/assets/js/display-choice.js";

test("settings stored before there were grades, spacing and voices still hold", () => {
  assert.deepEqual(readStored('{"furigana":"on","size":"l"}'), { furigana: "on", size: "l" });
});

test("a grade is a way to have furigana on some words only", () => {
  assert.equal(furiganaWay("off"), "off");
  assert.equal(furiganaWay("on"), "on");
  for (const grade of grades) assert.equal(furiganaWay(grade), "some");
  assert.ok(grades.includes(firstGrade));
});

test("an unknown way counts as off", () => {
  for (const value of [undefined, "", "7", "0", "33"]) assert.equal(furiganaWay(value), "off");
});

test("values that are no choice are dropped, the others stay", () => {
  const stored = { furigana: "9", size: "xl", spacing: "on", rate: 2, colour: "red" };
  assert.deepEqual(soundChoice(stored), { size: "xl", spacing: "on" });
});

test("nothing readable is no choice", () => {
  for (const text of [null, "", "{", "null", "7", '"on"', "[]"]) {
    assert.deepEqual(readStored(text), {});
  }
});

test("what is chosen is read back as it was chosen", () => {
  for (const [name, values] of Object.entries(settings)) {
    for (const value of values) {
      assert.deepEqual(readStored(JSON.stringify({ [name]: value })), { [name]: value });
    }
  }
});
