import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { settings } from "../../../overrides/assets/js/display-choice.js";

const broken = JSON.stringify({ size: "huge", furigana: 7, spacing: true, rate: "12" });
const source = readFileSync(
  new URL("../../../overrides/assets/js/settings.js", import.meta.url),
  "utf8",
);

/** Run the blocking script before a page of a variant; stored: text, or a function that throws. */
function settle(variant, stored = null) {
  const classes = new Set(["no-js"]);
  const dataset = { variant };
  const documentElement = { dataset, classList: { remove: (name) => classes.delete(name) } };
  const getItem = typeof stored === "function" ? stored : () => stored;
  vm.runInNewContext(source, {
    document: { documentElement },
    localStorage: { getItem },
    JSON,
    Object,
  });
  assert.equal(classes.size, 0);
  return [
    dataset.furigana,
    dataset.size,
    dataset.spacing,
    dataset.rate,
    dataset.feedback,
    dataset.answers,
  ];
}

test("furigana is on in plain Japanese and off in standard Japanese", () => {
  assert.deepEqual(settle("easy"), ["on", "m", "off", "normal", "now", "off"]);
  assert.deepEqual(settle("ja"), ["off", "m", "off", "normal", "now", "off"]);
});

test("a choice holds in both variants", () => {
  const stored = JSON.stringify({ furigana: "off", size: "xl" });
  assert.deepEqual(settle("easy", stored).slice(0, 2), ["off", "xl"]);
  assert.deepEqual(settle("ja", JSON.stringify({ furigana: "on" })).slice(0, 2), ["on", "m"]);
});

test("every choice of the panel is taken over before the page is drawn", () => {
  for (const [name, values] of Object.entries(settings)) {
    for (const value of values) {
      const place = ["furigana", "size", "spacing", "rate", "feedback", "answers"].indexOf(name);
      assert.equal(settle("ja", JSON.stringify({ [name]: value }))[place], value);
    }
  }
});

test("blocked storage and broken settings never stop the page", () => {
  const blocked = () => {
    throw new Error("SecurityError");
  };
  for (const stored of [blocked, "{", "null", "7", '"x"', "[]", broken]) {
    assert.deepEqual(settle("ja", stored), ["off", "m", "off", "normal", "now", "off"]);
  }
});
