/**
 * <review-list data-most="10">: what should be asked again, and how the learner stands; the questions come when they are wanted.
 *   [data-part="notice" role="status" hidden]
 *   [data-part="due"]                    ← message due {due} {waiting} | none-due {waiting} {next} | none
 *   button[data-action="again" hidden]   begins with the questions that are due (data-most at once)
 *   template[data-part="quiz"]           a <quiz-form data-quiz="again" data-mode="again"> without questions
 *   [data-part="sitting"]                where it goes
 *   tr[data-standing="A1" hidden]        [data-value="first|latest|asked"], svg rect[data-bar="first|latest"]
 *   ol[data-part="weak"]                 li ← template[data-section="A1-1#s-numbers"] + message weak {wrong} {asked}; [data-part="weak-none"]
 */

import { dayInTokyo } from "../calendar.js";
import { cloneMessage, defineElement, findPart, PortalElement, pageFacts } from "../element.js";
import { percentOf } from "../quiz/grading.js";
import { QuestionLoader } from "../quiz/question-loader.js";
import { papersOf, scorePaper } from "./papers.js";
import { dueOf, repetitionsOf } from "./schedule.js";
import { standingsBy, weakSections } from "./standing.js";
import { learnerStore } from "./store.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("../quiz/exam.js").BankEntry} BankEntry */
/** @typedef {import("./standing.js").Standing} Standing */

const quizName = "again";
const mostWeak = 5;

export class ReviewList extends PortalElement {
  /** @type {BankEntry[]} */
  #bank = [];
  #loader = new QuestionLoader("", "");

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    const { root, variant } = pageFacts();
    this.#loader = new QuestionLoader(root, variant);
    this.addEventListener("click", (event) => this.#press(event), { signal });
    const store = await learnerStore();
    try {
      this.#bank = await this.#loader.bank();
    } catch {
      return this.say(this.getPart("notice"), "failed");
    }
    if (signal.aborted) return;
    this.#show(store.known);
    store.subscribe((events) => this.#show(events), signal);
    this.toggleAttribute("data-ready", true);
  }

  get #revisions() {
    return new Map(this.#bank.map(({ id, rev }) => [id, rev]));
  }

  /** Parts of cases are of no use without their case. */
  get #own() {
    return this.#bank.filter((entry) => entry.case === undefined);
  }

  /** @param {readonly LearnerEvent[]} events */
  #show(events) {
    this.#showDue(events);
    this.#showStandings(standingsBy(events, this.#own, ({ lecture }) => lecture));
    this.#showWeak(weakSections(events, this.#own, mostWeak));
  }

  /** @param {readonly LearnerEvent[]} events */
  #showDue(events) {
    const own = new Set(this.#own.map(({ id }) => id));
    const waiting = repetitionsOf(events, this.#revisions).filter(({ question }) =>
      own.has(question),
    );
    const due = dueOf(waiting, new Date());
    const next = waiting.map((each) => each.due).sort()[0] ?? "";
    const name = due.length > 0 ? "due" : waiting.length > 0 ? "none-due" : "none";
    this.say(this.getPart("due"), name, { due: due.length, waiting: waiting.length, next });
    this.querySelector('[data-action="again"]')?.toggleAttribute("hidden", due.length === 0);
  }

  /** @param {Standing[]} standings */
  #showStandings(standings) {
    const known = new Map(standings.map((standing) => [standing.key, standing]));
    for (const row of this.querySelectorAll("tr[data-standing]")) {
      const standing = known.get(row.getAttribute("data-standing") ?? "");
      row.toggleAttribute("hidden", !standing);
      if (standing) fillRow(row, standing);
    }
    this.getPart("standings")?.toggleAttribute("hidden", standings.length === 0);
  }

  /** @param {Standing[]} sections */
  #showWeak(sections) {
    const items = sections.flatMap(({ key, asked, latestRight }) => {
      const title = this.querySelector(`template[data-section="${key}"]`);
      if (!(title instanceof HTMLTemplateElement)) return [];
      const item = document.createElement("li");
      const count = cloneMessage(this, "weak", { wrong: asked - latestRight, asked });
      item.append(document.importNode(title.content, true), " ", ...(count ? [count] : []));
      return [item];
    });
    this.getPart("weak")?.replaceChildren(...items);
    this.getPart("weak-none")?.toggleAttribute("hidden", items.length > 0);
  }

  /** @param {Event} event */
  #press(event) {
    const target = event.target instanceof Element ? event.target.closest("button") : null;
    if (target?.dataset.action === "again") this.#begin();
  }

  /** Put a quiz of the due questions on the page; its paper is that of this day and round. */
  async #begin() {
    const store = await learnerStore();
    const most = Number(this.dataset.most ?? "10");
    const own = new Set(this.#own.map(({ id }) => id));
    const due = dueOf(repetitionsOf(store.known, this.#revisions), new Date()).filter(
      ({ question }) => own.has(question),
    );
    const template = this.getPart("quiz");
    if (!(template instanceof HTMLTemplateElement)) return;
    const quiz = document.importNode(template.content, true).querySelector("quiz-form");
    if (!(quiz instanceof HTMLElement)) return;
    try {
      const forms = await Promise.all(
        due.slice(0, most).map(({ question }) => this.#loader.piece(question)),
      );
      quiz
        .querySelector(".quiz__questions")
        ?.replaceChildren(...forms.map((form) => form.cloneNode(true)));
      quiz.dataset.count = String(forms.length);
      quiz.dataset.seed = nextRound(store.known, dayInTokyo(new Date()));
    } catch {
      return this.say(this.getPart("notice"), "failed");
    }
    await import("../quiz/quiz-form.js");
    this.getPart("sitting")?.replaceChildren(quiz);
    quiz.querySelector("legend")?.scrollIntoView({ block: "start" });
    findPart(this, "sitting")?.querySelector("input")?.focus();
  }
}

/**
 * @param {readonly LearnerEvent[]} events
 * @param {string} day
 * @returns {string} again#2026-11-21.1: the round of this day that is not answered to its end
 */
export function nextRound(events, day) {
  const papers = papersOf(events, quizName);
  let round = 1;
  while (
    papers.some(
      (paper) => paper.seed === `${quizName}#${day}.${round}` && scorePaper(events, paper).complete,
    )
  ) {
    round += 1;
  }
  return `${quizName}#${day}.${round}`;
}

/**
 * @param {Element} row
 * @param {Standing} standing
 */
function fillRow(row, { asked, firstRight, latestRight }) {
  const shares = { first: percentOf(firstRight, asked), latest: percentOf(latestRight, asked) };
  for (const [name, share] of Object.entries(shares)) {
    const cell = row.querySelector(`[data-value="${name}"]`);
    if (cell) cell.textContent = `${share}%`;
    row.querySelector(`[data-bar="${name}"]`)?.setAttribute("width", String(share));
  }
  const count = row.querySelector('[data-value="asked"]');
  if (count) count.textContent = String(asked);
}

defineElement("review-list", ReviewList);
