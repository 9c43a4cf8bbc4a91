import assert from "node:assert/strict";
import { test } from "node:test";
import { placeBeside } from "../../../overrides/assets/js/glossary/placement.js";

const view = { width: 320, height: 600 };
const card = { width: 300, height: 120 };
const word = (left, top) => ({ left, top, bottom: top + 24 });

test("the card stands right below the word", () => {
  const place = placeBeside(word(20, 100), { width: 100, height: 50 }, view);
  assert.equal(place.left, 20);
  assert.ok(place.top > 124 && place.top < 140);
});

test("without room below it stands above, and never covers the word", () => {
  const { top } = placeBeside(word(20, 560), card, view);
  assert.ok(top + card.height <= 560);
});

test("with room nowhere it stays below, where it can be scrolled to", () => {
  const { top } = placeBeside(word(20, 30), { width: 300, height: 900 }, view);
  assert.ok(top >= 54);
});

test("it never leaves a window of 320 pixels", () => {
  for (const left of [-50, 0, 8, 160, 319, 900]) {
    const place = placeBeside(word(left, 100), card, view);
    assert.ok(place.left >= 0 && place.left + card.width <= view.width, String(left));
  }
});

test("a card wider than the window begins at its left edge", () => {
  assert.ok(placeBeside(word(200, 100), { width: 500, height: 50 }, view).left >= 0);
});
