/**
 * IndexedDB as promises, and the schema of the learner's database. Used by archive.js and desk.js only.
 * Upgrades are numbered by their place and only ever added at the end: upgrade n leads from schema
 * n to n + 1. Version 1: object store "events", key "id", values as in events.js. Version 2: object store "desk", key "id": what
 * lies on the desk and is cleared again (desk.js).
 */

export const databaseName = "support-coordinator-portal";

/** @type {((database: IDBDatabase) => void)[]} */
const upgrades = [
  (database) => database.createObjectStore("events", { keyPath: "id" }),
  (database) => database.createObjectStore("desk", { keyPath: "id" }),
];

export const schemaVersion = upgrades.length;

/**
 * @param {IDBFactory} factory
 * @param {number | undefined} version undefined opens whatever schema is there
 * @returns {Promise<IDBDatabase>}
 */
export function openDatabase(factory, version) {
  const request = factory.open(databaseName, version);
  request.onupgradeneeded = ({ oldVersion, newVersion }) => {
    for (const upgrade of upgrades.slice(oldVersion, newVersion ?? undefined))
      upgrade(request.result);
  };
  return resultOf(request);
}

/**
 * Every record, whatever it is.
 * @param {IDBDatabase} database
 * @returns {Promise<unknown[]>}
 */
export function readRecords(database) {
  return resultOf(database.transaction("events", "readonly").objectStore("events").getAll());
}

/**
 * Read and write in one transaction, so that two tabs never overwrite each other.
 * @param {IDBDatabase} database
 * @param {(records: unknown[]) => object[]} choose which records to put, given all that are there
 */
export async function mergeRecords(database, choose) {
  const { store, completed } = beginWriting(database);
  const request = store.getAll();
  request.onsuccess = () => {
    for (const record of choose(request.result)) store.put(record);
  };
  await completed;
}

/**
 * @param {IDBDatabase} database
 * @param {object[]} records all of them or none are written
 */
export async function putRecords(database, records) {
  const { store, completed } = beginWriting(database);
  for (const record of records) store.put(record);
  await completed;
}

/**
 * @param {IDBDatabase} database
 * @param {readonly string[]} ids all of them or none are deleted
 */
export async function deleteRecords(database, ids) {
  const { store, completed } = beginWriting(database);
  for (const id of ids) store.delete(id);
  await completed;
}

/**
 * @param {IDBDatabase} database
 * @param {string} id
 * @returns {Promise<unknown>} undefined where there is none
 */
export function readDesk(database, id) {
  return resultOf(database.transaction("desk", "readonly").objectStore("desk").get(id));
}

/**
 * Read and write one record of the desk in one transaction.
 * @param {IDBDatabase} database
 * @param {string} id
 * @param {(record: unknown) => object | null} change null deletes it
 */
export async function changeDesk(database, id, change) {
  const { store, completed } = beginWriting(database, "desk");
  const request = store.get(id);
  request.onsuccess = () => {
    const record = change(request.result);
    if (record) store.put(record);
    else store.delete(id);
  };
  await completed;
}

/**
 * Committed at once: the page may be closed right after.
 * @param {IDBDatabase} database
 * @param {string} id
 */
export async function clearDesk(database, id) {
  const { store, completed } = beginWriting(database, "desk");
  store.delete(id);
  store.transaction.commit();
  await completed;
}

/**
 * @param {IDBDatabase} database
 * @param {"events" | "desk"} name
 */
function beginWriting(database, name = "events") {
  const transaction = database.transaction(name, "readwrite", { durability: "strict" });
  /** @type {Promise<void>} */
  const completed = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  return { store: transaction.objectStore(name), completed };
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function resultOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
