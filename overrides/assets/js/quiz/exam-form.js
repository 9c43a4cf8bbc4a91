/**
 * <exam-form data-quiz="review | completion" data-mode data-count [data-minutes] data-pass>: a paper that is judged at its end.
 * Every answer is noted at once; a reload, another tab or the other variant goes on where it stood.
 *
 *   [data-part="notice" role="status" hidden]
 *   section[data-part="start" hidden]      input[name="number"], button[data-action="start"]
 *   section[data-part="running" hidden]
 *     [data-part="progress"]               message progress {n} {total}
 *     [data-part="clock" hidden]           message clock {minutes}; input[name="clock"] shows it
 *     [data-part="case"], [data-part="question"]
 *     input[name="flag"], button[data-action="before | after | confirm"]
 *     ol[data-part="map"]                  li > button[data-number] ← message state-open | state-answered | state-flagged {n}
 *   section[data-part="confirm" hidden tabindex="-1"]  [data-part="gaps"] ← message gaps {n} | no-gaps; button[data-action="hand-in | back"]
 *   section[data-part="result" hidden tabindex="-1"]   [data-value="right|total|percent|number"], [data-result="passed|again" hidden],
 *     tbody[data-scores="item | lecture | ability"] with template[data-score-label="A"], button[data-action="new-paper"]
 *     [data-part="again" hidden]           ul[data-part="sections"] ← links to the sections of what was not right, none twice
 *     [data-part="questions"]              all questions with their explanations, below their cases
 *   template[data-message=…]
 *
 * Events (bubbling): exam-ended {quiz, right, total, passed}.
 */
import {
  cloneMessage,
  defineElement,
  fillValues,
  focusOn,
  PortalElement,
  pageFacts,
} from "../element.js";
import { tellIfNotKept } from "../learner/notice.js";
import { learnerStore } from "../learner/store.js";
import { paperByUnit, paperOfCases } from "./blueprint.js";
import { Exam } from "./exam.js";
import { grade, outcomeOf, percentOf } from "./grading.js";
import { Question } from "./question.js";
import { QuestionLoader } from "./question-loader.js";

/** @typedef {import("./exam.js").BankEntry} BankEntry */
/** @typedef {import("../learner/papers.js").Paper} Paper */

const minute = 60_000;

export class ExamForm extends PortalElement {
  /** @type {Exam | null} null until store and bank are read */
  #exam = null;
  /** @type {QuestionLoader} */
  #loader = new QuestionLoader("", "");
  /** @type {Map<string, Question>} questions of the open paper, as far as fetched */
  #questions = new Map();
  #place = 0;
  #timer = 0;

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    const { root, variant } = pageFacts();
    this.#loader = new QuestionLoader(root, variant);
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.#press(event), { signal });
    this.addEventListener("change", (event) => this.#change(event), { signal });
    signal.addEventListener("abort", () => clearInterval(this.#timer));
    const store = await learnerStore();
    try {
      const bank = await this.#loader.bank();
      if (signal.aborted) return;
      this.#exam = this.#sit(store, bank, variant);
      tellIfNotKept(this, store);
      await this.#lay();
    } catch {
      this.say(this.getPart("notice"), "failed");
    }
    this.toggleAttribute("data-ready", true);
  }

  /**
   * @param {import("../learner/store.js").LearnerStore} store
   * @param {BankEntry[]} bank
   * @param {"ja" | "easy"} variant
   */
  #sit(store, bank, variant) {
    const { quiz = "", mode = "review", count = "1" } = this.dataset;
    const blueprint = (/** @type {number} */ number) =>
      mode === "completion"
        ? paperOfCases(bank, Number(count), quiz, number)
        : paperByUnit(bank, Number(count), quiz, number);
    return new Exam(store, { quiz, mode, variant, bank, blueprint });
  }

  /** Show where things stand: a paper under way, the result of the last one, or the beginning. */
  async #lay() {
    const exam = this.#exam;
    if (!exam) return;
    clearInterval(this.#timer);
    const { open, ended } = exam;
    if (open && exam.entriesOf(open).length > 0) return this.#resume(open);
    if (ended && exam.entriesOf(ended).length > 0) await this.#showResult(ended);
    this.#show(ended ? ["start", "result"] : ["start"]);
    const number = this.#input("number");
    if (number) number.value = String(exam.nextNumber);
  }

  /** @param {string[]} parts */
  #show(parts) {
    for (const name of ["start", "running", "confirm", "result"]) {
      this.getPart(name)?.toggleAttribute("hidden", !parts.includes(name));
    }
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement | null}
   */
  #input(name) {
    const found = this.querySelector(`input[name="${name}"]`);
    return found instanceof HTMLInputElement ? found : null;
  }

  /** @param {Paper} paper */
  async #resume(paper) {
    const exam = this.#exam;
    if (!exam) return;
    const entries = exam.entriesOf(paper);
    const notes = exam.notesOf(paper);
    this.#questions = new Map();
    this.#place = Math.max(
      0,
      entries.findIndex(({ id }) => !notes.get(id)?.chosen.length),
    );
    this.#show(["running"]);
    this.#startClock(paper);
    await this.#showQuestion(paper);
  }

  /** @param {Paper} paper */
  async #showQuestion(paper) {
    const exam = this.#exam;
    const entries = exam?.entriesOf(paper) ?? [];
    const entry = entries[this.#place];
    if (!exam || !entry) return;
    const question = await this.#questionOf(entry, paper);
    this.getPart("question")?.replaceChildren(question.form);
    this.getPart("case")?.replaceChildren(
      ...(entry.case ? [await this.#loader.piece(entry.case)] : []),
    );
    const n = this.#place + 1;
    const total = entries.length;
    this.say(this.getPart("progress"), "progress", { n, total });
    const flag = this.#input("flag");
    if (flag) flag.checked = exam.notesOf(paper).get(entry.id)?.flagged ?? false;
    this.querySelector('[data-action="before"]')?.toggleAttribute("hidden", n === 1);
    this.querySelector('[data-action="after"]')?.toggleAttribute("hidden", n === total);
    this.#showMap(paper);
    const next = entries[n];
    // The next one is fetched while this one is read.
    if (next) this.#loader.piece(next.id).catch(() => {});
  }

  /**
   * @param {BankEntry} entry
   * @param {Paper} paper
   * @returns {Promise<Question>} open, with what is noted
   */
  async #questionOf(entry, paper) {
    const known = this.#questions.get(entry.id);
    if (known) return known;
    const form = await this.#loader.piece(entry.id);
    if (!(form instanceof HTMLFormElement)) throw new Error(`${entry.id} is no form`);
    const question = new Question(form);
    question.open(paper.seed);
    question.hideActions();
    const note = this.#exam?.notesOf(paper).get(entry.id);
    if (note) question.restore(note);
    this.#questions.set(entry.id, question);
    return question;
  }

  /** @param {Paper} paper */
  #showMap(paper) {
    const exam = this.#exam;
    const map = this.getPart("map");
    if (!exam || !map) return;
    const notes = exam.notesOf(paper);
    const entries = exam.entriesOf(paper);
    while (map.childElementCount > entries.length) map.lastElementChild?.remove();
    for (const [place, { id }] of entries.entries()) {
      const note = notes.get(id);
      const state = note?.flagged ? "flagged" : note?.chosen.length ? "answered" : "open";
      const button = buttonAt(map, place);
      button.dataset.state = state;
      if (place === this.#place) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      button.replaceChildren(
        cloneMessage(this, `state-${state}`, { n: place + 1 }) ?? String(place + 1),
      );
    }
  }

  /** @param {Event} event */
  #change({ target }) {
    const exam = this.#exam;
    const paper = exam?.open;
    if (!(target instanceof HTMLElement) || !exam || !paper) return;
    if (target === this.#input("clock")) return this.#startClock(paper);
    const entry = exam.entriesOf(paper)[this.#place];
    const question = entry && this.#questions.get(entry.id);
    if (!entry || !question || this.getPart("running")?.hidden) return;
    question.keepUnknownAlone(target);
    const flagged = this.#input("flag")?.checked ?? false;
    this.#note(paper, entry, { chosen: question.chosen, sure: question.sureness(null), flagged });
  }

  /**
   * @param {Paper} paper
   * @param {BankEntry} entry
   * @param {import("./exam.js").Note} note
   */
  async #note(paper, entry, note) {
    await this.#exam?.note(paper, entry, note);
    if (this.#exam) tellIfNotKept(this, this.#exam.store);
    this.#showMap(paper);
  }

  /** @param {Event} event */
  #press(event) {
    const target = event.target instanceof Element ? event.target.closest("button") : null;
    if (target?.dataset.number) this.#turnTo(Number(target.dataset.number) - 1);
    else if (target?.dataset.action) this.#act(target.dataset.action);
  }

  /** @param {string} action */
  #act(action) {
    if (action === "start") this.#begin(Number(this.#input("number")?.value ?? "1"));
    else if (action === "new-paper") this.#begin(this.#exam?.nextNumber ?? 1);
    else if (action === "before") this.#turnTo(this.#place - 1);
    else if (action === "after") this.#turnTo(this.#place + 1);
    else if (action === "back") this.#turnTo(this.#place);
    else if (action === "confirm") this.#askWhetherDone();
    else if (action === "hand-in") this.#handIn();
  }

  /** @param {number} number */
  async #begin(number) {
    await this.#exam?.begin(Number.isSafeInteger(number) && number > 0 ? number : 1);
    if (this.#exam) tellIfNotKept(this, this.#exam.store);
    await this.#lay();
    this.#focusQuestion();
  }

  /** @param {number} place */
  async #turnTo(place) {
    const paper = this.#exam?.open;
    if (!paper) return;
    this.#place = place;
    this.#show(["running"]);
    try {
      await this.#showQuestion(paper);
      this.#focusQuestion();
    } catch {
      this.say(this.getPart("notice"), "failed");
    }
  }

  #focusQuestion() {
    const legend = this.getPart("question")?.querySelector("legend");
    if (legend instanceof HTMLElement) focusOn(legend);
  }

  #askWhetherDone() {
    const exam = this.#exam;
    const paper = exam?.open;
    if (!exam || !paper) return;
    const notes = exam.notesOf(paper);
    const gaps = exam.entriesOf(paper).filter(({ id }) => !notes.get(id)?.chosen.length).length;
    this.say(this.getPart("gaps"), gaps > 0 ? "gaps" : "no-gaps", { n: gaps });
    this.#show(["confirm"]);
    focusOn(this.getPart("confirm"));
  }

  async #handIn() {
    const exam = this.#exam;
    const paper = exam?.open;
    if (!exam || !paper) return;
    try {
      const questions = await this.#fetchAll(paper);
      await exam.handIn(paper, questions);
    } catch {
      return this.say(this.getPart("notice"), "failed");
    }
    tellIfNotKept(this, exam.store);
    await this.#lay();
    focusOn(this.getPart("result"));
    const outcome = this.#outcomeOf(paper);
    this.dispatchEvent(
      new CustomEvent("exam-ended", { bubbles: true, detail: { quiz: paper.quiz, ...outcome } }),
    );
  }

  /**
   * @param {Paper} paper
   * @returns {Promise<Question[]>}
   */
  async #fetchAll(paper) {
    const entries = this.#exam?.entriesOf(paper) ?? [];
    return Promise.all(entries.map((entry) => this.#questionOf(entry, paper)));
  }

  /** @param {Paper} paper */
  #outcomeOf(paper) {
    const exam = this.#exam;
    const answers = exam?.answersOf(paper);
    const verdicts = (exam?.entriesOf(paper) ?? []).map(({ id }) =>
      answers?.get(id)?.right ? "right" : "wrong",
    );
    return outcomeOf(/** @type {("right" | "wrong")[]} */ (verdicts), this.dataset.pass);
  }

  /** @param {Paper} paper */
  async #showResult(paper) {
    const { right, total, passed } = this.#outcomeOf(paper);
    const result = this.getPart("result");
    if (!result) return;
    fillValues(result, {
      right,
      total,
      percent: percentOf(right, total),
      number: paper.seed.split("#")[1] ?? "",
    });
    result.querySelector('[data-result="passed"]')?.toggleAttribute("hidden", passed !== true);
    result.querySelector('[data-result="again"]')?.toggleAttribute("hidden", passed !== false);
    for (const body of result.querySelectorAll("tbody[data-scores]")) this.#showScores(body, paper);
    this.#questions = new Map();
    await this.#showAnswers(paper);
  }

  /**
   * @param {Element} body
   * @param {Paper} paper
   */
  #showScores(body, paper) {
    const by = /** @type {"item" | "lecture" | "ability"} */ (body.getAttribute("data-scores"));
    const scores = this.#exam?.scoresBy(paper, (entry) => entry[by] ?? "") ?? new Map();
    const rows = [...scores].map(([key, { right, total }]) => {
      const row = document.createElement("tr");
      const head = document.createElement("th");
      head.scope = "row";
      const label = this.querySelector(`template[data-score-label="${key}"]`);
      head.append(
        label instanceof HTMLTemplateElement ? document.importNode(label.content, true) : key,
      );
      const cell = document.createElement("td");
      cell.textContent = `${right} / ${total}`;
      row.append(head, cell);
      return row;
    });
    body.replaceChildren(...rows);
  }

  /**
   * All questions with what was chosen and every explanation, each case above its parts.
   * @param {Paper} paper
   */
  async #showAnswers(paper) {
    const exam = this.#exam;
    const place = this.getPart("questions");
    if (!exam || !place) return;
    const entries = exam.entriesOf(paper);
    const questions = await this.#fetchAll(paper);
    const answers = exam.answersOf(paper);
    /** @type {HTMLElement[]} */
    const shown = [];
    for (const [index, question] of questions.entries()) {
      const name = entries[index]?.case;
      if (name && name !== entries[index - 1]?.case) shown.push(await this.#loader.piece(name));
      const attempt = answers.get(question.id);
      const verdict = attempt ? grade(question.kind, question.key, attempt.chosen) : "unknown";
      question.reveal(attempt ?? { chosen: [], sure: null }, verdict);
      this.say(question.form.querySelector('[data-part="number"]'), "number", {
        n: index + 1,
        total: questions.length,
      });
      this.say(
        question.form.querySelector('[data-part="status"]'),
        attempt ? verdict : "unanswered",
      );
      shown.push(question.form);
    }
    place.replaceChildren(...shown);
    this.#showSections(questions.filter(({ id }) => !answers.get(id)?.right));
  }

  /** @param {Question[]} missed */
  #showSections(missed) {
    /** @type {Map<string, HTMLElement>} */
    const items = new Map();
    for (const { form } of missed) {
      const link = form.querySelector('[data-part="reread"] a');
      const title = link?.querySelector('[data-part="section"]');
      const url = link?.getAttribute("href");
      if (!title || !url || items.has(url)) continue;
      const item = document.createElement("li");
      const again = document.createElement("a");
      again.href = url;
      again.append(...[...title.childNodes].map((node) => node.cloneNode(true)));
      item.append(again);
      items.set(url, item);
    }
    this.getPart("sections")?.replaceChildren(...items.values());
    this.getPart("again")?.toggleAttribute("hidden", items.size === 0);
  }

  /**
   * The clock counts from the paper's beginning and never hands it in: time is the reader's.
   * @param {Paper} paper
   */
  #startClock(paper) {
    clearInterval(this.#timer);
    const place = this.getPart("clock");
    const minutes = Number(this.dataset.minutes ?? "0");
    const isWanted = minutes > 0 && this.#input("clock")?.checked === true;
    place?.toggleAttribute("hidden", !isWanted);
    if (!isWanted) return;
    const tick = () => {
      const left = Math.ceil(
        (Date.parse(paper.startedAt) + minutes * minute - Date.now()) / minute,
      );
      if (left > 0) this.say(place, "clock", { minutes: left });
      else this.say(place, "time-over");
    };
    tick();
    this.#timer = window.setInterval(tick, minute / 4);
  }
}

/**
 * @param {HTMLElement} map
 * @param {number} place
 * @returns {HTMLButtonElement} the button of a question, made where there is none yet
 */
function buttonAt(map, place) {
  const known = map.children[place]?.querySelector("button");
  if (known) return known;
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "exam__number";
  button.dataset.number = String(place + 1);
  item.append(button);
  map.append(item);
  return button;
}

defineElement("exam-form", ExamForm);
