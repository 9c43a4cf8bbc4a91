/**
 * One question of the page: a form.question inside <quiz-form>. Reads what is chosen, shows what is
 * missing and, once answered, the verdict and every option's explanation. It knows nothing of papers
 * or storage. Its markup is described in quiz-form.js.
 */
import { findPart, focusOn } from "../element.js";
import { unknownOption } from "./grading.js";
import { shuffle } from "./random.js";

/** @typedef {import("./grading.js").QuestionKind} QuestionKind */
/** @typedef {import("./grading.js").Verdict} Verdict */

export class Question {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    const { question = "", rev = "1", unit = "", kind = "single" } = form.dataset;
    this.form = form;
    this.id = question;
    this.rev = Number(rev);
    this.unit = unit;
    this.kind = /** @type {QuestionKind} */ (kind);
    /** Ids of the right options, in the order of the source. */
    this.key = options(form)
      .filter((option) => "correct" in option.dataset)
      .map((option) => option.dataset.option ?? "");
    this.#showPart("answers", false);
  }

  /** @returns {Verdict | null} null while open */
  get verdict() {
    const { result } = this.form.dataset;
    return result === "right" || result === "wrong" || result === "unknown" ? result : null;
  }

  get legend() {
    return this.form.querySelector("legend");
  }

  get inputs() {
    return [...this.form.querySelectorAll("input")].filter((input) => input.name === this.id);
  }

  /** @returns {string[]} ids of the chosen options in the order they stand */
  get chosen() {
    return this.inputs.filter((input) => input.checked).map((input) => input.value);
  }

  /**
   * How sure the reader says to be: by a radio, or by which of two buttons was pressed.
   * @param {HTMLElement | null} submitter
   * @returns {boolean | null} null when nothing was said, or nothing known
   */
  sureness(submitter) {
    if (this.chosen.includes(unknownOption)) return null;
    const given = new FormData(this.form, submitter).get(`${this.id}-sure`);
    if (given === "yes") return true;
    return given === "no" ? false : null;
  }

  /** @param {string} seed orders the options */
  open(seed) {
    const { form } = this;
    this.setShown(true);
    form.reset();
    form.dataset.state = "open";
    delete form.dataset.result;
    this.#orderOptions(seed);
    this.#lock(false);
    this.#clearError();
    this.#showWhys(false);
    this.#showPart("sure", true);
    this.#showPart("actions", true);
    this.#showPart("reread", false);
    this.#showPart("changed", false);
    findPart(form, "status")?.replaceChildren();
  }

  /** @param {boolean} isShown */
  setShown(isShown) {
    this.form.hidden = !isShown;
  }

  /** @param {string} seed */
  #orderOptions(seed) {
    if (this.form.dataset.shuffle === "false") return;
    const known = options(this.form).filter((option) => option.dataset.option !== unknownOption);
    // From the order of the ids, not of the page: the same seed gives the same order again.
    const sorted = known.sort((one, other) => (optionId(one) < optionId(other) ? -1 : 1));
    const after = this.form.querySelector(`.option[data-option="${unknownOption}"]`);
    for (const option of shuffle(sorted, `${seed}/${this.id}`)) {
      if (after) after.before(option);
      else option.parentElement?.append(option);
    }
  }

  /**
   * The reader pressed without a choice.
   * @param {DocumentFragment | null} words
   */
  askForChoice(words) {
    const error = findPart(this.form, "error");
    if (error) {
      error.id ||= `${this.id}-error`;
      if (words) error.replaceChildren(words);
      error.hidden = false;
      this.form.querySelector("fieldset")?.setAttribute("aria-describedby", error.id);
    }
    for (const input of this.inputs) input.setAttribute("aria-invalid", "true");
    this.inputs[0]?.focus();
  }

  #clearError() {
    this.#showPart("error", false);
    this.form.querySelector("fieldset")?.removeAttribute("aria-describedby");
    for (const input of this.inputs) input.removeAttribute("aria-invalid");
  }

  /**
   * Show the answer. Nothing that may hold the focus goes away.
   * @param {{ chosen: readonly string[], sure: boolean | null }} answer
   * @param {Verdict} verdict
   */
  reveal({ chosen, sure }, verdict) {
    for (const input of this.inputs) input.checked = chosen.includes(input.value);
    this.#restoreSureness(sure);
    this.form.dataset.state = "answered";
    this.form.dataset.result = verdict;
    this.#lock(true);
    this.#clearError();
    this.#showWhys(true);
    this.#showPart("changed", false);
    this.#showPart("reread", verdict !== "right");
  }

  /** @param {boolean | null} sure */
  #restoreSureness(sure) {
    const word = sure === null ? "" : sure ? "yes" : "no";
    for (const input of this.form.querySelectorAll("input")) {
      if (input.name === `${this.id}-sure`) input.checked = input.value === word;
    }
  }

  /**
   * An answered question stays readable and reachable but cannot be changed: aria-disabled, since
   * disabled would take the focus away and the contrast with it.
   * @param {boolean} isLocked
   */
  #lock(isLocked) {
    for (const control of this.form.querySelectorAll("input, button[type=submit]")) {
      if (isLocked) control.setAttribute("aria-disabled", "true");
      else control.removeAttribute("aria-disabled");
    }
    for (const input of this.inputs) {
      input.closest(".option")?.toggleAttribute("data-chosen", isLocked && input.checked);
    }
  }

  /**
   * 「わからない」 goes with no other option.
   * @param {EventTarget | null} changed
   */
  keepUnknownAlone(changed) {
    const input = this.inputs.find((candidate) => candidate === changed);
    if (!input?.checked || input.type !== "checkbox") return;
    const isUnknown = input.value === unknownOption;
    for (const other of this.inputs) {
      if (other !== input && (other.value === unknownOption) !== isUnknown) other.checked = false;
    }
  }

  /** @param {boolean} isShown */
  #showWhys(isShown) {
    for (const why of this.form.querySelectorAll('[data-part="why"]')) {
      why.toggleAttribute("hidden", !isShown);
    }
  }

  /**
   * @param {string} name
   * @param {boolean} isShown
   */
  #showPart(name, isShown) {
    findPart(this.form, name)?.toggleAttribute("hidden", !isShown);
  }

  focus() {
    focusOn(this.legend);
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
function options(form) {
  return [...form.querySelectorAll(".option")].filter((option) => option instanceof HTMLElement);
}

/** @param {HTMLElement} option */
function optionId(option) {
  return option.dataset.option ?? "";
}
