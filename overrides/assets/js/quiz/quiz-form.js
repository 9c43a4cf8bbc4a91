/**
 * <quiz-form data-quiz="check:A1-1 | lecture:A1" data-mode="check | lecture" data-count="3" [data-pass="0.8"] [data-seed]>
 * Draws a paper from the questions on the page, keeps every answer at once and brings all of it back
 * after a reload. Mode "check" lists the drawn questions; any other mode shows one after another.
 *
 *   [data-part="notice" role="status" hidden]     storage notice, once a page
 *   fieldset[data-part="feedback" hidden]         one after another: radios name="feedback…" value="now|end"; kept as a display setting
 *   [data-part="progress" hidden]                 one after another: message progress {n} {total}
 *   form.question[data-question][data-rev][data-unit][data-kind="single|multi"][data-shuffle][novalidate]
 *     fieldset > legend [data-part="number"]      message number {n} {total}
 *     [data-part="changed" hidden]                the question was changed since the reader answered it
 *     .option[data-option="a"][data-correct]      input[name=<question>][value="a"], label, [data-part="why" hidden]
 *     .option[data-option="unknown"]              stays last
 *     [data-part="sure" hidden]                   radios or submit buttons name="<question>-sure" value="yes|no"
 *     [data-part="error" role="alert" hidden]     message choose
 *     [data-part="actions" hidden]                button[type=submit]
 *     [data-part="status" role="status"]          message right | wrong | unknown (or recorded, while feedback waits for the end), then completed {right} {total}
 *     [data-part="reread" hidden]                 after a wrong or unknown answer
 *     details[data-part="answers"]                without scripts only
 *   [data-part="navigation" hidden]               button[data-action="next"]
 *   section[data-part="result" hidden tabindex="-1"]  [data-value="right|total|percent|seed"],
 *     [data-result="passed|again" hidden], button[data-action="retry-wrong|new-paper|review"]
 *
 * Events (bubbling, never on restore): quiz-answered {quiz, question, right},
 * quiz-completed {quiz, right, total, passed}.
 */
import { applyChoice } from "../display-store.js";
import { cloneMessage, defineElement, findPart, PortalElement, pageFacts } from "../element.js";
import { tellIfNotKept } from "../learner/notice.js";
import { changedQuestions } from "../learner/progress.js";
import { learnerStore } from "../learner/store.js";
import { grade, outcomeOf } from "./grading.js";
import { revisionsOf } from "./paper.js";
import { Question } from "./question.js";
import { hideResult, showResult } from "./result.js";
import { Sitting } from "./sitting.js";

/** @typedef {import("../learner/store.js").LearnerStore} LearnerStore */
/** @typedef {import("./grading.js").Verdict} Verdict */
/** @typedef {import("./sitting.js").Answer} Answer */

export class QuizForm extends PortalElement {
  /** @type {Map<string, Question>} every question on the page, in its order */
  #bank = new Map();
  /** @type {Sitting | null} null until the store is read */
  #sitting = null;

  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    this.#listen(signal);
    const forms = [...this.querySelectorAll("form")].filter((form) => form.matches(".question"));
    const questions = forms.map((form) => new Question(form));
    this.#bank = new Map(questions.map((question) => [question.id, question]));
    const store = await learnerStore();
    if (signal.aborted) return;
    this.#sitting = this.#sit(store);
    this.#lay();
    store.subscribe(() => this.#restore(), signal);
    tellIfNotKept(this, store);
    this.toggleAttribute("data-ready", true);
  }

  /**
   * @param {LearnerStore} store
   * @returns {Sitting}
   */
  #sit(store) {
    const { quiz = "", count = "3", mode = "check", seed } = this.dataset;
    const { variant } = pageFacts();
    const bank = [...this.#bank.values()];
    return new Sitting(store, { quiz, count: Number(count), bank }, { mode, variant, seed });
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    this.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.addEventListener("click", (event) => this.#press(event), { signal });
    const change = (/** @type {Event} */ { target }) => {
      this.#questionOf(target)?.keepUnknownAlone(target);
      if (target instanceof HTMLInputElement && target.name.startsWith("feedback")) {
        applyChoice({ feedback: target.value });
        this.#lay();
      }
    };
    this.addEventListener("change", change, { signal });
  }

  get #isList() {
    return this.dataset.mode === "check";
  }

  /** Whether explanations wait until the whole paper is answered. */
  get #isLate() {
    return !this.#isList && document.documentElement.dataset.feedback === "end";
  }

  /** @returns {Question[]} those of the paper, in the page's order */
  get #drawn() {
    const ids = new Set(this.#sitting?.paper.questions);
    return [...this.#bank.values()].filter(({ id }) => ids.has(id));
  }

  get #isComplete() {
    return this.#drawn.every((question) => question.isAnswered);
  }

  get #outcome() {
    const verdicts = this.#drawn.map((question) => question.verdict);
    return outcomeOf(verdicts, this.dataset.pass);
  }

  /**
   * @param {EventTarget | null} target
   * @returns {Question | undefined}
   */
  #questionOf(target) {
    const form = target instanceof Element ? target.closest("form") : null;
    return this.#bank.get(form?.dataset.question ?? "");
  }

  /** Lay out the open paper with what is already answered in it. */
  #lay() {
    if (!this.#sitting) return;
    const { store, quiz, paper } = this.#sitting;
    hideResult(this);
    for (const question of this.#bank.values()) question.setShown(false);
    const changed = changedQuestions(store.known, revisionsOf(quiz.bank));
    const total = this.#drawn.length;
    for (const [place, question] of this.#drawn.entries()) {
      question.open(paper.seed);
      this.say(findPart(question.form, "number"), "number", { n: place + 1, total });
      if (changed.has(question.id)) this.say(findPart(question.form, "changed"), "changed");
    }
    this.#restore();
    this.#showCurrent();
  }

  /** Bring back what was answered before or in another tab, silently. */
  #restore() {
    const answers = this.#sitting?.answers ?? new Map();
    for (const question of this.#drawn) {
      const attempt = answers.get(question.id);
      if (attempt && !question.isAnswered) question.take(attempt);
    }
    this.#reveal(answers);
    this.#showNavigation();
    this.#showResult();
  }

  /**
   * Show verdicts and explanations: at once, or of all questions when the last is answered.
   * @param {ReadonlyMap<string, Answer>} answers
   */
  #reveal(answers) {
    if (this.#isLate && !this.#isComplete) return;
    for (const question of this.#drawn) {
      const answer = answers.get(question.id);
      if (!answer || question.verdict) continue;
      question.reveal(answer, grade(question.kind, question.key, answer.chosen));
    }
  }

  #showResult() {
    const drawn = this.#drawn;
    if (drawn.length === 0 || !this.#isComplete) return;
    const canReview = drawn.some(({ form }) => form.hidden);
    showResult(this, this.#outcome, { seed: this.#sitting?.paper.seed ?? "", canReview });
  }

  /**
   * One after another: the first open question, or all of them once all are answered.
   * @returns {Question | undefined} the open question
   */
  #showCurrent() {
    const open = this.#drawn.find((question) => !question.isAnswered);
    this.#showFeedbackChoice();
    if (this.#isList) return open;
    for (const question of this.#drawn) question.setShown(!open || question === open);
    this.#showNavigation();
    const progress = this.getPart("progress");
    const total = this.#drawn.length;
    if (open) this.say(progress, "progress", { n: this.#drawn.indexOf(open) + 1, total });
    else progress?.toggleAttribute("hidden", true);
    this.#showResult();
    return open;
  }

  /** The choice is offered before the first answer of a paper. */
  #showFeedbackChoice() {
    const choice = this.getPart("feedback");
    const isOpen = this.#drawn.every((question) => !question.isAnswered);
    choice?.toggleAttribute("hidden", this.#isList || !isOpen);
    for (const radio of choice?.querySelectorAll("input") ?? []) {
      radio.checked = radio.value === (document.documentElement.dataset.feedback ?? "now");
    }
  }

  /** One after another: the way on, once the question in sight is answered. */
  #showNavigation() {
    const current = this.#drawn.find(({ form }) => !form.hidden);
    const leadsOn = !this.#isList && current?.isAnswered && !this.#isComplete;
    this.getPart("navigation")?.toggleAttribute("hidden", !leadsOn);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    const question = this.#questionOf(event.target);
    if (!question) return;
    event.preventDefault();
    if (question.isAnswered || !this.#sitting) return;
    const { chosen } = question;
    if (chosen.length === 0) question.askForChoice(cloneMessage(this, "choose"));
    else this.#take(this.#sitting, question, { chosen, sure: question.sureness(event.submitter) });
  }

  /**
   * Keep an answer at once, show it, say it.
   * @param {Sitting} sitting
   * @param {Question} question
   * @param {Answer} answer
   */
  async #take(sitting, question, answer) {
    const verdict = grade(question.kind, question.key, answer.chosen);
    const right = verdict === "right";
    const kept = sitting.record(question, answer, right);
    question.take(answer);
    this.#reveal(new Map([...sitting.answers, [question.id, answer]]));
    const isComplete = this.#isComplete;
    const outcome = this.#outcome;
    this.#announce(question, question.verdict ?? "recorded", isComplete);
    this.#showFeedbackChoice();
    this.#showNavigation();
    this.#showResult();
    await kept;
    tellIfNotKept(this, sitting.store);
    const { quiz } = sitting.paper;
    this.#emit("quiz-answered", { quiz, question: question.id, right });
    if (isComplete) this.#emit("quiz-completed", { quiz, ...outcome });
  }

  /**
   * @param {Question} question
   * @param {Verdict | "recorded"} verdict
   * @param {boolean} isComplete
   */
  #announce(question, verdict, isComplete) {
    const { right, total } = this.#outcome;
    const words = [cloneMessage(this, verdict)];
    if (isComplete) words.push(cloneMessage(this, "completed", { right, total }));
    const said = words.filter((part) => part !== null);
    findPart(question.form, "status")?.replaceChildren(...said);
  }

  /** @param {Event} event */
  #press(event) {
    const target = event.target instanceof Element ? event.target : null;
    const control = target?.closest("input, button");
    if (control?.getAttribute("aria-disabled") === "true") return event.preventDefault();
    const action = control?.getAttribute("data-action");
    if (action === "next" || action === "review") (this.#showCurrent() ?? this.#drawn[0])?.focus();
    else if (action === "retry-wrong" || action === "new-paper") this.#begin(action);
  }

  /** @param {"retry-wrong" | "new-paper"} action */
  #begin(action) {
    const missed = this.#drawn.filter(({ verdict }) => verdict !== "right").map(({ id }) => id);
    if (action === "retry-wrong") this.#sitting?.repeat(missed);
    else this.#sitting?.renew();
    this.#lay();
    this.#drawn[0]?.focus();
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} detail
   */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

defineElement("quiz-form", QuizForm);
