/**
 * Questions and cases that are not on the page: fetched one by one as they are drawn, each a piece of our own site's HTML with its readings.
 *   data/bank.json                    {"questions": BankEntry[], "cases": {id: [unit]}}
 *   data/questions/<variant>/<id>.json {"html": "<form class=question>…"}
 */

/** @typedef {import("./exam.js").BankEntry} BankEntry */

export class QuestionLoader {
  /** @type {Map<string, Promise<HTMLElement>>} */
  #pieces = new Map();

  /**
   * @param {string} root link to the site's root
   * @param {string} variant
   */
  constructor(root, variant) {
    this.root = root;
    this.variant = variant;
  }

  /**
   * @returns {Promise<BankEntry[]>}
   * @throws {Error} when it cannot be fetched
   */
  async bank() {
    const { questions } = await fetchJson(`${this.root}data/bank.json`);
    return questions;
  }

  /**
   * @param {string} id of a question or a case
   * @returns {Promise<HTMLElement>} the same element each time
   */
  piece(id) {
    const known = this.#pieces.get(id);
    if (known) return known;
    const piece = this.#fetchPiece(id);
    this.#pieces.set(id, piece);
    // What failed may be tried again.
    piece.catch(() => this.#pieces.delete(id));
    return piece;
  }

  /** @param {string} id */
  async #fetchPiece(id) {
    const { html } = await fetchJson(`${this.root}data/questions/${this.variant}/${id}.json`);
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const element = parsed.body.firstElementChild;
    if (!(element instanceof HTMLElement)) throw new Error(`nothing in ${id}`);
    return document.importNode(element, true);
  }
}

/**
 * @param {string} url
 * @returns {Promise<any>}
 */
async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
