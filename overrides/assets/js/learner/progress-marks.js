/**
 * <progress-marks> around any part of a page: shows what the learner has done.
 *   script[type="application/json"][data-part="curriculum"]   CurriculumFacts (progress.js), course order
 *   [data-unit-status="A1-1"]             ← message done | started | open; data-state likewise
 *   [data-count-of="done|published|planned|hours|remaining"]  ← number; with data-lecture="A1" of one lecture
 *   progress[data-progress-of="A1|all"]   value = done, max = published
 *   [data-lecture-score="A1" hidden]      ← message score {bestRight} {bestTotal} {bestPercent} {latest…}
 *   a[data-next-unit]                     href, text (children [data-value=code|title], else message next
 *                                         {code} {title}); <template data-unit-title="A1-1"> gives a title with readings
 *   [data-when="new|returning|all-done" hidden]               list allowed; shown by state
 *   [data-gate="item-a|items-b-e|lectures|review-test"]       a soft gate: hidden once that stage is reached
 *   [data-stage="item-a|items-b-e|lectures|review-test" hidden]   ← message stage {day}; shown once it is reached
 *   [data-lecture-passed="A1" hidden]     ← message passed {day}; shown once its quiz was passed
 * Attribute data-pass: the pass mark, a share from 0 to 1.
 */
import { dayInTokyo } from "../calendar.js";
import { cloneMessage, defineElement, PortalElement } from "../element.js";
import { percentOf } from "../quiz/grading.js";
import { milestonesOf, passedLectures } from "./milestones.js";
import { countUnits, nextUnit, progressOfLectures, progressOfUnits } from "./progress.js";
import { learnerStore } from "./store.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./progress.js").CurriculumFacts} CurriculumFacts */
/** @typedef {import("./progress.js").UnitFacts} UnitFacts */
/** @typedef {import("./progress.js").UnitProgress} UnitProgress */
/** @typedef {import("./progress.js").LectureProgress} LectureProgress */
/** @typedef {import("./progress.js").UnitCounts} UnitCounts */
/** @typedef {{ units: Map<string, UnitProgress>, lectures: Map<string, LectureProgress>, total: UnitCounts }} CourseProgress */

const states = ["new", "returning", "all-done"];

export class ProgressMarks extends PortalElement {
  /** @type {CurriculumFacts} */
  #curriculum = { units: [], lectures: [] };

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.#curriculum = JSON.parse(
      this.getPart("curriculum")?.textContent || '{"units":[],"lectures":[]}',
    );
    const store = await learnerStore();
    this.#show(await store.events());
    store.subscribe((events) => this.#show(events), signal);
  }

  /** @param {readonly LearnerEvent[]} events */
  #show(events) {
    const units = progressOfUnits(events, this.#curriculum.units);
    const lectures = progressOfLectures(events, this.#curriculum, units);
    const total = countUnits(this.#curriculum.units, units);
    const progress = { units, lectures, total };
    this.#showUnits(progress);
    this.#showCounts(progress);
    this.#showScores(progress);
    this.#showNext(units);
    this.#showState(stateOf(events, total));
    this.#showMilestones(events, units);
  }

  /** @param {CourseProgress} progress */
  #showUnits({ units }) {
    for (const mark of this.#places("[data-unit-status]")) {
      const code = mark.dataset.unitStatus ?? "";
      const facts = this.#curriculum.units.find((unit) => unit.code === code);
      if (facts?.state !== "published") continue;
      const state = unitState(units.get(code));
      if (mark.dataset.state === state) continue;
      mark.dataset.state = state;
      this.say(mark, state);
    }
  }

  /** @param {CourseProgress} progress */
  #showCounts({ lectures, total }) {
    for (const place of this.#places("[data-count-of]")) {
      const { countOf = "", lecture } = place.dataset;
      const counts = lecture === undefined ? total : lectures.get(lecture);
      // A unit is an hour.
      const name = /** @type {keyof UnitCounts} */ (countOf === "hours" ? "done" : countOf);
      if (counts) place.textContent = String(counts[name] ?? "");
    }
    for (const bar of this.querySelectorAll("progress[data-progress-of]")) {
      const { progressOf = "" } = /** @type {HTMLProgressElement} */ (bar).dataset;
      const counts = progressOf === "all" ? total : lectures.get(progressOf);
      // A maximum of 0 is no maximum.
      bar.setAttribute("max", String(Math.max(1, counts?.published ?? 0)));
      bar.setAttribute("value", String(counts?.done ?? 0));
    }
  }

  /** @param {CourseProgress} progress */
  #showScores({ lectures }) {
    for (const place of this.#places("[data-lecture-score]")) {
      const { best, latest } = lectures.get(place.dataset.lectureScore ?? "") ?? {};
      if (!best || !latest) continue;
      this.say(place, "score", {
        bestRight: best.right,
        bestTotal: best.total,
        bestPercent: percentOf(best.right, best.total),
        latestRight: latest.right,
        latestTotal: latest.total,
        latestPercent: percentOf(latest.right, latest.total),
      });
    }
  }

  /**
   * @param {readonly LearnerEvent[]} events
   * @param {Map<string, UnitProgress>} units
   */
  #showMilestones(events, units) {
    const pass = Number(this.dataset.pass ?? 1);
    /** @type {Map<string, string | null>} */
    const stages = milestonesOf(events, this.#curriculum, units, pass);
    const passed = passedLectures(events, this.#curriculum, pass);
    for (const gate of this.#places("[data-gate]")) {
      gate.hidden = Boolean(stages.get(gate.dataset.gate ?? ""));
    }
    for (const place of this.#places("[data-stage]")) {
      this.#sayDay(place, "stage", stages.get(place.dataset.stage ?? ""));
    }
    for (const place of this.#places("[data-lecture-passed]")) {
      this.#sayDay(place, "passed", passed.get(place.dataset.lecturePassed ?? ""));
    }
  }

  /**
   * @param {HTMLElement} place
   * @param {string} message
   * @param {string | null | undefined} moment
   */
  #sayDay(place, message, moment) {
    place.hidden = !moment;
    if (moment) this.say(place, message, { day: dayInTokyo(new Date(moment)) });
  }

  /** @param {Map<string, UnitProgress>} progress */
  #showNext(progress) {
    const unit = nextUnit(this.#curriculum.units, progress);
    if (!unit) return;
    for (const link of this.querySelectorAll("a[data-next-unit]")) {
      link.setAttribute("href", unit.url);
      const code = link.querySelector('[data-value="code"]');
      const title = link.querySelector('[data-value="title"]');
      if (code) code.textContent = unit.code;
      title?.replaceChildren(this.#titleOf(unit));
      if (!code && !title) {
        const { code, title } = unit;
        link.replaceChildren(cloneMessage(this, "next", { code, title }) ?? this.#titleOf(unit));
      }
    }
  }

  /**
   * @param {UnitFacts} unit
   * @returns {Node | string} with readings where the page offers them
   */
  #titleOf({ code, title }) {
    const template = this.querySelector(`template[data-unit-title="${code}"]`);
    return template instanceof HTMLTemplateElement
      ? document.importNode(template.content, true)
      : title;
  }

  /** @param {string} current */
  #showState(current) {
    for (const block of this.#places("[data-when]")) {
      const shownIn = (block.dataset.when ?? "").split(/\s+/);
      // Other elements use data-when with words of their own.
      if (shownIn.some((state) => states.includes(state)))
        block.hidden = !shownIn.includes(current);
    }
  }

  /**
   * @param {string} selector
   * @returns {NodeListOf<HTMLElement>}
   */
  #places(selector) {
    return this.querySelectorAll(selector);
  }
}

/**
 * @param {UnitProgress | undefined} progress
 * @returns {"done" | "started" | "open"}
 */
function unitState(progress) {
  if (progress?.done) return "done";
  return progress?.started ? "started" : "open";
}

/**
 * @param {readonly LearnerEvent[]} events
 * @param {UnitCounts} total
 * @returns {string} one of states
 */
function stateOf(events, total) {
  if (events.length === 0) return "new";
  return total.published > 0 && total.remaining === 0 ? "all-done" : "returning";
}

defineElement("progress-marks", ProgressMarks);
