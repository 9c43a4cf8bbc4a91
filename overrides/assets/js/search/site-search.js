/**
 * <site-search> on the search page. The index of the page's variant is fetched when there is
 * something to search, not before.
 *   form[data-part="form"][role="search"][method="get"] with input[type=search][name="q"]
 *   [data-part="status"][role="status"]   ← message count {n} {query} | none {query} | loading | failed
 *   [data-part="none" hidden]             shown when nothing was found
 *   [data-part="hits"]                    ol or ul, empty
 *   template[data-part="hit"]             a[data-part="link"], [data-value="title|kind|summary"]
 *   template[data-kind="unit|term|…"]     the word for a kind
 * Index: <root>data/search/<ja|easy>.json, shape in engine.js.
 */
import { defineElement, findPart, PortalElement, pageFacts } from "../element.js";
import { rubyNodes } from "../ruby.js";
import { search } from "./engine.js";
import { normalise } from "./normalise.js";

/** @typedef {import("./engine.js").SearchIndex} SearchIndex */
/** @typedef {import("./engine.js").SearchDocument} SearchDocument */

const typingPause = 200;

export class SiteSearch extends PortalElement {
  /** @type {Promise<SearchIndex> | null} */
  #index = null;
  #timer = 0;
  #latest = "";

  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    const input = this.#input;
    const query = new URLSearchParams(location.search).get("q");
    if (input && query !== null) input.value = query;
    // Half-composed kana are not yet what the reader means.
    const typed = (/** @type {Event} */ event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#searchSoon(signal);
    };
    this.addEventListener("input", typed, { signal });
    this.addEventListener("compositionend", () => this.#searchSoon(signal), { signal });
    const submitted = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#search(signal);
    };
    this.addEventListener("submit", submitted, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
    this.#search(signal);
  }

  get #input() {
    return this.querySelector("input");
  }

  /** @param {AbortSignal} signal */
  #searchSoon(signal) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#search(signal), typingPause);
  }

  /** @param {AbortSignal} signal */
  async #search(signal) {
    clearTimeout(this.#timer);
    const query = this.#input?.value.trim() ?? "";
    if (normalise(query) === this.#latest) return;
    this.#latest = normalise(query);
    keepInAddress(query);
    if (!query) return this.#show([], "");
    try {
      const index = await this.#load(signal);
      // Meanwhile the reader may have typed on.
      if (normalise(query) === this.#latest) this.#show(search(index, query), query);
    } catch {
      this.#index = null;
      this.#latest = "";
      if (!signal.aborted) this.say(this.getPart("status"), "failed");
    }
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<SearchIndex>}
   */
  #load(signal) {
    if (!this.#index) {
      this.say(this.getPart("status"), "loading");
      const { root, variant } = pageFacts();
      this.#index = fetchIndex(`${root}data/search/${variant}.json`, signal);
    }
    return this.#index;
  }

  /**
   * @param {import("./engine.js").SearchHit[]} hits
   * @param {string} query
   */
  #show(hits, query) {
    const rows = hits.flatMap(({ document: found }) => this.#row(found) ?? []);
    this.getPart("hits")?.replaceChildren(...rows);
    this.getPart("none")?.toggleAttribute("hidden", !query || rows.length > 0);
    const status = this.getPart("status");
    if (!query) status?.replaceChildren();
    else this.say(status, rows.length > 0 ? "count" : "none", { n: rows.length, query });
  }

  /**
   * @param {SearchDocument} found
   * @returns {DocumentFragment | null}
   */
  #row(found) {
    const template = this.querySelector('template[data-part="hit"]');
    if (!(template instanceof HTMLTemplateElement)) return null;
    const row = document.importNode(template.content, true);
    findPart(row, "link")?.setAttribute("href", pageFacts().root + found.url);
    fillValue(row, "title", rubyNodes(found.titleRuby ?? [[found.title]]));
    fillValue(row, "summary", rubyNodes(found.summaryRuby ?? [[found.summary]]));
    const kind = this.querySelector(`template[data-kind="${CSS.escape(found.kind)}"]`);
    if (kind instanceof HTMLTemplateElement) {
      fillValue(row, "kind", [document.importNode(kind.content, true)]);
    }
    return row;
  }
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<SearchIndex>}
 */
async function fetchIndex(address, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/** @param {string} query */
function keepInAddress(query) {
  const address = new URL(location.href);
  if ((address.searchParams.get("q") ?? "") === query) return;
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

/**
 * @param {ParentNode} row
 * @param {string} name
 * @param {Node[]} nodes
 */
function fillValue(row, name, nodes) {
  row.querySelector(`[data-value="${name}"]`)?.replaceChildren(...nodes);
}

defineElement("site-search", SiteSearch);
