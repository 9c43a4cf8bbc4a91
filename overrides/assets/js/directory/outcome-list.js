/**
 * <outcome-list>: what became of the hand-overs, as it was put on record on this device.
 *   [data-part="none" hidden], [data-part="some" hidden]: one of them is shown
 *   [data-part="rows"] ← template[data-part="row"]: [data-value="day"], a[data-part="partner"], [data-part="outcome | problem"], button[data-action="remove"]
 *   [data-part="sums"] ← template[data-part="sum"]: [data-part="outcome"], [data-value="n"]
 *   button[data-action="csv"]; template[data-message="head-…"]; template[data-outcome | data-problem | data-area | data-language | data-status]
 */
import { dayInTokyo } from "../calendar.js";
import {
  cloneMessage,
  defineElement,
  fillValues,
  findPart,
  PortalElement,
  pageFacts,
} from "../element.js";
import { idsOfEntry, readNotebook, writeCsv } from "../learner/notebook.js";
import { learnerStore } from "../learner/store.js";
import { plainTextOf, rubyNodes } from "../ruby.js";
import { saveFile } from "./file.js";

/** @typedef {import("../learner/events.js").OutcomeEvent} OutcomeEvent */
/** @typedef {import("../learner/store.js").LearnerStore} LearnerStore */
/** @typedef {Record<string, { name: import("../search/engine.js").RubyText }>} Texts */

const columns = /** @type {const} */ (["outcome", "problem", "area", "language", "status"]);

export class OutcomeList extends PortalElement {
  /** @type {Texts} */
  #texts = {};
  /** @type {Map<string, string>} names of partners of one's own by service */
  #partners = new Map();

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.addEventListener("click", (event) => this.#press(event), { signal });
    const store = await learnerStore();
    const { root, variant } = pageFacts();
    try {
      this.#texts = await (await fetch(`${root}data/referral/${variant}-texts.json`)).json();
    } catch {
      // Without the names of the partners their ids are shown.
    }
    if (signal.aborted) return;
    store.subscribe(() => this.#show(store), signal);
    this.#show(store);
    this.toggleAttribute("data-ready", true);
  }

  /** @param {LearnerStore} store */
  #show(store) {
    const { outcomes, partners } = readNotebook(store.known);
    this.#partners = new Map(partners.map(({ partner, name }) => [`own/${partner}`, name]));
    this.getPart("none")?.toggleAttribute("hidden", outcomes.length > 0);
    this.getPart("some")?.toggleAttribute("hidden", outcomes.length === 0);
    this.getPart("rows")?.replaceChildren(...outcomes.flatMap((each) => this.#row(each) ?? []));
    const sums = new Map();
    for (const { outcome } of outcomes) sums.set(outcome, (sums.get(outcome) ?? 0) + 1);
    const ordered = [...sums].sort(([, one], [, other]) => other - one);
    this.getPart("sums")?.replaceChildren(...ordered.flatMap((each) => this.#sum(each) ?? []));
  }

  /** @param {OutcomeEvent} event */
  #row(event) {
    const row = this.#copy("row");
    if (!row) return null;
    row.querySelector("tr")?.setAttribute("data-entry", event.id);
    fillValues(row, { day: dayInTokyo(new Date(event.at)) });
    const link = findPart(row, "partner");
    const [organisation, service] = event.service.split("/");
    const own = this.#partners.get(event.service);
    link?.setAttribute("href", own ? "../partners/" : `../${organisation}/#${service}`);
    const name = this.#texts[event.service]?.name ?? [[own ?? event.service]];
    link?.replaceChildren(...rubyNodes(name));
    findPart(row, "outcome")?.replaceChildren(this.#nameOf("outcome", event.outcome));
    findPart(row, "problem")?.replaceChildren(this.#nameOf("problem", event.problem));
    return row;
  }

  /** @param {[string, number]} sum */
  #sum([outcome, n]) {
    const row = this.#copy("sum");
    if (!row) return null;
    findPart(row, "outcome")?.replaceChildren(this.#nameOf("outcome", outcome));
    fillValues(row, { n });
    return row;
  }

  /** @param {string} part */
  #copy(part) {
    const template = this.querySelector(`template[data-part="${part}"]`);
    if (!(template instanceof HTMLTemplateElement)) return null;
    return document.importNode(template.content, true);
  }

  /**
   * @param {string} kind
   * @param {string} code
   * @returns {Node}
   */
  #nameOf(kind, code) {
    const template = this.querySelector(`template[data-${kind}="${CSS.escape(code)}"]`);
    if (!code || !(template instanceof HTMLTemplateElement)) return document.createTextNode(code);
    return document.importNode(template.content, true);
  }

  /** @param {Node} node */
  #plain(node) {
    const host = document.createElement("p");
    host.append(node);
    return plainTextOf(host);
  }

  /** @param {Event} event */
  async #press({ target }) {
    const button = target instanceof Element ? target.closest("button[data-action]") : null;
    const store = await learnerStore();
    if (button?.getAttribute("data-action") === "csv") this.#save(store);
    if (button?.getAttribute("data-action") !== "remove") return;
    const entry = button.closest("tr")?.dataset.entry ?? "";
    const ids = idsOfEntry(store.known, entry);
    await store.append({ kind: "entry-removed", entry });
    await store.forget(ids);
  }

  /** @param {LearnerStore} store */
  #save(store) {
    const head = ["day", "partner", ...columns].map((name) =>
      this.#plain(cloneMessage(this, `head-${name}`) ?? document.createTextNode(name)),
    );
    const rows = readNotebook(store.known).outcomes.map((event) => [
      dayInTokyo(new Date(event.at)),
      event.service,
      ...columns.map((name) => this.#plain(this.#nameOf(name, event[name]))),
    ]);
    saveFile(`outcomes-${dayInTokyo(new Date())}.csv`, writeCsv([head, ...rows]), "text/csv");
  }
}

defineElement("outcome-list", OutcomeList);
