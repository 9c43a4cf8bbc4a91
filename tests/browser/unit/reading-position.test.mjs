import assert from "node:assert/strict";
import { test } from "node:test";
import { headingInView } from "../../../overrides/assets/js/reading-position.js";

const view = { height: 800, scrolled: 1000 };
const box = (id, top) => ({ id, top, bottom: top + 40 });

test("the topmost heading in view", () => {
  const headings = [box("scene", -900), box("s-numbers", 120), box("abroad", 700)];
  assert.equal(headingInView(headings, view), "s-numbers");
});

test("between two headings, the one above", () => {
  assert.equal(headingInView([box("scene", -900), box("abroad", 1200)], view), "scene");
});

test("at the start of the page, none", () => {
  assert.equal(headingInView([box("scene", 120)], { height: 800, scrolled: 0 }), null);
  assert.equal(headingInView([], view), null);
});
