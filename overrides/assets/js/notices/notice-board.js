/**
 * <notice-board>: says where each notice stands today, marks what came since the last look, and filters.
 *   [data-notice="id@rev" data-stage data-in-force?]   one notice
 *     [data-when="in-force|coming" hidden]             its state in words
 *     [data-part="new" hidden]                         shown when it came since the last look
 *   [data-part="since" hidden]                         ← message new-count | none-new | first-visit, which stands in data-since too
 *   [data-part="filter" hidden] with radio buttons named "shown"; [data-part="shown"] ← message filter-count
 *   [data-part="section"]                              hidden while the filter leaves none of its notices
 *   [data-part="deadlines"] with [data-day]            days that are over are left out
 */
import { dayInTokyo } from "../calendar.js";
import { defineElement, PortalElement } from "../element.js";
import { learnerStore } from "../learner/store.js";
import { seenVersions, stateOn } from "./stages.js";

export class NoticeBoard extends PortalElement {
  /** @type {HTMLElement[]} */
  #notices = [];
  /** @type {Set<string>} */
  #fresh = new Set();

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    const day = dayInTokyo(new Date());
    this.#notices = [...this.querySelectorAll("[data-notice]")].filter(
      (each) => each instanceof HTMLElement,
    );
    for (const notice of this.#notices) this.#showState(notice, day);
    this.#leaveOutPastDays(day);
    const filter = this.getPart("filter");
    if (filter) filter.hidden = false;
    filter?.addEventListener("change", () => this.#filter(day), { signal });
    this.#filter(day);
    await this.#compare(day);
  }

  /**
   * @param {HTMLElement} notice
   * @param {string} day
   */
  #showState(notice, day) {
    const state = stateOn(notice.dataset, day);
    for (const words of notice.querySelectorAll("[data-when]")) {
      words.toggleAttribute("hidden", words.getAttribute("data-when") !== state);
    }
    notice.dataset.state = state;
  }

  /** @param {string} day */
  #leaveOutPastDays(day) {
    const place = this.getPart("deadlines");
    const days = [...(place?.querySelectorAll("[data-day]") ?? [])];
    for (const each of days)
      each.toggleAttribute("hidden", (each.getAttribute("data-day") ?? "") < day);
    place?.toggleAttribute(
      "hidden",
      days.every((each) => each.hasAttribute("hidden")),
    );
  }

  /**
   * Mark what came since the last look, then remember that it was met.
   * @param {string} day
   */
  async #compare(day) {
    const store = await learnerStore();
    const seen = seenVersions(await store.events());
    const versions = this.#notices.map((notice) => notice.dataset.notice ?? "");
    const fresh = versions.filter((version) => !seen?.has(version));
    this.#fresh = new Set(seen ? fresh : []);
    for (const notice of this.#notices) {
      const mark = notice.querySelector('[data-part="new"]');
      mark?.toggleAttribute("hidden", !this.#fresh.has(notice.dataset.notice ?? ""));
    }
    const message = !seen ? "first-visit" : this.#fresh.size > 0 ? "new-count" : "none-new";
    this.dataset.since = message;
    this.say(this.getPart("since"), message, { n: this.#fresh.size });
    this.#filter(day);
    if (fresh.length > 0) await store.append({ kind: "notices-seen", versions: fresh });
  }

  /** @param {string} day */
  #filter(day) {
    const chosen = this.querySelector('input[name="shown"]:checked');
    const wanted = chosen instanceof HTMLInputElement ? chosen.value : "all";
    let shown = 0;
    for (const notice of this.#notices) {
      const fits = this.#fits(notice, wanted, day);
      notice.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const section of this.querySelectorAll('[data-part="section"]')) {
      section.toggleAttribute("hidden", !section.querySelector("[data-notice]:not([hidden])"));
    }
    this.say(this.getPart("shown"), "filter-count", { n: shown });
  }

  /**
   * @param {HTMLElement} notice
   * @param {string} wanted
   * @param {string} day
   * @returns {boolean}
   */
  #fits(notice, wanted, day) {
    if (wanted === "all") return true;
    if (wanted === "new") return this.#fresh.has(notice.dataset.notice ?? "");
    const state = stateOn(notice.dataset, day);
    return wanted === "coming" ? state === "coming" || state === "planned" : state === wanted;
  }
}

defineElement("notice-board", NoticeBoard);
