import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { toggleService } from "../../../overrides/assets/js/directory/sheet.js";
import { openDatabase } from "../../../overrides/assets/js/learner/database.js";
import { Desk } from "../../../overrides/assets/js/learner/desk.js";
import { LearnerStore } from "../../../overrides/assets/js/learner/store.js";

const silent = () => {
  throw new Error("no channel");
};
const now = new Date("2026-11-22T03:00:00.000Z");
const deskOf = (factory) => new Desk({ indexedDB: () => factory, channel: silent });
const pick = (service) => (sheet) => toggleService(sheet, service, { language: "vi" }, now);
const servicesOf = (sheet) => sheet?.entries.map(({ service }) => service) ?? [];

test("what lies on the desk is there for the next page, and gone when it is cleared", async () => {
  const factory = new IDBFactory();
  await deskOf(factory).change(pick("a/b"));
  assert.deepEqual(servicesOf(await deskOf(factory).read()), ["a/b"]);
  await deskOf(factory).clear();
  assert.equal(await deskOf(factory).read(), null);
});

test("two tabs that pick at once lose nothing", async () => {
  const factory = new IDBFactory();
  const [one, other] = [deskOf(factory), deskOf(factory)];
  await Promise.all(["a/b", "c/d", "e/f"].map((id, n) => (n % 2 ? other : one).change(pick(id))));
  assert.deepEqual(servicesOf(await one.read()).sort(), ["a/b", "c/d", "e/f"]);
});

test("a record of the first version keeps its events and gets a desk", async () => {
  const factory = new IDBFactory();
  const old = await openDatabase(factory, 1);
  assert.deepEqual([...old.objectStoreNames], ["events"]);
  const writing = old.transaction("events", "readwrite");
  writing
    .objectStore("events")
    .put({ id: "u", at: now.toISOString(), kind: "unit-finished", unit: "A1-1" });
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  old.close();
  await deskOf(factory).change(pick("a/b"));
  const store = new LearnerStore({ indexedDB: () => factory, channel: silent });
  assert.deepEqual(
    (await store.events()).map(({ id }) => id),
    ["u"],
  );
  store.close();
});

test("listeners are told of a change and of clearing", async () => {
  const desk = deskOf(new IDBFactory());
  const told = [];
  desk.subscribe((sheet) => told.push(servicesOf(sheet)), new AbortController().signal);
  await desk.change(pick("a/b"));
  await desk.clear();
  assert.deepEqual(told, [["a/b"], []]);
});

test("where nothing can be kept the sheet lives in memory, and the desk says so", async () => {
  const desk = new Desk({
    indexedDB: () => {
      throw new Error("blocked");
    },
    channel: silent,
  });
  await desk.change(pick("a/b"));
  assert.equal(desk.persistent, false);
  assert.deepEqual(servicesOf(await desk.read()), ["a/b"]);
  await desk.clear();
  assert.equal(await desk.read(), null);
});
