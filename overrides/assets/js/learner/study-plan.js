/**
 * <study-plan>: when which hour is studied, worked out from the learner's wishes and from what is done.
 *   script[data-part="course"]                steps of the course, pass mark and months as JSON
 *   form[data-part="form" hidden]             inputs start, end, clock, hours-0 … hours-6; radios path; checkboxes exempt
 *     button[type=submit], button[data-action="remove" hidden]
 *   [data-part="told" role="status"]          ← message saved | removed | problem-start | -end | -order | -hours | -not-kept
 *   [data-part="result" hidden]
 *     [data-part="unsaved" hidden]
 *     [data-part="standing"]                  ← message over | all-done | ahead {n} | behind {n} | even
 *     [data-part="fit"]                       ← message fits {needed} {room} | too-much {needed} {room} {left} | weekly {weekly}
 *     [data-part="finish"]                    ← message finish, [data-value="day"] gets the day
 *     [data-part="weeks"]                     a section a week; [data-part="beyond"], [data-part="earlier"] with a list each
 *     button[data-action="calendar | print"]
 *   data-calendar-name, data-calendar-note    words of the calendar file, which has no readings
 */
import { dayInTokyo } from "../calendar.js";
import { saveFile } from "../directory/file.js";
import { cloneMessage, defineElement, focusOn, PortalElement } from "../element.js";
import { hoursOfStep, lastDayOf, problemOf, studyPlan } from "./plan.js";
import { calendarOf } from "./plan-calendar.js";
import { doneDays, planOf } from "./plan-progress.js";
import { courseOfPlan, dayInPage, linkToStep, stepInPage } from "./plan-words.js";
import { learnerStore } from "./store.js";

/** @typedef {import("./plan.js").PlanWishes} PlanWishes */
/** @typedef {import("./plan.js").StudyPlan} Plan */
/** @typedef {import("./plan.js").PlanWeek} PlanWeek */
/** @typedef {import("./store.js").LearnerStore} LearnerStore */

export class StudyPlan extends PortalElement {
  #course = courseOfPlan(document.createElement("div"));
  /** @type {LearnerStore | null} */
  #store = null;
  /** @type {Plan | null} */
  #plan = null;

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.#course = courseOfPlan(this);
    const form = this.getPart("form");
    if (!(form instanceof HTMLFormElement)) return;
    const store = await learnerStore();
    if (signal.aborted) return;
    this.#store = store;
    this.#fillForm();
    form.hidden = false;
    form.addEventListener("submit", (event) => this.#save(event), { signal });
    form.addEventListener("input", (event) => this.#change(event), { signal });
    this.addEventListener("click", (event) => this.#press(event), { signal });
    store.subscribe(() => this.#show(), signal);
    this.#show();
    this.toggleAttribute("data-ready", true);
  }

  get #saved() {
    return planOf(this.#store?.known ?? []);
  }

  /** The wishes that are kept, or those that suit most people. */
  #fillForm() {
    const saved = this.#saved;
    const start = saved?.start ?? dayInTokyo(new Date());
    this.#input("start").value = start;
    this.#input("end").value = saved?.end ?? lastDayOf(start, this.#course.months);
    this.#input("clock").value = saved?.clock ?? "";
    saved?.hours.forEach((hours, weekday) => {
      this.#input(`hours-${weekday}`).value = String(hours);
    });
    for (const input of this.querySelectorAll('input[name="path"], input[name="exempt"]')) {
      if (!(input instanceof HTMLInputElement) || !saved) continue;
      input.checked =
        input.name === "path" ? saved.path === input.value : saved.exempt.includes(input.value);
    }
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement}
   */
  #input(name) {
    const found = this.querySelector(`input[name="${name}"]`);
    if (!(found instanceof HTMLInputElement)) throw new TypeError(`no input ${name}`);
    return found;
  }

  /** @returns {PlanWishes & { clock: string }} */
  #wishes() {
    const exempt = [...this.querySelectorAll('input[name="exempt"]:checked')];
    return {
      start: this.#input("start").value,
      end: this.#input("end").value,
      hours: Array.from({ length: 7 }, (_, weekday) => halfHours(this.#input(`hours-${weekday}`))),
      path: this.querySelector('input[name="path"][value="repeat"]:checked') ? "repeat" : "first",
      exempt: exempt.map((each) => each.getAttribute("value") ?? ""),
      clock: this.#input("clock").value,
    };
  }

  /** @param {Event} event */
  #change({ target }) {
    // Who moves the first day, and had the usual length, keeps the usual length.
    if (target instanceof HTMLInputElement && target.name === "start" && target.value !== "") {
      const end = this.#input("end");
      if (!this.#saved || end.value === "")
        end.value = lastDayOf(target.value, this.#course.months);
    }
    this.#show();
  }

  #show() {
    const wishes = this.#wishes();
    const problem = problemOf(wishes);
    const result = this.getPart("result");
    if (problem) this.say(this.getPart("told"), `problem-${problem}`);
    else this.getPart("told")?.toggleAttribute("hidden", this.dataset.told !== "true");
    result?.toggleAttribute("hidden", problem !== null);
    this.querySelector('[data-action="remove"]')?.toggleAttribute("hidden", !this.#saved);
    delete this.dataset.told;
    if (problem) return;
    const { steps, pass } = this.#course;
    const today = dayInTokyo(new Date());
    const done = doneDays(this.#store?.known ?? [], steps, wishes, pass);
    const plan = studyPlan(wishes, steps, done, today);
    this.#plan = plan;
    this.getPart("unsaved")?.toggleAttribute("hidden", this.#isSaved(wishes));
    this.#showSums(plan, today > wishes.end);
    this.getPart("weeks")?.replaceChildren(
      ...plan.weeks.map((week, index) => this.#weekInPage(week, index + 1, today)),
    );
    this.#list("beyond", plan.beyond);
    this.#list("earlier", plan.earlier);
  }

  /** @param {PlanWishes & { clock: string }} wishes */
  #isSaved(wishes) {
    const { start, end, hours, path, exempt, clock } = this.#saved ?? {};
    const saved = { start, end, hours, path, exempt, clock };
    return JSON.stringify(saved) === JSON.stringify({ ...wishes });
  }

  /**
   * @param {Plan} plan
   * @param {boolean} isOver
   */
  #showSums({ needed, room, weekly, finish, ahead }, isOver) {
    const standing = ahead > 0 ? "ahead" : ahead < 0 ? "behind" : "even";
    const state = needed === 0 ? "all-done" : isOver ? "over" : standing;
    this.dataset.standing = state;
    this.say(this.getPart("standing"), state, { n: Math.abs(ahead), needed });
    const fits = needed <= room;
    this.dataset.fits = String(fits);
    const fit = this.getPart("fit");
    fit?.toggleAttribute("hidden", needed === 0);
    if (needed > 0) {
      this.say(fit, fits ? "fits" : "too-much", { needed, room, left: needed - room });
      const remedy = fits || weekly === null ? null : cloneMessage(this, "weekly", { weekly });
      fit?.append(remedy ? " " : "", remedy ?? "");
    }
    this.say(this.getPart("finish"), "finish");
    this.getPart("finish")?.toggleAttribute("hidden", finish === null);
    if (finish)
      this.querySelector('[data-part="finish"] [data-value="day"]')?.replaceChildren(
        dayInPage(this, finish),
      );
  }

  /**
   * @param {PlanWeek} week
   * @param {number} n
   * @param {string} today
   * @returns {HTMLElement}
   */
  #weekInPage({ from, to, hours, steps }, n, today) {
    const section = document.createElement("section");
    section.className = "plan__week";
    section.dataset.week = from;
    const isNow = from <= today && today <= to;
    section.toggleAttribute("data-now", isNow);
    const heading = document.createElement("h3");
    heading.append(cloneMessage(this, isNow ? "this-week" : "week", { n, hours }) ?? "");
    heading.querySelector('[data-value="from"]')?.replaceChildren(dayInPage(this, from));
    heading.querySelector('[data-value="to"]')?.replaceChildren(dayInPage(this, to));
    const list = document.createElement("ol");
    list.append(...steps.map((step) => stepInPage(this, step)));
    const none = document.createElement("p");
    none.append(cloneMessage(this, "empty-week") ?? "");
    section.append(heading, steps.length > 0 ? list : none);
    return section;
  }

  /**
   * @param {string} name
   * @param {string[]} ids
   */
  #list(name, ids) {
    const place = this.getPart(name);
    place?.toggleAttribute("hidden", ids.length === 0);
    place?.querySelector("ol")?.replaceChildren(
      ...ids.map((id) => {
        const item = document.createElement("li");
        item.append(linkToStep(this, id));
        return item;
      }),
    );
  }

  /** @param {Event} event */
  async #save(event) {
    event.preventDefault();
    const wishes = this.#wishes();
    const problem = problemOf(wishes);
    if (problem) return this.#tell(`problem-${problem}`);
    await this.#store?.append({ kind: "plan-made", ...wishes });
    this.#tell(this.#store?.persistent ? "saved" : "problem-not-kept");
  }

  /** @param {Event} event */
  async #press({ target }) {
    const button = target instanceof Element ? target.closest("[data-action]") : null;
    const action = button?.getAttribute("data-action");
    if (action === "print") print();
    if (action === "calendar") this.#writeCalendar();
    if (action === "remove") {
      const plans = (this.#store?.known ?? []).filter(({ kind }) => kind === "plan-made");
      await this.#store?.append(
        ...plans.map(({ id }) => /** @type {const} */ ({ kind: "entry-removed", entry: id })),
      );
      this.#tell("removed");
    }
  }

  /** @param {string} message */
  #tell(message) {
    this.dataset.told = "true";
    this.#show();
    this.say(this.getPart("told"), message);
    focusOn(this.getPart("told"));
  }

  #writeCalendar() {
    const known = new Map(this.#course.steps.map((step) => [step.id, step]));
    const planned = (this.#plan?.weeks ?? []).flatMap(({ steps }) => steps);
    const entries = planned.flatMap(({ id, day, done }) => {
      const step = known.get(id);
      if (!step || done) return [];
      const url = new URL(step.url, location.href).href;
      return [{ id, day, title: step.title, url, hours: hoursOfStep(step) }];
    });
    const { calendarName: name = "", calendarNote: note = "" } = this.dataset;
    const at = this.#input("clock").value;
    const text = calendarOf({ name, note, entries, at, now: new Date() });
    saveFile("study-plan.ics", text, "text/calendar");
  }
}

/**
 * @param {HTMLInputElement} input
 * @returns {number} from 0 to 24, in half hours
 */
function halfHours({ value }) {
  const hours = Math.round(Number(value) * 2) / 2;
  return Number.isFinite(hours) ? Math.min(24, Math.max(0, hours)) : 0;
}

defineElement("study-plan", StudyPlan);
