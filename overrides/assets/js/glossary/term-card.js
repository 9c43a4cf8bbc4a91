/**
 * The gloss of a marked word in a small card beside it.
 *   <a class="term" href="…/glossary/#t-x">    stays a link; its first activation shows the card
 *   <template data-term="t-x">…</template>      once a page: the card's content, with a link to the
 *                                               glossary and a [data-action="close"] button
 * The second activation of the word follows its link. Escape, a tap elsewhere and moving the focus
 * away close the card. Browsers without the popover API keep the plain link.
 */
import { placeBeside } from "./placement.js";

const cardId = "term-card";

/** @type {{ link: HTMLAnchorElement, card: HTMLElement } | null} */
let open = null;

/**
 * @param {HTMLAnchorElement} link
 * @returns {HTMLTemplateElement | null}
 */
function templateOf(link) {
  return document.querySelector(`template[data-term="${CSS.escape(link.hash.slice(1))}"]`);
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLTemplateElement} template
 */
function openCard(link, template) {
  const card = document.createElement("div");
  card.className = "term-card";
  card.id = cardId;
  card.popover = "manual";
  card.append(document.importNode(template.content, true));
  // Right behind the word, so that Tab leads into the card; never inside of a ruby.
  (link.closest("ruby") ?? link).after(card);
  card.showPopover();
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-controls", cardId);
  open = { link, card };
  placeCard();
}

/** @param {{ focusBack?: boolean }} [how] */
function closeCard({ focusBack = false } = {}) {
  if (!open) return;
  const { link, card } = open;
  open = null;
  const held = card.contains(document.activeElement);
  link.setAttribute("aria-expanded", "false");
  link.removeAttribute("aria-controls");
  if (focusBack && held) link.focus();
  card.remove();
}

function placeCard() {
  if (!open) return;
  const { link, card } = open;
  // A word that breaks has several lines: the card begins at its last one and covers none.
  const box = link.getBoundingClientRect();
  const lastLine = [...link.getClientRects()].at(-1) ?? box;
  const word = { left: lastLine.left, top: box.top, bottom: box.bottom };
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { left, top } = placeBeside(word, card.getBoundingClientRect(), { width, height });
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${top + window.scrollY}px`;
}

/** @param {MouseEvent} event */
function onClick(event) {
  const origin = event.target instanceof Element ? event.target : null;
  if (open && origin && open.card.contains(origin)) {
    onCardClick(event, origin);
    return;
  }
  const link = origin?.closest("a.term");
  const isTerm = link instanceof HTMLAnchorElement;
  if (isTerm && link === open?.link) return;
  closeCard();
  const template = isTerm && isPlain(event) ? templateOf(link) : null;
  if (!isTerm || !template) return;
  event.preventDefault();
  openCard(link, template);
}

/**
 * @param {MouseEvent} event
 * @param {Element} origin
 */
function onCardClick(event, origin) {
  if (origin.closest('[data-action="close"]')) {
    event.preventDefault();
    closeCard({ focusBack: true });
  } else if (!origin.closest("a")) {
    // The card may stand inside of a label or a summary, which a tap on it must not work.
    event.preventDefault();
  }
}

/**
 * @param {MouseEvent} event
 * @returns {boolean} false where the reader asks for a new tab or window
 */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }) {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}

/** @param {FocusEvent} event */
function onFocus({ target }) {
  if (!open || !(target instanceof Node)) return;
  if (!open.link.contains(target) && !open.card.contains(target)) closeCard();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key === "Escape") closeCard({ focusBack: true });
}

if ("popover" in HTMLElement.prototype) {
  for (const link of document.querySelectorAll("a.term")) {
    if (link instanceof HTMLAnchorElement && templateOf(link)) {
      link.setAttribute("aria-expanded", "false");
    }
  }
  document.addEventListener("click", onClick);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("keydown", onKey);
  document.addEventListener("display-settings-changed", placeCard);
  window.addEventListener("resize", placeCard);
  window.addEventListener("pagehide", () => closeCard());
}
