/**
 * <residence-aid data-renewal-months="3">: shows what follows from one residence card; the table and the rules stand on the page.
 *   form[data-part="form" hidden]         radios status and permission ("" = not known), input[type=date][name="last-day"]
 *   [data-part="result" hidden]           [data-part="name"], [data-part="activity"], [data-part="profile-<topic>"],
 *                                         [data-part="rules-<topic>"], [role=status][data-part="status"], template chosen {name}
 *     [data-when="over|near|later" hidden], time[data-value="first-day"]
 *   [data-profile="<status>"][data-work]  a status of the table, with [data-cell="name|activity|<topic>"]
 *   [data-rule="<topic>"]                 data-statuses, data-work, data-permission, data-period: lists with spaces, empty = any
 *   details[data-fold][open]              parts of the table and the rules: folded on a narrow screen, opened by a link to what is in them
 * Nothing is kept and nothing leaves the page: the card is somebody's own.
 */
import { dayInTokyo } from "../calendar.js";
import { defineElement, fillValues, PortalElement } from "../element.js";
import { monthsBefore, periodOf, ruleHolds } from "./card.js";

const topics = ["work", "family", "services", "duties"];

export class ResidenceAid extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    this.getPart("form")?.toggleAttribute("hidden", false);
    this.addEventListener("change", () => this.#show(), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    // The form is empty only after its reset event.
    this.addEventListener("reset", () => window.setTimeout(() => this.#show(), 0), { signal });
    this.#show();
    if (!window.matchMedia("(max-width: 48rem)").matches) return;
    for (const part of this.querySelectorAll("details[data-fold]")) part.removeAttribute("open");
    window.addEventListener("hashchange", () => this.#unfold(), { signal });
    this.#unfold();
  }

  /** Open the part that the address points into. */
  #unfold() {
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    const part = target?.closest("details[data-fold]");
    if (!part || part.hasAttribute("open") || !this.contains(part)) return;
    part.toggleAttribute("open", true);
    target?.scrollIntoView();
  }

  /** @param {string} name */
  #value(name) {
    const inputs = [...this.querySelectorAll("input")].filter((input) => input.name === name);
    const chosen = inputs.find((input) => input.type !== "radio" || input.checked);
    return chosen?.value ?? "";
  }

  #show() {
    const status = this.#value("status");
    const profile = this.querySelector(`[data-profile="${status || "none"}"]`);
    const result = this.getPart("result");
    result?.toggleAttribute("hidden", !(profile instanceof HTMLElement));
    if (!(profile instanceof HTMLElement) || !result) return;
    const months = Number(this.dataset.renewalMonths);
    const lastDay = this.#value("last-day");
    const period = periodOf(lastDay, dayInTokyo(new Date()), months);
    this.#showPeriod(period, lastDay, months);
    this.#showProfile(profile);
    const { work = "" } = profile.dataset;
    this.#showRules({ status, work, permission: this.#value("permission"), period });
  }

  /**
   * @param {string} period
   * @param {string} lastDay
   * @param {number} months
   */
  #showPeriod(period, lastDay, months) {
    for (const notice of this.querySelectorAll("[data-when]")) {
      notice.toggleAttribute("hidden", notice.getAttribute("data-when") !== period);
    }
    if (period === "later") fillValues(this, { "first-day": monthsBefore(lastDay, months) });
  }

  /** @param {HTMLElement} profile */
  #showProfile(profile) {
    copyInto(this.getPart("name"), profile.querySelector('[data-cell="name"]'));
    copyInto(this.getPart("activity"), profile.querySelector('[data-cell="activity"]'));
    for (const topic of topics) {
      copyInto(this.getPart(`profile-${topic}`), profile.querySelector(`[data-cell="${topic}"]`));
    }
    const name = plainName(profile);
    const status = this.getPart("status");
    if (status && status.dataset.name !== name) {
      status.dataset.name = name;
      this.say(status, "chosen", { name });
    }
  }

  /** @param {import("./card.js").Card} card */
  #showRules(card) {
    const rules = [...this.querySelectorAll("li[data-rule]")].filter(
      (rule) => rule instanceof HTMLElement && !rule.closest('[data-part="result"]'),
    );
    for (const topic of topics) {
      const held = rules.filter(
        (rule) =>
          rule instanceof HTMLElement &&
          rule.dataset.rule === topic &&
          ruleHolds(conditionOf(rule), card),
      );
      this.getPart(`rules-${topic}`)?.replaceChildren(...held.map(copyOf));
    }
  }
}

/**
 * @param {Element} rule
 * @returns {Node}
 */
function copyOf(rule) {
  const copy = rule.cloneNode(true);
  if (copy instanceof HTMLElement) copy.removeAttribute("id");
  return copy;
}

/**
 * @param {HTMLElement | null} target
 * @param {Element | null} source
 */
function copyInto(target, source) {
  target?.replaceChildren(...(source?.cloneNode(true).childNodes ?? []));
}

/**
 * The status's name without its readings.
 * @param {HTMLElement} profile
 */
function plainName(profile) {
  const copy = profile.querySelector('[data-cell="name"]')?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return "";
  for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
  return copy.textContent?.trim() ?? "";
}

/**
 * @param {HTMLElement} rule
 * @returns {import("./card.js").Condition}
 */
function conditionOf({ dataset }) {
  const list = (/** @type {string | undefined} */ text) => (text ?? "").split(" ").filter(Boolean);
  return {
    statuses: list(dataset.statuses),
    work: list(dataset.work),
    permission: dataset.permission ?? "",
    period: list(dataset.period),
  };
}

defineElement("residence-aid", ResidenceAid);
