/**
 * One quiz before one learner: which paper lies open, and how its answers reach the store (no DOM).
 * A paper is recorded with its first answer, or when the reader asks for it: looking at a page
 * leaves nothing behind.
 */
import { answersAtPresent, currentPaper, newPaper, retryPaper } from "./paper.js";

/** @typedef {import("../learner/events.js").Variant} Variant */
/** @typedef {import("../learner/store.js").LearnerStore} LearnerStore */
/** @typedef {import("../learner/store.js").NewEvent} NewEvent */
/** @typedef {import("./paper.js").Quiz} Quiz */
/** @typedef {import("./paper.js").OpenPaper} OpenPaper */
/** @typedef {{ id: string, rev: number }} AskedQuestion */
/** @typedef {{ chosen: string[], sure: boolean | null }} Answer */

export class Sitting {
  /** @type {OpenPaper} */
  paper;

  /**
   * @param {LearnerStore} store open
   * @param {Quiz} quiz
   * @param {{ mode: string, variant: Variant, seed?: string | undefined }} circumstances
   */
  constructor(store, quiz, { mode, variant, seed }) {
    this.store = store;
    this.quiz = quiz;
    this.mode = mode;
    this.variant = variant;
    this.paper = currentPaper(store.known, quiz, seed);
  }

  /** What is answered in the open paper, at the questions' present revisions. */
  get answers() {
    return answersAtPresent(this.store.known, this.paper, this.quiz.bank);
  }

  /**
   * @param {AskedQuestion} question
   * @param {Answer} answer
   * @param {boolean} right
   */
  async record({ id, rev }, { chosen, sure }, right) {
    const { mode, variant } = this;
    const { quiz, seed, recorded } = this.paper;
    /** @type {NewEvent} */
    const attempt = {
      ...{ kind: "attempt", question: id, rev, chosen, sure, right },
      ...{ variant, mode, quiz, seed },
    };
    await this.store.append(...(recorded ? [] : [this.#beginning()]), attempt);
  }

  /** Open a paper of other questions. */
  async renew() {
    this.paper = newPaper(this.store.known, this.quiz);
    await this.store.append(this.#beginning());
  }

  /**
   * Open a paper of these questions of the present one.
   * @param {string[]} questions
   */
  async repeat(questions) {
    this.paper = retryPaper(this.store.known, this.quiz, questions);
    await this.store.append(this.#beginning());
  }

  /** @returns {NewEvent} */
  #beginning() {
    const { quiz, seed, questions, retry } = this.paper;
    this.paper.recorded = true;
    return { kind: "paper-started", quiz, seed, questions, retry };
  }
}
