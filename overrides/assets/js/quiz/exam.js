/**
 * A paper that is judged at its end (no DOM): answers are noted at once and may be changed until it is handed in; then they become
 * attempts. Which paper lies open, what is noted in it, and what came of it.
 */
import { answersOf, endOfPaper, notesOf, papersOf } from "../learner/papers.js";
import { grade } from "./grading.js";

/** @typedef {import("../learner/events.js").Variant} Variant */
/** @typedef {import("../learner/events.js").NoteEvent} NoteEvent */
/** @typedef {import("../learner/papers.js").Paper} Paper */
/** @typedef {import("../learner/store.js").LearnerStore} LearnerStore */
/** @typedef {import("../learner/store.js").NewEvent} NewEvent */
/** @typedef {{ id: string, rev: number, unit: string, section: string, lecture: string, item: string, case?: string, ability?: string }} BankEntry */
/** @typedef {{ chosen: string[], sure: boolean | null, flagged: boolean }} Note */
/** @typedef {(number: number) => BankEntry[]} Blueprint the questions of the paper with this number */
/** @typedef {{ id: string, rev: number, kind: import("./grading.js").QuestionKind, key: string[] }} Judged */

export class Exam {
  /**
   * @param {LearnerStore} store open
   * @param {{ quiz: string, mode: string, variant: Variant, bank: readonly BankEntry[], blueprint: Blueprint }} circumstances
   */
  constructor(store, { quiz, mode, variant, bank, blueprint }) {
    this.store = store;
    this.quiz = quiz;
    this.mode = mode;
    this.variant = variant;
    this.blueprint = blueprint;
    this.bank = new Map(bank.map((entry) => [entry.id, entry]));
  }

  /** @returns {Paper[]} in the order they were begun */
  get papers() {
    return papersOf(this.store.known, this.quiz);
  }

  /** @returns {Paper | null} the paper begun last, unless it was handed in */
  get open() {
    const paper = this.papers.at(-1);
    return paper && this.endOf(paper) === null ? paper : null;
  }

  /** @returns {Paper | null} the paper begun last, if it was handed in */
  get ended() {
    const paper = this.papers.at(-1);
    return paper && this.endOf(paper) !== null ? paper : null;
  }

  /** @param {Paper} paper */
  endOf(paper) {
    return endOfPaper(this.store.known, paper);
  }

  /**
   * Questions of a paper that are still asked; what left the bank is left out.
   * @param {Paper} paper
   * @returns {BankEntry[]}
   */
  entriesOf({ questions }) {
    return questions.flatMap((id) => this.bank.get(id) ?? []);
  }

  /** The number of the next paper that was not begun yet. */
  get nextNumber() {
    const used = new Set(this.papers.map(({ seed }) => seed));
    let number = 1;
    while (used.has(this.seedOf(number))) number += 1;
    return number;
  }

  /** @param {number} number */
  seedOf(number) {
    return `${this.quiz}#${number}`;
  }

  /**
   * Begin the paper with this number; one that was begun before is begun anew under a seed of its own.
   * @param {number} number
   */
  async begin(number) {
    const questions = this.blueprint(number).map(({ id }) => id);
    if (questions.length === 0) return;
    const seeds = new Set(this.papers.map(({ seed }) => seed));
    let seed = this.seedOf(number);
    for (let again = 2; seeds.has(seed); again += 1) seed = `${this.seedOf(number)}.${again}`;
    await this.store.append({
      kind: "paper-started",
      quiz: this.quiz,
      seed,
      questions,
      retry: false,
    });
  }

  /**
   * What is noted in a paper, at the questions' present revisions.
   * @param {Paper} paper
   * @returns {Map<string, NoteEvent>}
   */
  notesOf(paper) {
    const notes = [...notesOf(this.store.known, paper)];
    return new Map(notes.filter(([id, { rev }]) => this.bank.get(id)?.rev === rev));
  }

  /**
   * @param {Paper} paper
   * @param {{ id: string, rev: number }} question
   * @param {Note} note
   */
  async note({ quiz, seed }, { id, rev }, note) {
    await this.store.append({ kind: "noted", quiz, seed, question: id, rev, ...note });
  }

  /**
   * Hand a paper in: what was answered becomes attempts, all in one writing. Handing in twice, in two tabs, changes nothing: the first
   * attempt of a paper counts.
   * @param {Paper} paper
   * @param {readonly Judged[]} questions
   */
  async handIn(paper, questions) {
    const notes = this.notesOf(paper);
    const { quiz, seed } = paper;
    /** @type {NewEvent[]} */
    const attempts = questions.flatMap(({ id, rev, kind, key }) => {
      const note = notes.get(id);
      if (!note || note.chosen.length === 0) return [];
      const right = grade(kind, key, note.chosen) === "right";
      const { chosen, sure } = note;
      return {
        kind: "attempt",
        question: id,
        rev,
        chosen,
        sure,
        right,
        variant: this.variant,
        mode: this.mode,
        quiz,
        seed,
      };
    });
    await this.store.append(...attempts, { kind: "paper-ended", quiz, seed });
  }

  /** @param {Paper} paper */
  answersOf(paper) {
    return answersOf(this.store.known, paper);
  }

  /**
   * Right answers of a paper by a part of the course; what was not answered is not right.
   * @param {Paper} paper
   * @param {(entry: BankEntry) => string} keyOf
   * @returns {Map<string, { right: number, total: number }>} in the order of the paper
   */
  scoresBy(paper, keyOf) {
    const answers = this.answersOf(paper);
    /** @type {Map<string, { right: number, total: number }>} */
    const scores = new Map();
    for (const entry of this.entriesOf(paper)) {
      const score = scores.get(keyOf(entry)) ?? { right: 0, total: 0 };
      score.total += 1;
      score.right += Number(answers.get(entry.id)?.right ?? false);
      scores.set(keyOf(entry), score);
    }
    return scores;
  }
}
