/**
 * <referral-finder>: from a problem in the person's words to the partner to call now.
 *   form[data-part="form" hidden]       input[type=search][name="text"]; radios area, language, status (value "" = any);
 *                                       checkboxes free, open; button[type=reset]
 *     [data-chosen="area|language|status"] ← what is chosen, in the summary of its list
 *   [role="status"][data-part="status"] message count {n} | loading | failed
 *   [data-part="danger" hidden]         shown when the words tell of danger; [data-part="danger-name"]
 *   [data-part="none" hidden]           shown when nothing fits
 *   [data-part="results"]               ← a row for each service (referral-row.js)
 *   [data-part="gap" hidden]            shown with an answer: its link goes to the report of a missing partner, with the codes of the search
 *   [data-part="problems"]              a[data-problem="tag"]: asks for that problem; shown while nothing is typed
 *   template[data-message=…]            count, loading, failed, and those of the rows
 * The address keeps codes (?problem=&area=&language=&status=), never words. Area and language are remembered on the device.
 * Partners of one's own (learner's record) are ranked among the others.
 */
import { defineElement, PortalElement, pageFacts } from "../element.js";
import { readNotebook } from "../learner/notebook.js";
import { learnerStore } from "../learner/store.js";
import { rubyNodes } from "../ruby.js";
import { asService } from "./own-partner.js";
import { refer } from "./referral.js";
import { layRow } from "./referral-row.js";
import { readRemembered, remember, rememberedNames } from "./remembered.js";

/** @typedef {import("../search/engine.js").RubyText} RubyText */
/** @typedef {import("./referral-row.js").Directory} Directory */
/** @typedef {import("./referral.js").Referral} Referral */
/** @typedef {import("./sheet.js").Context} Context */

const codeNames = /** @type {const} */ (["problem", "area", "language", "status"]);
const typingPause = 150;
const most = 20;
/** Letters of scripts other than Chinese characters and kana. */
const far = /[a-zA-Z\u00c0-\u02af\u0370-\u1fff\ua840-\ud7ff]/u;

export class ReferralFinder extends PortalElement {
  /** @type {Promise<Directory> | null} */
  #index = null;
  /** @type {Promise<void> | null} */
  #words = null;
  #problem = "";
  #timer = 0;

  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    this.#restore();
    this.getPart("form")?.toggleAttribute("hidden", false);
    // Half-composed kana are not yet what the reader means.
    const typed = (/** @type {Event} */ event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#soon(typingPause);
    };
    this.addEventListener("input", typed, { signal });
    this.addEventListener("compositionend", () => this.#soon(typingPause), { signal });
    // Leaving the text field changes nothing that was not typed; a list laid anew then would swallow the click that left it.
    const ticked = (/** @type {Event} */ event) => {
      if (event.target instanceof HTMLInputElement && event.target.name !== "text") this.#soon(0);
    };
    this.addEventListener("change", ticked, { signal });
    this.addEventListener("reset", () => this.#forget(), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.#choose(event), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
    this.#show();
  }

  /** @param {number} pause */
  #soon(pause) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#show(), pause);
  }

  get #inputs() {
    return [...this.querySelectorAll("input")];
  }

  /** @param {string} name */
  #value(name) {
    const inputs = this.#inputs.filter((input) => input.name === name);
    return inputs.find((input) => input.type !== "radio" || input.checked)?.value.trim() ?? "";
  }

  /** @param {string} name */
  #isTicked(name) {
    return this.#inputs.some((input) => input.name === name && input.checked);
  }

  /** Codes of the address go before what the device remembers. */
  #restore() {
    const query = new URLSearchParams(location.search);
    const remembered = readRemembered();
    this.#problem = query.get("problem") ?? "";
    for (const input of this.#inputs.filter(({ type }) => type === "radio")) {
      const wanted = query.get(input.name) ?? remembered[input.name];
      if (wanted !== undefined && input.value === wanted) input.checked = true;
    }
  }

  /** Address and memory are emptied at once; the form is empty only after its reset event. */
  #forget() {
    this.#problem = "";
    this.#keep({});
    this.#soon(0);
  }

  /** @param {Event} event */
  #choose(event) {
    const link = event.target instanceof Element ? event.target.closest("a[data-problem]") : null;
    if (!(link instanceof HTMLElement)) return;
    event.preventDefault();
    this.#problem = link.dataset.problem ?? "";
    const text = this.#inputs.find(({ name }) => name === "text");
    if (text) text.value = "";
    this.#show();
    this.getPart("status")?.scrollIntoView();
  }

  async #show() {
    clearTimeout(this.#timer);
    const text = this.#value("text");
    if (text) this.#problem = "";
    const asked = {
      ...{ text, problem: this.#problem, area: this.#value("area"), at: new Date() },
      ...{ language: this.#value("language"), status: this.#value("status") },
      ...{ free: this.#isTicked("free"), open: this.#isTicked("open") },
    };
    this.#keep(asked);
    this.#showChosen();
    const isAsked = Boolean(
      text ||
        this.#problem ||
        asked.area ||
        asked.language ||
        asked.status ||
        asked.free ||
        asked.open,
    );
    this.getPart("problems")?.toggleAttribute("hidden", Boolean(text || this.#problem));
    if (!isAsked) return this.#lay(null, [], contextOf(asked, null));
    try {
      const index = await this.#load();
      if (far.test(text.normalize("NFKC"))) await this.#loadWords(index);
      // Meanwhile the reader may have typed on.
      if (this.#value("text") !== text) return;
      const { referrals, need } = refer(index, asked, most);
      this.#lay(index, referrals, contextOf(asked, need), need.dangers[0]?.label);
    } catch {
      this.#index = null;
      this.say(this.getPart("status"), "failed");
    }
  }

  #load() {
    if (!this.#index) {
      this.say(this.getPart("status"), "loading");
      const { root, variant } = pageFacts();
      const address = `${root}data/referral/${variant}`;
      this.#index = Promise.all([
        fetchJson(`${address}.json`),
        fetchJson(`${address}-texts.json`),
        readPartners(),
      ]).then(([index, texts, partners]) => withPartners({ ...index, texts }, partners));
    }
    return this.#index;
  }

  /**
   * Words of other scripts come when they are typed.
   * @param {Directory} index
   */
  #loadWords(index) {
    if (!this.#words) {
      const address = `${pageFacts().root}data/referral/words.json`;
      this.#words = fetchJson(address).then((words) => {
        for (const tag of index.problems) tag.terms = [...tag.terms, ...(words[tag.id] ?? [])];
      });
      this.#words.catch(() => {
        this.#words = null;
      });
    }
    return this.#words;
  }

  /** A closed list says what is chosen in it. */
  #showChosen() {
    for (const place of this.querySelectorAll("[data-chosen]")) {
      const chosen = this.#inputs.find(
        ({ name, checked, value }) =>
          name === place.getAttribute("data-chosen") && checked && value,
      );
      const label = chosen?.closest("label")?.querySelector("span");
      place.replaceChildren(...[...(label?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    }
  }

  /** @param {Record<string, unknown>} asked */
  #keep(asked) {
    const address = new URL(location.href);
    for (const name of codeNames) {
      if (asked[name]) address.searchParams.set(name, String(asked[name]));
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
    remember(Object.fromEntries(rememberedNames.map((name) => [name, asked[name]])));
  }

  /**
   * @param {Directory | null} index null: nothing was asked
   * @param {Referral[]} referrals
   * @param {Context} context
   * @param {RubyText} [danger]
   */
  #lay(index, referrals, context, danger) {
    const rows = index
      ? referrals.flatMap((each) => layRow(this, index, each, referrals, context) ?? [])
      : [];
    this.getPart("results")?.replaceChildren(...rows);
    this.getPart("none")?.toggleAttribute("hidden", index === null || rows.length > 0);
    const notice = this.getPart("danger");
    notice?.toggleAttribute("hidden", !danger);
    if (danger) this.getPart("danger-name")?.replaceChildren(...rubyNodes(danger));
    if (index) this.say(this.getPart("status"), "count", { n: rows.length });
    else this.getPart("status")?.replaceChildren();
    const gap = this.getPart("gap");
    gap?.toggleAttribute("hidden", index === null);
    const said = Object.entries(context).filter(([, code]) => code);
    const query = new URLSearchParams(said).toString();
    gap?.querySelector("a")?.setAttribute("href", `missing/${query && `?${query}`}`);
    this.toggleAttribute("data-ready", true);
  }
}

/**
 * The codes that go with a partner onto the sheet: what was chosen, and what was understood from the words.
 * @param {Record<string, any>} asked
 * @param {import("./need.js").Need | null} need
 * @returns {Context}
 */
function contextOf({ problem, area, language, status }, need) {
  const [likeliest = ""] =
    [...(need?.problems ?? [])].sort(([, one], [, other]) => other - one)[0] ?? [];
  return {
    problem: problem || likeliest,
    area: need?.area?.code ?? area,
    language: need?.language || language,
    status,
  };
}

/**
 * @param {Directory} index
 * @param {import("../learner/events.js").PartnerEvent[]} partners
 * @returns {Directory}
 */
function withPartners(index, partners) {
  /** @type {import("./referral-row.js").Texts} */
  const texts = {};
  for (const { partner, name, note, hours } of partners) {
    const summary = [hours, note].filter(Boolean).join(" ");
    texts[`own/${partner}`] = { name: [[name]], summary: [[summary]] };
  }
  return {
    ...index,
    services: [...index.services, ...partners.map((card) => asService(card, index))],
    texts: { ...index.texts, ...texts },
  };
}

/** @returns {Promise<import("../learner/events.js").PartnerEvent[]>} none where the record cannot be read */
async function readPartners() {
  try {
    return readNotebook(await (await learnerStore()).events()).partners;
  } catch {
    return [];
  }
}

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

defineElement("referral-finder", ReferralFinder);
