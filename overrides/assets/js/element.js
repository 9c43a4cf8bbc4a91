/**
 * The base of every custom element of the portal: one AbortController for its life, parts found
 * by attribute, words taken from the page.
 *
 *   <template data-message="name">words, ruby, links … {n}</template>   inside the element
 */

/** @typedef {Record<string, string | number>} MessageValues */

export class PortalElement extends HTMLElement {
  /** @type {AbortController | null} */
  #life = null;

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    this.start(this.#life.signal);
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#life = null;
  }

  /**
   * Begin work; every listener takes the signal, so that leaving the page's tree ends them all.
   * @param {AbortSignal} _signal
   * @returns {void | Promise<void>}
   */
  start(_signal) {}

  /**
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  getPart(name) {
    return findPart(this, name);
  }

  /**
   * Put a message of the page into a part and show the part; without the message only show it.
   * @param {HTMLElement | null} target
   * @param {string} name
   * @param {MessageValues} [values]
   */
  say(target, name, values) {
    if (!target) return;
    const words = cloneMessage(this, name, values);
    if (words) target.replaceChildren(words);
    target.hidden = false;
  }
}

/**
 * @param {ParentNode} host
 * @param {string} name
 * @returns {HTMLElement | null}
 */
export function findPart(host, name) {
  return host.querySelector(`[data-part="${name}"]`);
}

/**
 * The words of a message with its place holders filled, or null when the page has no such message.
 * @param {ParentNode} host
 * @param {string} name
 * @param {MessageValues} [values]
 * @returns {DocumentFragment | null}
 */
export function cloneMessage(host, name, values = {}) {
  const template = host.querySelector(`template[data-message="${name}"]`);
  if (!(template instanceof HTMLTemplateElement)) return null;
  const words = document.importNode(template.content, true);
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.nodeValue = fillPlaces(node.nodeValue ?? "", values);
  }
  return words;
}

/**
 * @param {string} text
 * @param {MessageValues} values
 * @returns {string}
 */
function fillPlaces(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/**
 * Write values into [data-value="name"] below the host.
 * @param {ParentNode} host
 * @param {MessageValues} values
 */
export function fillValues(host, values) {
  for (const [name, value] of Object.entries(values)) {
    for (const place of host.querySelectorAll(`[data-value="${name}"]`)) {
      place.textContent = String(value);
    }
  }
}

/**
 * Move the focus to something that is not a control, without scrolling it under the header twice.
 * @param {HTMLElement | null | undefined} target
 */
export function focusOn(target) {
  if (!target) return;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus();
}

/**
 * What the page says about itself on <html>.
 * @returns {{ root: string, variant: "ja" | "easy", pageKind: string, pageKey: string }}
 */
export function pageFacts() {
  const {
    root = "./",
    variant = "ja",
    pageKind = "",
    pageKey = "",
  } = document.documentElement.dataset;
  return { root, variant: variant === "easy" ? "easy" : "ja", pageKind, pageKey };
}

/**
 * Define a custom element once, however often a module is evaluated.
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
export function defineElement(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}
