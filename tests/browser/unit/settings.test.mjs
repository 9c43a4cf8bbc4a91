import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

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
  return [dataset.furigana, dataset.size];
}

test("furigana is on in plain Japanese and off in standard Japanese", () => {
  assert.deepEqual(settle("easy"), ["on", "m"]);
  assert.deepEqual(settle("ja"), ["off", "m"]);
});

test("a choice holds in both variants", () => {
  const stored = JSON.stringify({ furigana: "off", size: "xl" });
  assert.deepEqual(settle("easy", stored), ["off", "xl"]);
  assert.deepEqual(settle("ja", JSON.stringify({ furigana: "on" })), ["on", "m"]);
});

test("blocked storage and broken settings never stop the page", () => {
  const blocked = () => {
    throw new Error("SecurityError");
  };
  for (const stored of [blocked, "{", "null", "7", '"x"', "[]", '{"size":"huge","furigana":7}']) {
    assert.deepEqual(settle("ja", stored), ["off", "m"]);
  }
});
