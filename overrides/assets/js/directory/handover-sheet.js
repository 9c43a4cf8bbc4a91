/**
 * <handover-sheet>: the partners that were picked, as a sheet with two sides. What is written stays on this device until it is cleared.
 *   [data-part="empty | desk" hidden]     one of them is shown
 *   [data-part="old" hidden]              message old {day}: the sheet is of another day
 *   [data-part="memory | failed | discreet | cleared" hidden]
 *   button[data-action="print-both | print-person | clear | undo"]
 *   input[type=radio][name="language"]    the person's language; [data-part="chosen-language"]
 *   [data-value="made | next"]            days
 *   [data-part="say-problem | say-language"] ← message say-problem | say-help | say-language with [data-value="problem | language"]
 *   [data-part="persons | hands"]         ← li[data-service] for each partner: data/sheets/<variant>/<organisation>.json, and
 *                                         template[data-part="hand"] with form[data-part="form"]: caller, consent, agreed, next, outcome
 *   template[data-own-label="label language"] fills [data-label] of the person's side
 *   template[data-language | data-problem] names in plain Japanese; template[data-part="own-person | own-coordinator"] for cards of one's own
 */
import { dayInTokyo, dayInWords } from "../calendar.js";
import { cloneMessage, defineElement, findPart, focusOn, PortalElement } from "../element.js";
import { desk } from "../learner/desk.js";
import { learnerStore } from "../learner/store.js";
import { isOfAnotherDay, withContext, withFields, withoutService } from "./sheet.js";
import { Slips } from "./slips.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Entry} Entry */
/** @typedef {import("./slips.js").Slip} Slip */

export class HandoverSheet extends PortalElement {
  #slips = new Slips(this);
  /** @type {Sheet | null} what was cleared on this page */
  #cleared = null;
  /** @type {Sheet | null} what is shown */
  #sheet = null;
  /** The partners laid out now, in their order. */
  #laid = "";

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.addEventListener("click", (event) => this.#press(event), { signal });
    this.addEventListener("change", (event) => this.#change(event), { signal });
    this.addEventListener("input", (event) => this.#write(event), { signal });
    this.addEventListener("submit", (event) => this.#noteOutcome(event), { signal });
    window.addEventListener("afterprint", () => delete this.dataset.printing, { signal });
    desk().subscribe((sheet) => this.#show(sheet), signal);
    await this.#show(await desk().read());
    this.toggleAttribute("data-ready", true);
  }

  /** @param {Sheet | null} sheet */
  async #show(sheet) {
    this.#sheet = sheet;
    this.getPart("empty")?.toggleAttribute("hidden", sheet !== null);
    this.getPart("desk")?.toggleAttribute("hidden", sheet === null);
    this.getPart("memory")?.toggleAttribute("hidden", desk().persistent);
    this.getPart("old")?.toggleAttribute("hidden", true);
    if (!sheet) {
      this.#laid = "";
      return;
    }
    this.getPart("cleared")?.toggleAttribute("hidden", true);
    const made = dayInTokyo(new Date(sheet.begun));
    if (isOfAnotherDay(sheet, new Date(), dayInTokyo))
      this.say(this.getPart("old"), "old", { day: dayInWords(made) });
    this.#setValue("made", dayInWords(made));
    const days = sheet.entries.flatMap(({ next }) => next || []);
    this.#setValue("next", dayInWords(days.sort()[0] ?? ""));
    this.#showWords(sheet);
    const laid = JSON.stringify(sheet.entries.map(({ service }) => service));
    if (laid !== this.#laid) {
      this.#laid = laid;
      await this.#lay(sheet);
    }
    this.#showChannels(sheet);
    this.#showOwnLabels(sheet);
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #setValue(name, value) {
    for (const place of this.querySelectorAll(`[data-value="${name}"]`)) place.textContent = value;
  }

  /** @param {Sheet} sheet */
  #showWords({ context: { problem, language } }) {
    const problemName = this.#nameOf("problem", problem);
    const languageName = language === "ja" ? null : this.#nameOf("language", language);
    this.#sayWith("say-problem", problemName ? "say-problem" : "say-help", "problem", problemName);
    this.#sayWith("say-language", "say-language", "language", languageName);
    this.getPart("say-language")?.toggleAttribute("hidden", !languageName);
    for (const input of this.querySelectorAll('input[name="language"]')) {
      if (input instanceof HTMLInputElement) input.checked = input.value === language;
    }
    const label = this.querySelector('input[name="language"]:checked')?.closest("label");
    const shown = [...(label?.querySelector("span")?.childNodes ?? [])];
    this.getPart("chosen-language")?.replaceChildren(...shown.map((node) => node.cloneNode(true)));
  }

  /**
   * @param {string} part
   * @param {string} message
   * @param {string} place
   * @param {Node | null} name
   */
  #sayWith(part, message, place, name) {
    const words = cloneMessage(this, message);
    if (name) words?.querySelector(`[data-value="${place}"]`)?.replaceChildren(name);
    if (words) this.getPart(part)?.replaceChildren(words);
  }

  /**
   * @param {"problem" | "language"} kind
   * @param {string} code
   * @returns {DocumentFragment | null}
   */
  #nameOf(kind, code) {
    const template = this.querySelector(`template[data-${kind}="${CSS.escape(code)}"]`);
    if (!code || !(template instanceof HTMLTemplateElement)) return null;
    return document.importNode(template.content, true);
  }

  /** @param {Sheet} sheet */
  async #lay(sheet) {
    const found = await Promise.all(
      sheet.entries.map(async (entry) => ({ entry, slip: await this.#slips.of(entry.service) })),
    );
    const known = found.flatMap(({ entry, slip }) => (slip ? [{ entry, slip }] : []));
    this.getPart("failed")?.toggleAttribute("hidden", known.length === found.length);
    this.getPart("discreet")?.toggleAttribute("hidden", !known.some(({ slip }) => slip.discreet));
    this.getPart("persons")?.replaceChildren(...known.map((each) => this.#person(each)));
    this.getPart("hands")?.replaceChildren(...known.flatMap((each) => this.#hand(each) ?? []));
  }

  /** @param {{ entry: Entry, slip: Slip }} shown */
  #person({ entry, slip }) {
    const item = document.createElement("li");
    item.className = "slip__entry";
    item.dataset.service = entry.service;
    item.innerHTML = slip.person;
    for (const number of item.querySelectorAll(".slip__number")) {
      const button = this.querySelector('template[data-part="enlarge"]');
      if (button instanceof HTMLTemplateElement)
        number.after(document.importNode(button.content, true));
    }
    return item;
  }

  /** @param {{ entry: Entry, slip: Slip }} shown */
  #hand({ entry, slip }) {
    const template = this.querySelector('template[data-part="hand"]');
    if (!(template instanceof HTMLTemplateElement)) return null;
    const row = document.importNode(template.content, true);
    row.querySelector("li")?.setAttribute("data-service", entry.service);
    const facts = findPart(row, "facts");
    if (facts) facts.innerHTML = slip.coordinator;
    for (const field of row.querySelectorAll("input, textarea")) {
      if (field instanceof HTMLTextAreaElement) field.value = entry.agreed;
      if (!(field instanceof HTMLInputElement)) continue;
      if (field.type === "date") field.value = entry.next;
      else
        field.checked = [entry.caller, entry.noted, ...entry.consent].some(
          (value) => value !== "" && value === field.value && nameFits(field.name, value, entry),
        );
    }
    if (entry.noted) this.say(findPart(row, "noted"), "noted");
    return row;
  }

  /**
   * The person sees the ways on which her language is spoken, if there are any.
   * @param {Sheet} sheet
   */
  #showChannels({ context: { language } }) {
    let spoken = true;
    for (const item of this.querySelectorAll(".slip__entry")) {
      const channels = [...item.querySelectorAll("[data-channel]")];
      const speaking = channels.filter((channel) =>
        channel.getAttribute("data-languages")?.split(" ").includes(language),
      );
      const shown = speaking.length > 0 ? speaking : channels;
      for (const channel of channels) channel.toggleAttribute("hidden", !shown.includes(channel));
      if (language && speaking.length === 0) spoken = false;
    }
    this.getPart("no-language")?.toggleAttribute("hidden", spoken);
  }

  /**
   * Labels in her own language stand beside the Japanese ones, where a page was seen that prints them.
   * @param {Sheet} sheet
   */
  #showOwnLabels({ context: { language } }) {
    for (const place of this.querySelectorAll("[data-label]")) {
      const name = CSS.escape(`${place.getAttribute("data-label")} ${language}`);
      const label = this.querySelector(`template[data-own-label="${name}"]`);
      const words = label instanceof HTMLTemplateElement ? label.content.cloneNode(true) : "";
      place.replaceChildren(words);
    }
  }

  /** @param {Event} event */
  #press({ target }) {
    const button = target instanceof Element ? target.closest("button[data-action]") : null;
    const action = button?.getAttribute("data-action");
    if (action === "print-both") this.#print("both");
    else if (action === "print-person") this.#print("person");
    else if (action === "clear") this.#clear();
    else if (action === "undo") this.#undo();
    else if (action === "remove") this.#remove(button?.closest("li")?.dataset.service ?? "");
  }

  /** @param {string} sides */
  #print(sides) {
    this.dataset.printing = sides;
    window.print();
  }

  async #clear() {
    this.#cleared = this.#sheet;
    await desk().clear();
    this.getPart("discreet")?.toggleAttribute("hidden", true);
    this.getPart("cleared")?.toggleAttribute("hidden", false);
    focusOn(this.getPart("cleared"));
  }

  async #undo() {
    const cleared = this.#cleared;
    await desk().change((sheet) => sheet ?? cleared);
    this.#cleared = null;
    this.getPart("cleared")?.toggleAttribute("hidden", true);
  }

  /** @param {string} service */
  #remove(service) {
    desk().change((sheet) => withoutService(sheet, service));
  }

  /** @param {Event} event */
  #change(event) {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.name === "language")
      return desk().change((sheet) => withContext(sheet, { language: target.value }));
    return this.#write(event);
  }

  /**
   * With every key: nothing typed waits in the page.
   * @param {Event} event
   */
  #write({ target }) {
    const form = target instanceof Element ? target.closest("form") : null;
    const service = form?.closest("li")?.dataset.service;
    if (!form || !service) return;
    const fields = readFields(form);
    desk().change((sheet) => withFields(sheet, service, fields));
  }

  /** @param {SubmitEvent} event */
  async #noteOutcome(event) {
    event.preventDefault();
    const { target } = event;
    const item = target instanceof Element ? target.closest("li") : null;
    const service = item?.dataset.service;
    if (!(target instanceof HTMLFormElement) || !item || !service) return;
    const outcome = String(new FormData(target).get("outcome") ?? "");
    if (!outcome) return;
    const sheet = await desk().change((known) => withFields(known, service, { noted: outcome }));
    const store = await learnerStore();
    const { problem = "", area = "", language = "", status = "" } = sheet?.context ?? {};
    await store.append({
      ...{ kind: "outcome-noted", service, outcome, problem, area, language, status },
    });
    this.say(findPart(item, "noted"), "noted");
  }
}

/**
 * @param {string} name
 * @param {string} value
 * @param {Entry} entry
 */
function nameFits(name, value, entry) {
  if (name === "consent") return entry.consent.includes(value);
  return value === (name === "caller" ? entry.caller : entry.noted);
}

/**
 * @param {HTMLFormElement} form
 * @returns {Partial<Entry>}
 */
function readFields(form) {
  const fields = new FormData(form);
  const text = (/** @type {string} */ name) => String(fields.get(name) ?? "");
  return {
    ...{ agreed: text("agreed"), caller: text("caller"), next: text("next") },
    consent: fields.getAll("consent").map(String),
  };
}

defineElement("handover-sheet", HandoverSheet);
