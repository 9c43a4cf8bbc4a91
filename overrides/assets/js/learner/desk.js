/**
 * What lies on the desk while somebody is being helped: one sheet, kept on this device until it is cleared. It is not part of the learner's
 * record and goes into no backup. Where storage is blocked it lives in memory and `persistent` is false. Tabs tell each other of changes.
 */
import { readSheet } from "../directory/sheet.js";
import { changeDesk, clearDesk, openDatabase, readDesk, schemaVersion } from "./database.js";

/** @typedef {import("../directory/sheet.js").Sheet} Sheet */
/** @typedef {(sheet: Sheet | null) => void} DeskListener */
/** @typedef {{ indexedDB: () => IDBFactory, channel: () => BroadcastChannel }} DeskSurroundings */

const place = "sheet";

export class Desk {
  /** @type {DeskSurroundings} */
  #surroundings;
  /** @type {Promise<IDBDatabase | null> | null} */
  #opening = null;
  /** @type {BroadcastChannel | null} */
  #channel = null;
  /** @type {Set<DeskListener>} */
  #listeners = new Set();
  /** @type {Sheet | null} what is known where nothing can be kept */
  #memory = null;
  persistent = true;

  /** @param {Partial<DeskSurroundings>} [surroundings] */
  constructor(surroundings = {}) {
    this.#surroundings = {
      indexedDB: () => globalThis.indexedDB,
      channel: () => new BroadcastChannel("support-coordinator-portal-desk"),
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
      const leave = () => {
        this.#opening = null;
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
    return readSheet(await readDesk(database, place));
  }

  /**
   * Change the sheet in one step, so that two tabs never overwrite each other.
   * @param {(sheet: Sheet | null) => Sheet | null} change null: nothing is left
   * @returns {Promise<Sheet | null>} the sheet as it lies there now
   */
  async change(change) {
    const database = await this.#open();
    /** @type {Sheet | null} */
    let left = null;
    const changed = (/** @type {unknown} */ record) => {
      left = change(readSheet(record));
      return left ? { ...left, id: place } : null;
    };
    if (database) await changeDesk(database, place, changed);
    else this.#memory = changed(this.#memory);
    this.#channel?.postMessage("changed");
    await this.#tell();
    return left;
  }

  /** Nothing is left on the device. */
  async clear() {
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
    addEventListener("pageshow", ({ persisted }) => {
      // A page that slept does not know what other tabs did.
      if (persisted) made.change((sheet) => sheet);
    });
  }
  return shared;
}
