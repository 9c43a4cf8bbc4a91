/**
 * <variant-switch> around exactly one <a href> to the twin page of the other variant. On activation
 * the link gets the page's query and the id of the heading in view (ids are equal in both variants).
 * Headings are main :is(h1, h2, h3)[id].
 */
import { defineElement, PortalElement } from "./element.js";
import { headingInView } from "./reading-position.js";

export class VariantSwitch extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    // pointerdown as well: the middle button and the context menu open the link without a click.
    for (const kind of ["pointerdown", "click"]) {
      this.addEventListener(kind, () => this.#aim(), { signal });
    }
  }

  #aim() {
    const link = this.querySelector("a");
    if (!link) return;
    const id = currentHeading();
    link.search = location.search;
    link.hash = id === null ? location.hash : `#${id}`;
  }
}

/** @returns {string | null} */
function currentHeading() {
  const headings = [...document.querySelectorAll("main :is(h1, h2, h3)[id]")].map((heading) => {
    const { top, bottom } = heading.getBoundingClientRect();
    return { id: heading.id, top, bottom };
  });
  return headingInView(headings, { height: window.innerHeight, scrolled: window.scrollY });
}

defineElement("variant-switch", VariantSwitch);
