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
    /** Ids of the right options in the order of the source, where they run a, b, c, d: on the page they may be shuffled already. */
    this.key = options(form)
      .filter((option) => "correct" in option.dataset)
      .map((option) => option.dataset.option ?? "")
      .sort();
    this.#showPart("answers", false);
  }

  /** @returns {Verdict | null} null while open */
  get verdict() {
    const { result } = this.form.dataset;
    return result === "right" || result === "wrong" || result === "unknown" ? result : null;
  }

  /** Answered in this paper, whether or not its verdict is shown yet. */
  get isAnswered() {
    return this.form.dataset.state === "answered";
  }

  get legend() {
    return this.form.querySelector("legend");
  }

  get inputs() {
    return [...this.form.querySelectorAll("input")].filter((input) => input.name === this.id);
  }

  get #places() {
    return [...this.form.querySelectorAll("select")].filter((place) => place.dataset.place);
  }

  /** @returns {string[]} ids of the chosen options in the order they stand, or in the order given to them; none while an order has gaps */
  get chosen() {
    const checked = this.inputs.filter((input) => input.checked).map((input) => input.value);
    if (this.kind !== "order" || checked.length > 0) return checked;
    const places = this.#places;
    const given = new Set(places.map(({ value }) => value));
    if (given.has("") || given.size < places.length) return [];
    return places
      .sort((one, other) => Number(one.value) - Number(other.value))
      .map((place) => place.dataset.place ?? "");
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

  /** In a paper that is judged at its end there is nothing to press below a question. */
  hideActions() {
    this.#showPart("actions", false);
  }

  /**
   * Bring back what was noted, still open to change.
   * @param {{ chosen: readonly string[], sure: boolean | null }} note
   */
  restore({ chosen, sure }) {
    for (const input of this.inputs) input.checked = chosen.includes(input.value);
    for (const place of this.#places) {
      const number = chosen.indexOf(place.dataset.place ?? "") + 1;
      place.value = number > 0 ? String(number) : "";
    }
    this.#restoreSureness(sure);
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
    (this.#places[0] ?? this.inputs[0])?.focus();
  }

  #clearError() {
    this.#showPart("error", false);
    this.form.querySelector("fieldset")?.removeAttribute("aria-describedby");
    for (const input of this.inputs) input.removeAttribute("aria-invalid");
  }

  /**
   * Take an answer without telling whether it is right.
   * @param {{ chosen: readonly string[], sure: boolean | null }} answer
   */
  take(answer) {
    this.restore(answer);
    this.form.dataset.state = "answered";
    this.#lock(true);
    this.#clearError();
    this.#showPart("changed", false);
  }

  /**
   * Show the answer. Nothing that may hold the focus goes away.
   * @param {{ chosen: readonly string[], sure: boolean | null }} answer
   * @param {Verdict} verdict
   */
  reveal(answer, verdict) {
    this.take(answer);
    this.form.dataset.result = verdict;
    this.#showWhys(true);
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
    // A list of numbers cannot be kept from changing otherwise.
    for (const place of this.#places) place.disabled = isLocked;
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
    if (changed instanceof HTMLSelectElement) {
      for (const other of this.inputs) other.checked = false;
    }
    if (input?.checked) for (const place of this.#places) place.value = "";
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
