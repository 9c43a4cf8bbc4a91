/**
 * Reads passages one after another, sentence by sentence; the speech engine is given from outside.
 * Pausing cancels and remembers the sentence: the engines' own pause loses its place on phones.
 */
import { splitSentences } from "./sentences.js";

/**
 * @typedef {{ onend: ((event: any) => any) | null, onerror: ((event: any) => any) | null }} Utterance
 * @typedef {"idle" | "speaking" | "paused"} SpeechState
 */

/** @template {Utterance} U */
export class SpeechQueue {
  /** @type {{ passage: number, text: string }[]} */
  #pieces = [];
  #at = 0;
  /** @type {U | null} */
  #utterance = null;
  /** @type {SpeechState} */
  #state = "idle";
  #speech;
  #utter;
  #changed;

  /**
   * @param {object} engine
   * @param {{ speak(utterance: U): void, cancel(): void }} engine.speech
   * @param {(text: string) => U} engine.utter makes an utterance, at the rate of the moment
   * @param {(state: SpeechState, passage: number | null) => void} engine.changed told at every change of state or passage
   */
  constructor({ speech, utter, changed }) {
    this.#speech = speech;
    this.#utter = utter;
    this.#changed = changed;
  }

  get state() {
    return this.#state;
  }

  /**
   * @param {string[]} passages
   * @param {number} [from] number of the first passage to read
   */
  play(passages, from = 0) {
    this.#pieces = passages.flatMap((text, passage) =>
      passage < from ? [] : splitSentences(text).map((piece) => ({ passage, text: piece })),
    );
    this.#at = 0;
    this.#speak();
  }

  pause() {
    if (this.#state !== "speaking") return;
    this.#state = "paused";
    this.#silence();
    this.#tell();
  }

  resume() {
    if (this.#state === "paused") this.#speak();
  }

  stop() {
    if (this.#state === "idle") return;
    this.#state = "idle";
    this.#pieces = [];
    this.#silence();
    this.#tell();
  }

  #speak() {
    const piece = this.#pieces[this.#at];
    if (!piece) {
      this.stop();
      return;
    }
    this.#silence();
    const utterance = this.#utter(piece.text);
    // An engine reports the end of what was cancelled as well: only the present one counts.
    utterance.onend = () => this.#utterance === utterance && this.#goOn();
    utterance.onerror = () => this.#utterance === utterance && this.stop();
    this.#utterance = utterance;
    this.#state = "speaking";
    this.#tell();
    this.#speech.speak(utterance);
  }

  #goOn() {
    this.#utterance = null;
    this.#at += 1;
    this.#speak();
  }

  #silence() {
    if (!this.#utterance) return;
    this.#utterance = null;
    this.#speech.cancel();
  }

  #tell() {
    const passage = this.#state === "idle" ? null : (this.#pieces[this.#at]?.passage ?? null);
    this.#changed(this.#state, passage);
  }
}
