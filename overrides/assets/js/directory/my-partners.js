/**
 * <my-partners>: cards of partners that the graduate found herself. They stay on this device and are part of the backup.
 *   form[data-part="form" hidden]  name, number, url, hours, note; radios area; checkboxes fields, languages; hidden input partner ("" = new)
 *   [data-part="result" role="status"] ← message kept | fault-name | fault-number | fault-url
 *   [data-part="cards"]            ← template[data-part="card"] with [data-part="name | number | words"], button[data-action="edit | remove"]
 *   button[data-action="new | yaml"]; [data-part="none" hidden]
 *   template[data-first-problem="field"]: the tag of its first problem ("" = of no field); template[data-message="reminder"]: one line of the YAML
 */
import { defineElement, findPart, PortalElement } from "../element.js";
import { idsOfEntry, readNotebook } from "../learner/notebook.js";
import { learnerStore } from "../learner/store.js";
import { plainTextOf } from "../ruby.js";
import { saveFile } from "./file.js";
import { faultOfCard, writeYaml } from "./own-partner.js";

/** @typedef {import("../learner/events.js").PartnerEvent} PartnerEvent */
/** @typedef {import("../learner/store.js").LearnerStore} LearnerStore */

const textNames = /** @type {const} */ (["name", "number", "url", "hours", "note"]);

export class MyPartners extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.getPart("form")?.toggleAttribute("hidden", false);
    this.addEventListener("submit", (event) => this.#keep(event), { signal });
    this.addEventListener("click", (event) => this.#press(event), { signal });
    const store = await learnerStore();
    if (signal.aborted) return;
    store.subscribe(() => this.#show(store), signal);
    this.#show(store);
    this.toggleAttribute("data-ready", true);
  }

  get #form() {
    const form = this.getPart("form");
    return form instanceof HTMLFormElement ? form : document.createElement("form");
  }

  /** @param {SubmitEvent} event */
  async #keep(event) {
    event.preventDefault();
    const fields = new FormData(this.#form);
    const text = (/** @type {string} */ name) => String(fields.get(name) ?? "").trim();
    const texts = { name: text("name"), number: text("number"), url: text("url") };
    const fault = faultOfCard(texts);
    if (fault) {
      this.say(this.getPart("result"), `fault-${fault}`);
      const field = this.#form.elements.namedItem(fault);
      return field instanceof HTMLElement && field.focus();
    }
    const store = await learnerStore();
    const partner = text("partner") || newPartner();
    const before = idsOfEntry(store.known, partner);
    const codes = (/** @type {string} */ name) => fields.getAll(name).map(String);
    await store.append({
      ...{ kind: "partner-kept", partner, ...texts, area: text("area") },
      ...{ fields: codes("fields"), languages: codes("languages") },
      ...{ hours: text("hours"), note: text("note").replaceAll("\r\n", "\n") },
    });
    // Only the newest card of a partner is kept.
    await store.forget(before);
    this.#empty();
    this.say(this.getPart("result"), "kept");
  }

  #empty() {
    this.#form.reset();
    const hidden = this.#form.elements.namedItem("partner");
    if (hidden instanceof HTMLInputElement) hidden.value = "";
  }

  /** @param {Event} event */
  async #press({ target }) {
    const button = target instanceof Element ? target.closest("button[data-action]") : null;
    const action = button?.getAttribute("data-action");
    const entry = button?.closest("li")?.dataset.entry ?? "";
    const store = await learnerStore();
    const { partners } = readNotebook(store.known);
    if (action === "new") this.#empty();
    else if (action === "edit") this.#edit(partners.find(({ partner }) => partner === entry));
    else if (action === "yaml") this.#save(partners);
    else if (action === "remove") {
      const ids = idsOfEntry(store.known, entry);
      await store.append({ kind: "entry-removed", entry });
      await store.forget(ids);
    }
  }

  /** @param {PartnerEvent | undefined} card */
  #edit(card) {
    if (!card) return;
    this.#empty();
    for (const field of this.#form.querySelectorAll("input, textarea")) {
      if (field instanceof HTMLTextAreaElement) field.value = card.note;
      if (!(field instanceof HTMLInputElement)) continue;
      const name = textNames.find((each) => each === field.name);
      if (name) field.value = card[name];
      else if (field.name === "partner") field.value = card.partner;
      else
        field.checked =
          field.name === "area"
            ? field.value === card.area
            : [...card.fields, ...card.languages].includes(field.value);
    }
    this.#form.scrollIntoView();
    const name = this.#form.elements.namedItem("name");
    if (name instanceof HTMLElement) name.focus();
  }

  /** @param {PartnerEvent[]} partners */
  #save(partners) {
    const problemOf = (/** @type {string[]} */ [field = ""]) =>
      wordsOf(this.querySelector(`template[data-first-problem="${CSS.escape(field)}"]`));
    const reminders = [...this.querySelectorAll('template[data-message="reminder"]')].map(wordsOf);
    saveFile("partners.yml", writeYaml(partners, reminders, problemOf), "text/yaml");
  }

  /** @param {LearnerStore} store */
  #show(store) {
    const { partners } = readNotebook(store.known);
    this.getPart("none")?.toggleAttribute("hidden", partners.length > 0);
    this.querySelector('[data-action="yaml"]')?.toggleAttribute("hidden", partners.length === 0);
    this.getPart("cards")?.replaceChildren(...partners.flatMap((card) => this.#card(card) ?? []));
  }

  /** @param {PartnerEvent} card */
  #card(card) {
    const template = this.querySelector('template[data-part="card"]');
    if (!(template instanceof HTMLTemplateElement)) return null;
    const row = document.importNode(template.content, true);
    row.querySelector("li")?.setAttribute("data-entry", card.partner);
    const name = findPart(row, "name");
    if (name) name.textContent = card.name;
    const number = findPart(row, "number");
    if (number) number.textContent = card.number;
    number?.setAttribute("href", `tel:${card.number.replaceAll("-", "")}`);
    number?.toggleAttribute("hidden", !card.number);
    const words = findPart(row, "words");
    if (words) words.textContent = [card.hours, card.note].filter(Boolean).join("\n");
    return row;
  }
}

/** @param {Element | null} template */
function wordsOf(template) {
  const host = document.createElement("p");
  if (template instanceof HTMLTemplateElement)
    host.append(document.importNode(template.content, true));
  return plainTextOf(host);
}

/** A name that no other card has. */
function newPartner() {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

defineElement("my-partners", MyPartners);
