import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBDatabase, IDBFactory } from "fake-indexeddb";
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

/** A page of a browser whose storage outlives it. */
const pageOf = (factory, kept) =>
  new Desk({
    ...{ indexedDB: () => factory, channel: silent },
    storage: () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    }),
  });

/** Picks whose answers never reach the page, for it is gone. */
function leaveWith(page, services) {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = () => ({ objectStore: () => ({ get: () => ({}) }) });
  for (const service of services) page.change(pick(service));
  IDBDatabase.prototype.transaction = transaction;
  page.flush();
}

test("changes that were still under way when the page went are kept, once", async () => {
  const [factory, kept] = [new IDBFactory(), new Map()];
  const leaving = pageOf(factory, kept);
  await leaving.change(pick("a/b"));
  leaveWith(leaving, ["c/d", "e/f"]);
  assert.deepEqual(servicesOf(await pageOf(factory, kept).read()), ["a/b", "c/d", "e/f"]);
  await pageOf(factory, kept).change(pick("g/h"));
  assert.equal(kept.size, 0);
  const all = ["a/b", "c/d", "e/f", "g/h"];
  assert.deepEqual(servicesOf(await pageOf(factory, kept).read()), all);
});

test("a page that was only put to sleep does not make its last change twice", async () => {
  const [factory, kept] = [new IDBFactory(), new Map()];
  const sleeping = pageOf(factory, kept);
  await sleeping.read();
  const changing = sleeping.change(pick("a/b"));
  sleeping.flush();
  await changing;
  assert.deepEqual(servicesOf(await pageOf(factory, kept).read()), ["a/b"]);
});

test("clearing clears what waited too, and a page on which nothing waits brings back nothing", async () => {
  const [factory, kept] = [new IDBFactory(), new Map()];
  const [one, other] = [pageOf(factory, kept), pageOf(factory, kept)];
  await one.change(pick("a/b"));
  leaveWith(one, ["c/d"]);
  await other.clear();
  one.flush();
  assert.equal(kept.size, 0);
  assert.equal(await pageOf(factory, kept).read(), null);
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
