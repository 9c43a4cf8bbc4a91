/**
 * The one door to what a learner leaves behind. Events are appended and never rewritten; they live
 * in IndexedDB (archive.js). Where that is blocked, full or newer than this code, everything goes
 * on in memory, `persistent` is false and `condition` says why. Tabs tell each other of new events.
 */
import { EventArchive } from "./archive.js";
import { readBackup, writeBackup } from "./backup.js";
import { compareEvents, isLaterVisit, isLearnerEvent, stampEvent } from "./events.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./events.js").Unstamped<LearnerEvent>} NewEvent */
/** @typedef {(events: readonly LearnerEvent[]) => void} StoreListener */
/** @typedef {{ indexedDB: () => IDBFactory, channel: () => BroadcastChannel, patience: number }} StoreSurroundings */

/** @type {StoreSurroundings} */
const browser = {
  indexedDB: () => globalThis.indexedDB,
  channel: () => new BroadcastChannel("support-coordinator-portal"),
  patience: 5000,
};

export class LearnerStore {
  /** @type {StoreSurroundings} */
  #surroundings;
  /** @type {EventArchive} */
  #archive;
  /** @type {Promise<LearnerStore> | null} */
  #opening = null;
  /** @type {BroadcastChannel | null} */
  #channel = null;
  /** @type {Map<string, LearnerEvent>} */
  #byId = new Map();
  /** @type {LearnerEvent[] | null} null: to be sorted again */
  #ordered = null;
  /** @type {Set<StoreListener>} */
  #listeners = new Set();
  #lastMoment = 0;

  /** @param {Partial<StoreSurroundings>} [surroundings] */
  constructor(surroundings = {}) {
    this.#surroundings = { ...browser, ...surroundings };
    this.#archive = new EventArchive(this.#surroundings.indexedDB);
  }

  get condition() {
    return this.#archive.condition;
  }

  get persistent() {
    return this.condition === "saved";
  }

  /** @returns {Promise<LearnerStore>} this, ready; never rejects */
  open() {
    this.#opening ??= this.#begin();
    return this.#opening;
  }

  async #begin() {
    this.#listen();
    const reading = this.#archive.connect().then(() => this.#read());
    await settleWithin(reading, this.#surroundings.patience);
    return this;
  }

  async #read() {
    for (const record of await this.#archive.read()) this.#learn(record);
    this.#tell();
  }

  /**
   * @param {unknown} record records that are not understood stay where they are and are skipped
   * @returns {boolean} whether it was news
   */
  #learn(record) {
    if (!isLearnerEvent(record)) return false;
    const known = this.#byId.get(record.id);
    if (known && !isLaterVisit(known, record)) return false;
    this.#byId.set(record.id, record);
    this.#ordered = null;
    return true;
  }

  #listen() {
    try {
      this.#channel = this.#surroundings.channel();
      this.#channel.onmessage = ({ data }) => this.#hear(data);
    } catch {
      // Without channels other tabs learn of an event when they are next loaded or shown.
    }
  }

  /** @param {unknown} message new events of another tab; anything else means: read again */
  #hear(message) {
    const forgotten = Object(message).forgotten;
    if (Array.isArray(forgotten)) {
      for (const id of forgotten) this.#byId.delete(id);
      this.#ordered = null;
      return this.#tell();
    }
    if (!Array.isArray(message)) return this.#read().catch(() => {});
    for (const record of message) this.#learn(record);
    return this.#tell();
  }

  /** Look again at what the device holds, after the page has slept. */
  async refresh() {
    await this.open();
    await this.#hear(null);
  }

  /**
   * Append events, all or none of them. Resolves when they are written or known to wait in memory.
   * @param {...NewEvent} events
   * @returns {Promise<LearnerEvent[]>} the events with id and moment
   */
  async append(...events) {
    const complete = events.map((event) => stampEvent(event, this.#nextMoment()));
    await this.open();
    for (const event of complete) this.#learn(event);
    await this.#archive.write(complete);
    this.#channel?.postMessage(complete);
    this.#tell();
    return complete;
  }

  /** Later than the one before, even within a millisecond or when the clock is set back. */
  #nextMoment() {
    this.#lastMoment = Math.max(Date.now(), this.#lastMoment + 1);
    return this.#lastMoment;
  }

  /** @returns {Promise<readonly LearnerEvent[]>} in the order they happened */
  async events() {
    await this.open();
    return this.known;
  }

  /** @returns {readonly LearnerEvent[]} in the order they happened, as far as read by now */
  get known() {
    this.#ordered ??= this.#sort();
    return this.#ordered;
  }

  /** Keeps the sorted order, so that the next sorting finds nearly everything in place. */
  #sort() {
    const events = [...this.#byId.values()].sort(compareEvents);
    this.#byId = new Map(events.map((event) => [event.id, event]));
    return events;
  }

  /**
   * Be told of every change, in this tab or another.
   * @param {StoreListener} listener
   * @param {AbortSignal} [signal]
   */
  subscribe(listener, signal) {
    if (signal?.aborted) return;
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
  }

  #tell() {
    for (const listener of this.#listeners) listener(this.known);
  }

  /** @returns {Promise<string>} the text of a backup file */
  async exportEvents() {
    return writeBackup(await this.events(), new Date());
  }

  /**
   * Merge a backup file by event; reading it twice changes nothing.
   * @param {string} text
   * @returns {Promise<{ ok: true, added: number } | { ok: false, problem: string }>}
   */
  async importEvents(text) {
    const reading = await readBackup(text);
    if (!reading.ok) return reading;
    await this.open();
    const added = reading.events.filter((event) => this.#learn(event));
    // All of them: what this tab knows from another one is not yet on this device.
    await this.#archive.merge(reading.events, withoutHeld);
    this.#channel?.postMessage("merged");
    this.#tell();
    return { ok: true, added: added.length };
  }

  /**
   * Take back what an import added. What the learner does is never forgotten in any other way.
   * @param {readonly string[]} ids
   */
  async forget(ids) {
    await this.open();
    await this.#archive.remove(ids);
    for (const id of ids) this.#byId.delete(id);
    this.#ordered = null;
    this.#channel?.postMessage({ forgotten: [...ids] });
    this.#tell();
  }

  close() {
    this.#archive.close();
    this.#channel?.close();
    this.#listeners.clear();
  }
}

/**
 * The events that the device does not hold yet. A record of the same id is never replaced, not even
 * one that is not understood, unless by a later visit.
 * @param {LearnerEvent[]} events
 * @param {unknown[]} records
 * @returns {LearnerEvent[]}
 */
function withoutHeld(events, records) {
  const held = new Map(records.map((record) => [Object(record).id, record]));
  return events.filter((event) => {
    const known = held.get(event.id);
    return known === undefined || (isLearnerEvent(known) && isLaterVisit(known, event));
  });
}

/**
 * Wait for work to end well or badly, but not for ever: some browsers never answer an opening.
 * What comes later is still taken in.
 * @param {Promise<void>} work
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function settleWithin(work, milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const settled = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(settled, settled);
  });
}

/** @type {LearnerStore | undefined} */
let shared;

/** @returns {Promise<LearnerStore>} the page's store, open */
export function learnerStore() {
  shared ??= sharedStore();
  return shared.open();
}

function sharedStore() {
  const store = new LearnerStore();
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) store.refresh();
  });
  return store;
}
