/**
 * <missing-report>: what partner was missing, as a sheet to print, as text, and as a table of all that were put on record on this device.
 *   form[data-part="form" hidden]      radios field, problem, area, language, status, urgency, hours (value "" = not said); checkboxes reasons;
 *                                      textarea note; [data-chosen="name"] ← what is chosen
 *   [data-part="preview"]              ← the report as text
 *   button[data-action="keep | copy | text | print | csv"], button[data-action="remove"] in a row of [data-part="kept"]
 *   template[data-row="name"]          what a row is called; template[data-message="title | unsaid | kept | copied | count"]
 *   [data-part="list" hidden]          the reports on record: [data-part="kept"] ← template[data-part="row"] with [data-value="day | words"]
 * The address may bring codes from the finder (?problem=&area=&language=&status=).
 */
import { dayInTokyo } from "../calendar.js";
import { cloneMessage, defineElement, findPart, PortalElement } from "../element.js";
import { idsOfEntry, readNotebook, writeCsv } from "../learner/notebook.js";
import { learnerStore } from "../learner/store.js";
import { plainTextOf } from "../ruby.js";
import { saveFile } from "./file.js";
import { describeGap, gapNames, writeGapText } from "./gap.js";
import { readRemembered } from "./remembered.js";

/** @typedef {import("./gap.js").Gap} Gap */
/** @typedef {import("../learner/store.js").LearnerStore} LearnerStore */

export class MissingReport extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.#restore();
    this.getPart("form")?.toggleAttribute("hidden", false);
    this.addEventListener("input", () => this.#preview(), { signal });
    this.addEventListener("change", () => this.#preview(), { signal });
    this.addEventListener("reset", () => setTimeout(() => this.#preview()), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.#press(event), { signal });
    this.#preview();
    const store = await learnerStore();
    if (signal.aborted) return;
    store.subscribe(() => this.#list(store), signal);
    this.#list(store);
    this.toggleAttribute("data-ready", true);
  }

  get #form() {
    const form = this.getPart("form");
    return form instanceof HTMLFormElement ? form : document.createElement("form");
  }

  #restore() {
    const given = {
      ...readRemembered(),
      ...Object.fromEntries(new URLSearchParams(location.search)),
    };
    for (const input of this.querySelectorAll("input")) {
      if (input.type === "radio" && input.value && given[input.name] === input.value)
        input.checked = true;
    }
  }

  /** @returns {Gap} */
  #read() {
    const fields = new FormData(this.#form);
    const text = (/** @type {string} */ name) => String(fields.get(name) ?? "");
    const codes = Object.fromEntries(gapNames.map((name) => [name, text(name)]));
    return /** @type {Gap} */ ({
      ...codes,
      reasons: fields.getAll("reasons").map(String),
      note: text("note").replaceAll("\r\n", "\n").trim(),
    });
  }

  /**
   * @param {string} name
   * @param {string} code
   */
  #labelOf(name, code) {
    if (!code) return "";
    const input = this.querySelector(`input[name="${name}"][value="${CSS.escape(code)}"]`);
    return plainTextOf(input?.closest("label")?.querySelector("span") ?? null) || code;
  }

  /** @param {string} name */
  #words(name) {
    const words = cloneMessage(this, name);
    const host = document.createElement("p");
    if (words) host.append(words);
    return plainTextOf(host);
  }

  /** @param {Gap} gap */
  #rowsOf(gap) {
    const described = describeGap(gap, (name, code) => this.#labelOf(name, code));
    return described.map(
      ([name, words]) => /** @type {[string, string]} */ ([this.#words(`row-${name}`), words]),
    );
  }

  #text() {
    const day = dayInTokyo(new Date());
    const rows = this.#rowsOf(this.#read());
    return writeGapText(this.#words("title"), day, rows, this.#words("unsaid"));
  }

  #preview() {
    const preview = this.getPart("preview");
    if (preview) preview.textContent = this.#text();
    for (const place of this.querySelectorAll("[data-chosen]")) {
      const name = place.getAttribute("data-chosen");
      const chosen = this.querySelector(`input[name="${name}"]:checked:not([value=""])`);
      const shown = chosen?.closest("label")?.querySelector("span")?.childNodes ?? [];
      place.replaceChildren(...[...shown].map((node) => node.cloneNode(true)));
    }
  }

  /** @param {Event} event */
  async #press({ target }) {
    const button = target instanceof Element ? target.closest("button[data-action]") : null;
    const action = button?.getAttribute("data-action");
    if (action === "keep") await this.#keep();
    else if (action === "copy") await this.#copy();
    else if (action === "text")
      saveFile(`report-${dayInTokyo(new Date())}.txt`, this.#text(), "text/plain");
    else if (action === "print") window.print();
    else if (action === "csv") await this.#csv();
    else if (action === "remove") await this.#remove(button?.closest("li")?.dataset.entry ?? "");
  }

  async #keep() {
    const store = await learnerStore();
    await store.append({ kind: "gap-noted", ...this.#read() });
    this.say(this.getPart("result"), "kept");
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#text());
      this.say(this.getPart("result"), "copied");
    } catch {
      // Without a clipboard the text is chosen, so that it can be copied by hand.
      const preview = this.getPart("preview");
      if (preview) getSelection()?.selectAllChildren(preview);
    }
  }

  async #csv() {
    const store = await learnerStore();
    const { gaps } = readNotebook(store.known);
    const names = [...gapNames, "reasons", "note"];
    const head = [this.#words("row-day"), ...names.map((name) => this.#words(`row-${name}`))];
    const rows = gaps.map((gap) => [
      dayInTokyo(new Date(gap.at)),
      ...this.#rowsOf(gap).map(([, words]) => words),
    ]);
    saveFile(
      `missing-partners-${dayInTokyo(new Date())}.csv`,
      writeCsv([head, ...rows]),
      "text/csv",
    );
  }

  /** @param {string} entry */
  async #remove(entry) {
    const store = await learnerStore();
    const ids = idsOfEntry(store.known, entry);
    await store.append({ kind: "entry-removed", entry });
    await store.forget(ids);
  }

  /** @param {LearnerStore} store */
  #list(store) {
    const { gaps } = readNotebook(store.known);
    this.getPart("list")?.toggleAttribute("hidden", gaps.length === 0);
    const template = this.querySelector('template[data-part="row"]');
    if (!(template instanceof HTMLTemplateElement)) return;
    const rows = gaps.map((gap) => {
      const row = document.importNode(template.content, true);
      row.querySelector("li")?.setAttribute("data-entry", gap.id);
      const words = this.#rowsOf(gap).flatMap(([, each]) => each || []);
      const place = findPart(row, "words");
      if (place) place.textContent = `${dayInTokyo(new Date(gap.at))} ${words.join("・")}`;
      return row;
    });
    this.getPart("kept")?.replaceChildren(...rows);
  }
}

defineElement("missing-report", MissingReport);
