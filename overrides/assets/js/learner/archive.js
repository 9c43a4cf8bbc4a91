/**
 * The device's copy of the events: IndexedDB where it can be had, and a queue for what could not be
 * written yet. Used by store.js only. `condition` says how things stand:
 *   saved        written to the device
 *   memory-only  no storage; what is done is gone when the page closes
 *   read-only    the device holds a newer schema: its events are read, new ones wait in memory
 *   not-saved    the last writing failed; the events wait in memory and go with the next one
 */
import {
  deleteRecords,
  mergeRecords,
  openDatabase,
  putRecords,
  readRecords,
  schemaVersion,
} from "./database.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {"saved" | "memory-only" | "read-only" | "not-saved"} StoreCondition */

export class EventArchive {
  /** @type {() => IDBFactory} */
  #factory;
  /** @type {IDBDatabase | null} */
  #database = null;
  /** @type {LearnerEvent[]} */
  #waiting = [];
  /** @type {StoreCondition} */
  condition = "memory-only";

  /** @param {() => IDBFactory} factory a function: where storage is blocked, reading the property throws */
  constructor(factory) {
    this.#factory = factory;
  }

  async connect() {
    const factory = this.#factory();
    try {
      this.#adopt(await openDatabase(factory, schemaVersion), "saved");
    } catch (error) {
      if (Object(error).name !== "VersionError") throw error;
      this.#adopt(await openDatabase(factory, undefined), "read-only");
    }
  }

  /**
   * @param {IDBDatabase} database
   * @param {StoreCondition} condition
   */
  #adopt(database, condition) {
    this.#database = database;
    this.condition = condition;
    const leave = () => {
      if (this.#database === database) this.#database = null;
    };
    database.onclose = leave;
    // Another tab upgrades the schema: give way, and read again what it left.
    database.onversionchange = () => {
      database.close();
      leave();
    };
  }

  /** @returns {Promise<unknown[]>} every record, understood or not */
  async read() {
    return this.#database ? readRecords(this.#database) : [];
  }

  /**
   * Write events and all that wait; what cannot be written waits on. Never rejects.
   * @param {LearnerEvent[]} events
   */
  write(events) {
    return this.#attempt(events, putRecords);
  }

  /**
   * Write events of a backup; records the device already holds are left alone. Never rejects.
   * @param {LearnerEvent[]} events
   * @param {(events: LearnerEvent[], records: unknown[]) => LearnerEvent[]} choose
   */
  merge(events, choose) {
    return this.#attempt(events, (database, waiting) =>
      mergeRecords(database, (records) => choose(waiting, records)),
    );
  }

  /**
   * @param {LearnerEvent[]} events
   * @param {(database: IDBDatabase, waiting: LearnerEvent[]) => Promise<void>} put
   */
  async #attempt(events, put) {
    const waiting = [...this.#waiting, ...events];
    this.#waiting = [];
    try {
      // Only what was open before is worth opening again.
      if (!this.#database && this.condition !== "memory-only") await this.connect();
      if (!this.#database || this.condition === "read-only") throw new Error("nothing to write to");
      await put(this.#database, waiting);
      this.condition = "saved";
    } catch {
      this.#waiting = [...waiting, ...this.#waiting];
      if (this.condition === "saved") this.condition = "not-saved";
    }
  }

  /**
   * Take records away that an import added. Never rejects.
   * @param {readonly string[]} ids
   */
  async remove(ids) {
    this.#waiting = this.#waiting.filter(({ id }) => !ids.includes(id));
    try {
      if (this.#database && this.condition === "saved") await deleteRecords(this.#database, ids);
    } catch {
      this.condition = "not-saved";
    }
  }

  close() {
    this.#database?.close();
    this.#database = null;
  }
}
