/**
 * <read-aloud hidden>: reads the page's main text by a Japanese voice of the reader's own device.
 * Un-hides itself where there is one. Buttons: [data-action="play|pause|resume|stop"], all but play
 * hidden in the source. The paragraph that is being read gets aria-current="true".
 */
import { defineElement, PortalElement } from "../element.js";
import { headingInView } from "../reading-position.js";
import { passagesOf } from "./passages.js";
import { SpeechQueue } from "./speech-queue.js";
import { watchVoice } from "./voices.js";

/** @typedef {import("./passages.js").Passage} Passage */
/** @typedef {import("./speech-queue.js").SpeechState} SpeechState */

/** @type {Record<string, number>} */
const rates = { normal: 1, slow: 0.7 };

/** @type {Record<SpeechState, string[]>} */
const offered = { idle: ["play"], speaking: ["pause", "stop"], paused: ["resume", "stop"] };

export class ReadAloud extends PortalElement {
  /** @type {SpeechSynthesisVoice | null} */
  #voice = null;
  /** @type {Passage[]} */
  #passages = [];
  /** @type {SpeechQueue<SpeechSynthesisUtterance> | null} */
  #queue = null;

  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return;
    this.#queue = new SpeechQueue({
      speech: window.speechSynthesis,
      utter: (text) => this.#utter(text),
      changed: (state, passage) => this.#show(state, passage),
    });
    this.addEventListener("click", (event) => this.#act(event), { signal });
    window.addEventListener("pagehide", () => this.#queue?.stop(), { signal });
    signal.addEventListener("abort", () => this.#queue?.stop());
    watchVoice((voice) => this.#offer(voice), signal);
  }

  /** @param {SpeechSynthesisVoice | null} voice */
  #offer(voice) {
    this.#voice = voice;
    this.hidden = voice === null;
  }

  /** @param {Event} event */
  #act(event) {
    const origin = /** @type {Element} */ (event.target);
    const action = origin.closest("[data-action]")?.getAttribute("data-action");
    if (action === "play") this.#play();
    if (action === "pause") this.#queue?.pause();
    if (action === "resume") this.#queue?.resume();
    if (action === "stop") this.#queue?.stop();
  }

  #play() {
    const root = this.closest("main") ?? document.body;
    this.#passages = passagesOf(root);
    this.#queue?.play(
      this.#passages.map(({ text }) => text),
      passageInView(this.#passages),
    );
  }

  /** @param {string} text */
  #utter(text) {
    const utterance = new window.SpeechSynthesisUtterance(text);
    utterance.lang = "ja-JP";
    utterance.voice = this.#voice;
    utterance.rate = rates[document.documentElement.dataset.rate ?? "normal"] ?? 1;
    return utterance;
  }

  /**
   * @param {SpeechState} state
   * @param {number | null} number of the passage being read
   */
  #show(state, number) {
    const current = number === null ? null : (this.#passages[number]?.element ?? null);
    for (const { element } of this.#passages) {
      if (element !== current) element.removeAttribute("aria-current");
    }
    if (current && !current.hasAttribute("aria-current")) {
      current.setAttribute("aria-current", "true");
      current.scrollIntoView({ block: "nearest" });
    }
    this.#showButtons(offered[state]);
  }

  /** @param {string[]} actions */
  #showButtons(actions) {
    const focused = this.contains(document.activeElement);
    /** @type {HTMLElement[]} */
    const buttons = [...this.querySelectorAll("button")];
    for (const button of buttons) button.hidden = !actions.includes(button.dataset.action ?? "");
    const held = document.activeElement;
    if (focused && !(held instanceof HTMLElement && this.contains(held) && !held.hidden)) {
      buttons.find((button) => !button.hidden)?.focus();
    }
  }
}

/**
 * Where to begin: at the heading of the section in view, else at the start.
 * @param {Passage[]} passages
 * @returns {number}
 */
function passageInView(passages) {
  const headings = passages.flatMap(({ element }, number) => {
    if (!element.matches("h1, h2, h3")) return [];
    const { top, bottom } = element.getBoundingClientRect();
    return [{ id: String(number), top, bottom }];
  });
  const view = { height: window.innerHeight, scrolled: window.scrollY };
  return Number(headingInView(headings, view) ?? 0);
}

defineElement("read-aloud", ReadAloud);
