/**
 * What lies on the desk while somebody is being helped: one sheet, kept on this device until it is cleared. It is not part of the learner's
 * record and goes into no backup. Where storage is blocked it lives in memory and `persistent` is false. Tabs tell each other of changes.
 */
import { readSheet } from "../directory/sheet.js";
import { changeDesk, clearDesk, openDatabase, readDesk, schemaVersion } from "./database.js";

/** @typedef {import("../directory/sheet.js").Sheet} Sheet */
/** @typedef {(sheet: Sheet | null) => void} DeskListener */
/** @typedef {{ indexedDB: () => IDBFactory, channel: () => BroadcastChannel, storage: () => Storage }} DeskSurroundings */

const place = "sheet";
/** Where a sheet waits whose writing the end of its page cut off: {sheet}. It goes before the record of the database. */
const waitingRoom = "support-coordinator-portal-desk";

export class Desk {
  /** @type {DeskSurroundings} */
  #surroundings;
  /** @type {Promise<IDBDatabase | null> | null} */
  #opening = null;
  /** @type {BroadcastChannel | null} */
  #channel = null;
  /** @type {Set<DeskListener>} */
  #listeners = new Set();
  /** @type {IDBDatabase | null} once it is open */
  #database = null;
  /** @type {Sheet | null} what is known where nothing can be kept */
  #memory = null;
  /** @type {Sheet | null} the sheet as this tab last saw it */
  #seen = null;
  /** @type {((sheet: Sheet | null) => Sheet | null)[]} changes that are not yet on the device, oldest first */
  #underWay = [];
  /** Changes that went into the waiting room. */
  #waiting = new WeakSet();
  persistent = true;

  /** @param {Partial<DeskSurroundings>} [surroundings] */
  constructor(surroundings = {}) {
    this.#surroundings = {
      indexedDB: () => globalThis.indexedDB,
      channel: () => new BroadcastChannel("support-coordinator-portal-desk"),
      storage: () => globalThis.localStorage,
      ...surroundings,
    };
  }

  /** @returns {Promise<IDBDatabase | null>} never rejects */
  #open() {
    this.#opening ??= this.#begin();
    return this.#opening;
  }

  async #begin() {
    try {
      this.#channel = this.#surroundings.channel();
      this.#channel.onmessage = () => this.#tell();
    } catch {
      // Without channels other tabs see the change when they are shown again.
    }
    try {
      const database = await openDatabase(this.#surroundings.indexedDB(), schemaVersion);
      this.#database = database;
      const leave = () => {
        this.#opening = null;
        this.#database = null;
      };
      database.onclose = leave;
      database.onversionchange = () => {
        database.close();
        leave();
      };
      return database;
    } catch {
      this.persistent = false;
      return null;
    }
  }

  /** @returns {Promise<Sheet | null>} null: the desk is clear */
  async read() {
    const database = await this.#open();
    if (!database) return this.#memory;
    this.#seen = this.#newest(await readDesk(database, place));
    return this.#seen;
  }

  /**
   * Change the sheet in one step, so that two tabs never overwrite each other.
   * @param {(sheet: Sheet | null) => Sheet | null} change null: nothing is left
   * @returns {Promise<Sheet | null>} the sheet as it lies there now
   */
  async change(change) {
    this.#underWay.push(change);
    const database = this.#database ?? (await this.#open());
    /** @type {Sheet | null} */
    let left = null;
    const changed = (/** @type {unknown} */ record) => {
      const known = this.#newest(record);
      left = this.#waiting.has(change) ? known : change(known);
      return left ? { ...left, id: place } : null;
    };
    if (database) await changeDesk(database, place, changed);
    else this.#memory = changed(this.#memory);
    this.#emptyWaitingRoom();
    this.#seen = left;
    this.#underWay = this.#underWay.filter((each) => each !== change);
    this.#channel?.postMessage("changed");
    await this.#tell();
    return left;
  }

  /** The page is about to go: what is still under way waits where a page can write to its last moment. */
  flush() {
    if (!this.#database || this.#underWay.length === 0) return;
    const sheet = this.#underWay.reduce((known, change) => change(known), this.#seen);
    try {
      this.#surroundings.storage().setItem(waitingRoom, JSON.stringify({ sheet }));
      for (const change of this.#underWay) this.#waiting.add(change);
      this.#underWay = [];
    } catch {
      // Without this room the last words may be lost.
    }
  }

  /**
   * @param {unknown} record what the database holds
   * @returns {Sheet | null} the newest state of the sheet
   */
  #newest(record) {
    try {
      const waits = this.#surroundings.storage().getItem(waitingRoom);
      return readSheet(waits === null ? record : JSON.parse(waits).sheet);
    } catch {
      return readSheet(record);
    }
  }

  #emptyWaitingRoom() {
    try {
      this.#surroundings.storage().removeItem(waitingRoom);
    } catch {
      // Nothing waits where nothing can be written.
    }
  }

  /** Nothing is left on the device. */
  async clear() {
    this.#underWay = [];
    this.#emptyWaitingRoom();
    const database = await this.#open();
    this.#memory = null;
    if (database) await clearDesk(database, place);
    this.#channel?.postMessage("changed");
    await this.#tell();
  }

  /**
   * Be told of the sheet after every change, in this tab or another.
   * @param {DeskListener} listener
   * @param {AbortSignal} signal
   */
  subscribe(listener, signal) {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
  }

  async #tell() {
    const sheet = await this.read();
    for (const listener of this.#listeners) listener(sheet);
  }
}

/** @type {Desk | undefined} */
let shared;

/** @returns {Desk} the page's desk */
export function desk() {
  if (!shared) {
    const made = new Desk();
    shared = made;
    addEventListener("pagehide", () => made.flush());
    addEventListener("pageshow", ({ persisted }) => {
      // A page that slept does not know what other tabs did.
      if (persisted) made.change((sheet) => sheet);
    });
  }
  return shared;
}
