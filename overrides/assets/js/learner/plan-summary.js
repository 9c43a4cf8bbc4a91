/**
 * <plan-summary>: this week of the study plan, on other pages than its own.
 *   script[data-part="course"]           as on the plan's page
 *   [data-part="none"]                   shown while there is no plan
 *   [data-part="week" hidden]            [data-part="steps"] an ol; [data-part="week-empty" hidden]
 */
import { dayInTokyo } from "../calendar.js";
import { defineElement, PortalElement } from "../element.js";
import { problemOf, studyPlan } from "./plan.js";
import { doneDays, planOf } from "./plan-progress.js";
import { courseOfPlan, stepInPage } from "./plan-words.js";
import { learnerStore } from "./store.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */

export class PlanSummary extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    const store = await learnerStore();
    if (signal.aborted) return;
    this.#show(store.known);
    store.subscribe((events) => this.#show(events), signal);
    this.toggleAttribute("data-ready", true);
  }

  /** @param {readonly LearnerEvent[]} events */
  #show(events) {
    const wishes = planOf(events);
    const there = wishes !== null && problemOf(wishes) === null;
    this.getPart("none")?.toggleAttribute("hidden", there);
    this.getPart("week")?.toggleAttribute("hidden", !there);
    if (!there) return;
    const { steps, pass } = courseOfPlan(this);
    const today = dayInTokyo(new Date());
    const plan = studyPlan(wishes, steps, doneDays(events, steps, wishes, pass), today);
    const week = plan.weeks.find(({ from, to }) => from <= today && today <= to);
    const planned = week?.steps ?? [];
    this.getPart("steps")?.replaceChildren(...planned.map((step) => stepInPage(this, step)));
    this.getPart("week-empty")?.toggleAttribute("hidden", planned.length > 0);
  }
}

defineElement("plan-summary", PlanSummary);
