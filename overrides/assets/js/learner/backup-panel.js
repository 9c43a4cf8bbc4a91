/**
 * <backup-panel data-days="14">: the learner's record as a file, and back from one.
 *   [data-part="state"]                       ← message state-never {events} | state-made {events} {day}
 *   [data-part="reminder" hidden]             shown when there is something new and the last file is older than data-days
 *   button[data-action="export"]              writes support-coordinator-portal-<day>.json
 *   input[type=file][name="backup"]           reads a file and shows what it would add
 *   [data-part="preview" hidden tabindex=-1]  [data-part="preview-text"] ← message preview {events} {added} {day} | nothing-new {events} {day};
 *                                             button[data-action="import | cancel"]
 *   [data-part="result" role="status"]        ← message imported {added} | undone {added} | exported {events} | problem-<name>
 *   button[data-action="undo" hidden]         takes the last import of this page back
 */
import { dayInTokyo } from "../calendar.js";
import { defineElement, focusOn, PortalElement } from "../element.js";
import { readBackup } from "./backup.js";
import { learnerStore } from "./store.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./store.js").LearnerStore} LearnerStore */

const day = 86_400_000;

export class BackupPanel extends PortalElement {
  /** The text of the file in the preview. */
  #text = "";
  /** @type {string[]} ids that the last import of this page added */
  #added = [];

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.addEventListener("click", (event) => this.#press(event), { signal });
    this.addEventListener("change", (event) => this.#change(event), { signal });
    const store = await learnerStore();
    if (signal.aborted) return;
    this.#showState(store);
    store.subscribe(() => this.#showState(store), signal);
    this.toggleAttribute("data-ready", true);
  }

  /** @param {LearnerStore} store */
  #showState(store) {
    const events = store.known.filter(({ kind }) => kind !== "backup-made");
    const last = store.known.filter(({ kind }) => kind === "backup-made").at(-1);
    const values = { events: events.length, day: last ? dayInTokyo(new Date(last.at)) : "" };
    this.say(this.getPart("state"), last ? "state-made" : "state-never", values);
    this.getPart("reminder")?.toggleAttribute("hidden", !this.#isDue(events, last));
  }

  /**
   * @param {LearnerEvent[]} events
   * @param {LearnerEvent | undefined} last
   */
  #isDue(events, last) {
    const since = Date.parse(last?.at ?? events[0]?.at ?? new Date().toISOString());
    const hasNews = events.some(({ at, kind }) => kind !== "visited" && (!last || at > last.at));
    return hasNews && Date.now() - since > Number(this.dataset.days ?? "14") * day;
  }

  /** @param {Event} event */
  #press(event) {
    const target = event.target instanceof Element ? event.target.closest("button") : null;
    const action = target?.dataset.action;
    if (action === "export") this.#export();
    else if (action === "import") this.#import();
    else if (action === "undo") this.#undo();
    else if (action === "cancel") this.#closePreview();
  }

  async #export() {
    const store = await learnerStore();
    await store.append({ kind: "backup-made", events: store.known.length });
    const text = await store.exportEvents();
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `support-coordinator-portal-${dayInTokyo(new Date())}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    this.say(this.getPart("result"), "exported", { events: store.known.length });
  }

  /** @param {Event} event */
  async #change({ target }) {
    if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
    const file = target.files?.[0];
    if (!file) return;
    const text = await file.text();
    // The same file may be chosen again.
    target.value = "";
    const reading = await readBackup(text);
    if (!reading.ok) return this.say(this.getPart("result"), `problem-${reading.problem}`);
    const store = await learnerStore();
    const known = new Set(store.known.map(({ id }) => id));
    const added = reading.events.filter(({ id }) => !known.has(id)).length;
    this.#text = text;
    const values = {
      events: reading.events.length,
      added,
      day: dayInTokyo(new Date(reading.exportedAt)),
    };
    this.say(this.getPart("preview-text"), added > 0 ? "preview" : "nothing-new", values);
    this.getPart("preview")?.toggleAttribute("hidden", false);
    focusOn(this.getPart("preview"));
  }

  #closePreview() {
    this.#text = "";
    this.getPart("preview")?.toggleAttribute("hidden", true);
  }

  async #import() {
    const store = await learnerStore();
    const known = new Set(store.known.map(({ id }) => id));
    const done = await store.importEvents(this.#text);
    this.#closePreview();
    if (!done.ok) return this.say(this.getPart("result"), `problem-${done.problem}`);
    this.#added = store.known.map(({ id }) => id).filter((id) => !known.has(id));
    this.say(this.getPart("result"), "imported", { added: done.added });
    this.querySelector('[data-action="undo"]')?.toggleAttribute("hidden", done.added === 0);
  }

  async #undo() {
    const store = await learnerStore();
    await store.forget(this.#added);
    this.say(this.getPart("result"), "undone", { added: this.#added.length });
    this.#added = [];
    this.querySelector('[data-action="undo"]')?.toggleAttribute("hidden", true);
    focusOn(this.getPart("result"));
  }
}

defineElement("backup-panel", BackupPanel);
