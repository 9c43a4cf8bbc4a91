import assert from "node:assert/strict";
import { test } from "node:test";
import {
  holdsService,
  isOfAnotherDay,
  readSheet,
  toggleService,
  withContext,
  withFields,
  withoutService,
} from "../../../overrides/assets/js/directory/sheet.js";

const now = new Date("2026-11-22T03:00:00.000Z");
const wages = { problem: "unpaid-wages", area: "100005", language: "vi" };
const begun = toggleService(null, "mhlw/dial", wages, now);

test("a picked partner lies on the sheet with what the search knew", () => {
  assert.ok(holdsService(begun, "mhlw/dial"));
  assert.equal(begun.begun, now.toISOString());
  assert.deepEqual(begun.context, { ...wages, status: "" });
});

test("picking again takes it off, and the last one clears the sheet", () => {
  assert.equal(toggleService(begun, "mhlw/dial", {}, now), null);
  const two = toggleService(begun, "houterasu/line", {}, now);
  assert.deepEqual(
    withoutService(two, "mhlw/dial").entries.map(({ service }) => service),
    ["houterasu/line"],
  );
});

test("a later search adds what it knows and keeps what it does not say", () => {
  const two = toggleService(begun, "houterasu/line", { language: "", area: "130001" }, now);
  assert.equal(two.context.language, "vi");
  assert.equal(two.context.area, "130001");
  assert.equal(two.begun, begun.begun);
});

test("what is agreed with one partner does not touch another", () => {
  const two = toggleService(begun, "houterasu/line", {}, now);
  const written = withFields(two, "mhlw/dial", { agreed: "一緒にかける", consent: ["contact"] });
  assert.deepEqual(written.entries[0].consent, ["contact"]);
  assert.equal(written.entries[1].agreed, "");
  assert.equal(withFields(null, "mhlw/dial", { agreed: "x" }), null);
});

test("the person's language can be taken away again", () => {
  assert.equal(withContext(begun, { language: "" }).context.language, "");
  assert.equal(withContext(null, { language: "vi" }), null);
});

test("damaged records lose only what is damaged", () => {
  for (const strange of [undefined, null, 7, "x", [], {}, { begun: "soon", entries: [] }])
    assert.equal(readSheet(strange), null);
  const read = readSheet({
    begun: now.toISOString(),
    context: { problem: 3, language: "vi" },
    entries: [{ service: "a/b", agreed: 5, consent: "no" }, "?", { agreed: "lost" }],
  });
  assert.deepEqual(read.context, { problem: "", area: "", language: "vi", status: "" });
  assert.deepEqual(read.entries, [
    { service: "a/b", agreed: "", caller: "", consent: [], next: "", noted: "" },
  ]);
});

test("what was written is read back as it was", () => {
  const written = withFields(begun, "mhlw/dial", {
    ...{ agreed: "月曜\n十時", caller: "together", consent: ["contact", "papers"] },
    ...{ next: "2026-12-01", noted: "full" },
  });
  assert.deepEqual(readSheet(structuredClone(written)), written);
});

test("a sheet of yesterday may be about another person", () => {
  const day = (/** @type {Date} */ moment) => moment.toISOString().slice(0, 10);
  assert.equal(isOfAnotherDay(begun, now, day), false);
  assert.equal(isOfAnotherDay(begun, new Date("2026-11-23T03:00:00Z"), day), true);
});
