import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import {
  databaseName,
  openDatabase,
  schemaVersion,
} from "../../../overrides/assets/js/learner/database.js";
import { LearnerStore } from "../../../overrides/assets/js/learner/store.js";
import { attempt } from "./course.mjs";

/** @type {IDBFactory} */
let factory;
/** @type {LearnerStore[]} */
let opened = [];

beforeEach(() => {
  factory = new IDBFactory();
});

afterEach(() => {
  for (const store of opened) store.close();
  opened = [];
});

const unstamped = (question) => {
  const { id: _id, at: _at, ...fields } = attempt(question);
  return fields;
};

function openStore(surroundings = {}) {
  const store = new LearnerStore({ indexedDB: () => factory, ...surroundings });
  opened.push(store);
  return store.open();
}

/** Records below everything else, as another version or a bug may have left them. */
async function putRaw(...records) {
  const database = await openDatabase(factory, schemaVersion);
  const transaction = database.transaction("events", "readwrite");
  for (const record of records) transaction.objectStore("events").put(record);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

async function rawRecords() {
  const database = await openDatabase(factory, undefined);
  const request = database.transaction("events").objectStore("events").getAll();
  const records = await new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return records;
}

/** A browser, or another device, that tabs cannot be told through. */
const silent = () => {
  throw new Error("no channel");
};
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));
const questionsOf = (events) => events.map((event) => event.question);

test("what is appended is there after reopening, with an id and a moment", async () => {
  const store = await openStore();
  const [event] = await store.append(unstamped("q-1"));
  assert.equal(store.persistent, true);
  assert.match(event.id, /^[0-9a-f-]{36}$/);
  assert.deepEqual(await (await openStore()).events(), [event]);
});

test("two tabs, 200 answers each at the same time: none is lost", async () => {
  const [one, other] = await Promise.all([openStore(), openStore()]);
  const answers = Array.from({ length: 200 }, (_, number) => [
    one.append(unstamped(`q-one-${number}`)),
    other.append(unstamped(`q-other-${number}`)),
  ]);
  await Promise.all(answers.flat());
  assert.equal((await (await openStore()).events()).length, 400);
  await settle();
  assert.equal((await one.events()).length, 400);
  assert.equal((await other.events()).length, 400);
});

test("another tab is told of an answer, and so is the same tab", async () => {
  const [one, other] = await Promise.all([openStore(), openStore()]);
  const heard = { one: 0, other: 0 };
  one.subscribe((events) => {
    heard.one = events.length;
  });
  other.subscribe((events) => {
    heard.other = events.length;
  });
  await one.append(unstamped("q-1"));
  await settle();
  assert.deepEqual(heard, { one: 1, other: 1 });
});

test("a listener whose element is gone is not called", async () => {
  const store = await openStore();
  const life = new AbortController();
  let calls = 0;
  store.subscribe(() => {
    calls += 1;
  }, life.signal);
  life.abort();
  await store.append(unstamped("q-1"));
  assert.equal(calls, 0);
});

test("events that belong together are written together", async () => {
  const store = await openStore();
  const beginning = {
    kind: "paper-started",
    quiz: "check:A1-1",
    seed: "s",
    questions: ["q-1"],
    retry: false,
  };
  await store.append(beginning, unstamped("q-1"));
  assert.equal((await rawRecords()).length, 2);
});

test("what is not an event is refused at the door", async () => {
  const store = await openStore();
  await assert.rejects(store.append({ kind: "attempt", question: "q-1" }), TypeError);
  await assert.rejects(store.append({ ...unstamped("q-1"), name: "田中" }), TypeError);
  assert.equal((await store.events()).length, 0);
});

for (const [how, indexedDB] of Object.entries({
  "throws on reading": () => {
    throw new DOMException("denied", "SecurityError");
  },
  "is missing": () => undefined,
  "refuses to open": () => ({
    open() {
      throw new DOMException("private mode", "InvalidStateError");
    },
  }),
})) {
  test(`with a storage that ${how}, everything works in memory`, async () => {
    const store = await openStore({ indexedDB });
    await store.append(unstamped("q-1"));
    assert.equal(store.persistent, false);
    assert.equal(store.condition, "memory-only");
    assert.deepEqual(questionsOf(await store.events()), ["q-1"]);
  });
}

test("a storage that never answers does not hold the page up", async () => {
  const store = await openStore({ indexedDB: () => ({ open: () => ({}) }), patience: 10 });
  await store.append(unstamped("q-1"));
  assert.equal(store.condition, "memory-only");
  assert.equal((await store.events()).length, 1);
});

test("without BroadcastChannel the store still stores", async () => {
  const channel = () => {
    throw new ReferenceError("BroadcastChannel");
  };
  const store = await openStore({ channel });
  await store.append(unstamped("q-1"));
  assert.equal((await (await openStore()).events()).length, 1);
  assert.equal(store.persistent, true);
});

test("when the device is full the answer waits in memory and is written with the next one", async () => {
  const store = await openStore();
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  await store.append(unstamped("q-1"));
  IDBObjectStore.prototype.put = put;
  assert.equal(store.condition, "not-saved");
  assert.equal((await store.events()).length, 1);
  await store.append(unstamped("q-2"));
  assert.equal(store.condition, "saved");
  assert.equal((await rawRecords()).length, 2);
});

test("records that are not understood stay where they are and are skipped", async () => {
  const strange = [
    { id: "x-1", kind: "from-the-future", at: "2027-01-01T00:00:00.000Z" },
    { id: "x-2", kind: "attempt", chosen: "a" },
    { id: "x-3" },
    { ...attempt("q-1"), id: "x-4", right: "yes" },
  ];
  await putRaw(...strange);
  const store = await openStore();
  await store.append(unstamped("q-2"));
  assert.deepEqual(questionsOf(await store.events()), ["q-2"]);
  assert.equal((await rawRecords()).length, 5);
});

test("a newer schema is read and never written", async () => {
  const first = await openStore();
  await first.append(unstamped("q-1"));
  first.close();
  await new Promise((resolve) => {
    factory.open(databaseName, 9).onsuccess = ({ target }) => resolve(target.result.close());
  });
  const store = await openStore();
  assert.equal(store.condition, "read-only");
  await store.append(unstamped("q-2"));
  assert.equal((await store.events()).length, 2);
  assert.equal((await rawRecords()).length, 1);
});

test("a tab gives way to an upgrade by another one and loses nothing", async () => {
  const store = await openStore();
  await store.append(unstamped("q-1"));
  const upgraded = await new Promise((resolve) => {
    factory.open(databaseName, 9).onsuccess = ({ target }) => resolve(target.result);
  });
  upgraded.close();
  await store.append(unstamped("q-2"));
  assert.equal(store.condition, "read-only");
  assert.equal((await store.events()).length, 2);
});

test("a connection the browser closed is opened again", async () => {
  const store = await openStore();
  await store.append(unstamped("q-1"));
  const others = await openDatabase(factory, schemaVersion);
  others.close();
  await new Promise((resolve) => {
    factory.deleteDatabase(databaseName).onsuccess = resolve;
  });
  await store.append(unstamped("q-2"));
  assert.equal(store.condition, "saved");
  assert.deepEqual(questionsOf(await rawRecords()), ["q-2"]);
});

test("a page has one visit, the latest", async () => {
  const store = await openStore();
  const visit = {
    kind: "visited",
    id: "visited:units/a1-1/",
    page: "units/a1-1/",
    pageKind: "unit",
    key: "A1-1",
  };
  await store.append({ ...visit, at: "2026-11-20T00:00:00.000Z" });
  await store.append({ ...visit, at: "2026-11-21T00:00:00.000Z" });
  const events = await store.events();
  assert.equal(events.length, 1);
  assert.equal(events[0].at, "2026-11-21T00:00:00.000Z");
});

test("events come in the order they happened, whatever the order of arrival", async () => {
  const [early, late] = [attempt("q-1"), attempt("q-2")];
  const store = await openStore();
  await store.append(late);
  await store.append(early);
  assert.deepEqual(questionsOf(await store.events()), ["q-1", "q-2"]);
});

test("events of one tab keep their order within a millisecond", async () => {
  const store = await openStore();
  const names = Array.from({ length: 50 }, (_, number) => `q-${number}`);
  await Promise.all(names.map((name) => store.append(unstamped(name))));
  assert.deepEqual(questionsOf(await store.events()), names);
});

test("a page that slept looks again", async () => {
  const asleep = await openStore({ channel: silent });
  const awake = await openStore({ channel: silent });
  await awake.append(unstamped("q-1"));
  assert.equal((await asleep.events()).length, 0);
  await asleep.refresh();
  assert.equal((await asleep.events()).length, 1);
});

test("a backup goes to another device and back: read twice, it counts once", async () => {
  const store = await openStore({ channel: silent });
  await store.append(unstamped("q-1"), unstamped("q-2"));
  const text = await store.exportEvents();

  factory = new IDBFactory();
  const elsewhere = await openStore({ channel: silent });
  await elsewhere.append(unstamped("q-3"));
  assert.deepEqual(await elsewhere.importEvents(text), { ok: true, added: 2 });
  assert.deepEqual(await elsewhere.importEvents(text), { ok: true, added: 0 });
  assert.equal((await rawRecords()).length, 3);

  const back = await store.importEvents(await elsewhere.exportEvents());
  assert.deepEqual(back, { ok: true, added: 1 });
  assert.deepEqual(await store.events(), await elsewhere.events());
});

test("a refused backup changes nothing", async () => {
  const store = await openStore();
  await store.append(unstamped("q-1"));
  assert.deepEqual(await store.importEvents("{"), { ok: false, problem: "not-json" });
  assert.equal((await store.events()).length, 1);
});

test("a backup does not replace a record of the same id, not even a broken one", async () => {
  const event = attempt("q-1");
  const store = await openStore();
  await store.append(event);
  const text = await store.exportEvents();
  factory = new IDBFactory();
  await putRaw({ ...event, right: "broken" });
  await (await openStore()).importEvents(text);
  assert.deepEqual(
    (await rawRecords()).map(({ right }) => right),
    ["broken"],
  );
});

test("an import can be taken back, here and in the other tabs, and nothing else goes", async () => {
  const store = await openStore();
  const [own] = await store.append(unstamped("q-own"));
  const other = new LearnerStore({ indexedDB: () => new IDBFactory(), channel: silent });
  opened.push(other);
  await other.open();
  const [foreign] = await other.append(unstamped("q-foreign"));
  await store.importEvents(await other.exportEvents());
  const tab = await openStore();
  assert.deepEqual(questionsOf(tab.known).sort(), ["q-foreign", "q-own"]);
  await store.forget([foreign.id]);
  await settle();
  assert.deepEqual(questionsOf(store.known), ["q-own"]);
  assert.deepEqual(questionsOf(tab.known), ["q-own"]);
  assert.deepEqual(
    (await rawRecords()).map(({ id }) => id),
    [own.id],
  );
});
