/**
 * <referral-finder>: from a problem in the person's words to the partner to call now.
 *   form[data-part="form" hidden]       input[type=search][name="text"]; radios area, language, status (value "" = any);
 *                                       checkboxes free, open; button[type=reset]
 *     [data-chosen="area|language|status"] ← what is chosen, in the summary of its list
 *   [role="status"][data-part="status"] message count {n} | loading | failed
 *   [data-part="danger" hidden]         shown when the words tell of danger; [data-part="danger-name"]
 *   [data-part="none" hidden]           shown when nothing fits
 *   [data-part="results"]               ← template[data-part="result"] for each service
 *     [data-part="link|organisation|summary|why|number|page|visit|call-cost|now|bridge|dates"]
 *   [data-part="problems"]              a[data-problem="tag"]: asks for that problem; shown while nothing is typed
 *   template[data-why="reason" | "reason:value"]   why a service is shown; {name} = the problem or language
 *   template[data-message=…]            count, loading, failed, open, open-long, closed, closed-long, dated, verified, bridge
 * The address keeps codes (?problem=&area=&language=&status=), never words. Area and language are remembered on the device.
 */
import { defineElement, findPart, PortalElement, pageFacts } from "../element.js";
import { rubyNodes } from "../ruby.js";
import { answerAt } from "./hours.js";
import { refer } from "./referral.js";

/** @typedef {import("./referral.js").ReferralIndex} ReferralIndex */
/** @typedef {import("../search/engine.js").RubyText} RubyText */
/** @typedef {Record<string, { name: RubyText, organisation?: RubyText, summary: RubyText }>} Texts what is shown of each service, by id */
/** @typedef {ReferralIndex & { texts: Texts }} Directory */
/** @typedef {import("./referral.js").Referral} Referral */
/** @typedef {import("./referral.js").Reason} Reason */

const codeNames = ["problem", "area", "language", "status"];
const rememberedNames = ["area", "language"];
const storageKey = "portal-referral";
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
    this.addEventListener("change", () => this.#soon(0), { signal });
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
    if (!isAsked) return this.#lay(null, []);
    try {
      const index = await this.#load();
      if (far.test(text.normalize("NFKC"))) await this.#loadWords(index);
      // Meanwhile the reader may have typed on.
      if (this.#value("text") !== text) return;
      const { referrals, need } = refer(index, asked, most);
      this.#lay(index, referrals, need.dangers[0]?.label, need.language);
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
      ]).then(([index, texts]) => ({ ...index, texts }));
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
   * @param {RubyText} [danger]
   * @param {string} [language]
   */
  #lay(index, referrals, danger, language = "") {
    const rows = index
      ? referrals.flatMap((referral) => this.#row(index, referral, referrals, language) ?? [])
      : [];
    this.getPart("results")?.replaceChildren(...rows);
    this.getPart("none")?.toggleAttribute("hidden", index === null || rows.length > 0);
    const notice = this.getPart("danger");
    notice?.toggleAttribute("hidden", !danger);
    if (danger) this.getPart("danger-name")?.replaceChildren(...rubyNodes(danger));
    if (index) this.say(this.getPart("status"), "count", { n: rows.length });
    else this.getPart("status")?.replaceChildren();
    this.toggleAttribute("data-ready", true);
  }

  /**
   * @param {Directory} index
   * @param {Referral} referral
   * @param {Referral[]} all
   * @param {string} language
   * @returns {DocumentFragment | null}
   */
  #row(index, referral, all, language) {
    const template = this.querySelector('template[data-part="result"]');
    if (!(template instanceof HTMLTemplateElement)) return null;
    const row = document.importNode(template.content, true);
    const { service, channel } = referral;
    row.querySelector("li")?.setAttribute("data-service", service.id);
    const shown = index.texts[service.id];
    if (!shown) return null;
    const link = findPart(row, "link");
    link?.setAttribute("href", addressOf(service.id));
    link?.replaceChildren(...rubyNodes(shown.name));
    fill(row, "organisation", shown.organisation);
    fill(row, "summary", shown.summary);
    findPart(row, "why")?.replaceChildren(
      ...referral.reasons.flatMap((reason) => this.#why(index, reason, language) ?? []),
    );
    showChannel(row, channel);
    const now = answerAt(index.calendar, channel.hours, new Date());
    if (now && channel.mode !== "web" && channel.mode !== "email")
      this.#sayNow(findPart(row, "now"), now);
    const bridge =
      referral.spoken === "no"
        ? all.find(
            ({ service, spoken }) =>
              service.gateway && (spoken === "yes" || spoken === "interpreter"),
          )
        : undefined;
    if (bridge) {
      this.say(findPart(row, "bridge"), "bridge");
      const other = findPart(row, "bridge")?.querySelector("a");
      other?.setAttribute("href", addressOf(bridge.service.id));
      other?.replaceChildren(...rubyNodes(index.texts[bridge.service.id]?.name ?? []));
    }
    const date = service.verified ?? service.dated;
    this.say(findPart(row, "dates"), service.verified ? "verified" : "dated", { date });
    return row;
  }

  /**
   * @param {ReferralIndex} index
   * @param {Reason} reason
   * @param {string} language
   * @returns {HTMLElement | null}
   */
  #why(index, { reason, value }, language) {
    const template =
      this.querySelector(`template[data-why="${reason}:${CSS.escape(value ?? "")}"]`) ??
      this.querySelector(`template[data-why="${reason}"]`);
    if (!(template instanceof HTMLTemplateElement)) return null;
    const item = document.createElement("li");
    item.append(document.importNode(template.content, true));
    const label =
      reason === "problem"
        ? index.problems.find(({ id }) => id === value)?.label
        : reason === "danger"
          ? index.dangers.find(({ id }) => id === value)?.label
          : index.languages.find(({ code }) => code === language)?.label;
    if (label) item.querySelector('[data-value="name"]')?.replaceChildren(...rubyNodes(label));
    return item;
  }

  /**
   * @param {HTMLElement | null} place
   * @param {import("./hours.js").Answer} answer
   */
  #sayNow(place, { open, until }) {
    if (until === null) return this.say(place, open ? "open-always" : "closed-always");
    const hours = Math.floor(until / 60);
    const minutes = until % 60;
    const length = hours >= 24 ? "-days" : hours > 0 ? "-hours" : "-minutes";
    this.say(place, (open ? "open" : "closed") + (open && hours >= 24 ? "-always" : length), {
      hours,
      minutes,
      days: Math.floor(hours / 24),
    });
    place?.setAttribute("data-open", String(open));
  }
}

/**
 * @param {ParentNode} row
 * @param {string} part
 * @param {RubyText} [text]
 */
function fill(row, part, text) {
  const place = findPart(row, part);
  if (text) place?.replaceChildren(...rubyNodes(text));
  else place?.remove();
}

/**
 * @param {ParentNode} row
 * @param {import("./referral.js").Channel} channel
 */
function showChannel(row, { number, url, cost }) {
  const call = findPart(row, "number");
  if (number && call) {
    call.textContent = number;
    call.setAttribute("href", `tel:${number.replaceAll("-", "").replaceAll("#", "%23")}`);
    for (const each of row.querySelectorAll("[data-cost]")) {
      each.toggleAttribute("hidden", each.getAttribute("data-cost") !== cost);
    }
  } else call?.parentElement?.remove();
  const page = findPart(row, "page");
  if (!number && url) page?.setAttribute("href", url);
  else page?.parentElement?.remove();
  if (number || url) findPart(row, "visit")?.remove();
}

/**
 * @param {string} id organisation/service
 * @returns {string} its place on its organisation's page, which stands below this one
 */
function addressOf(id) {
  const [organisation, service] = id.split("/");
  return `${organisation}/#${service}`;
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

/** @param {Record<string, unknown>} kept */
function remember(kept) {
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Blocked storage: nothing is remembered.
  }
}

/** @returns {Record<string, string>} */
function readRemembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    const pairs = rememberedNames.map((name) => [name, kept?.[name]]);
    return Object.fromEntries(pairs.filter(([, value]) => typeof value === "string" && value));
  } catch {
    return {};
  }
}

defineElement("referral-finder", ReferralFinder);
