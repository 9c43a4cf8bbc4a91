/**
 * Closed <details> vanish from print, so they are opened before it and closed again after it.
 * The answers of questions (.question__answers) stay closed unless the reader wants them printed (<html data-answers="on">).
 */

/** @type {HTMLDetailsElement[]} */
let opened = [];

function openFolded() {
  const left = document.documentElement.dataset.answers === "on" ? "" : ":not(.question__answers)";
  opened = [...document.querySelectorAll(`details:not([open])${left}`)].filter(
    (details) => details instanceof HTMLDetailsElement,
  );
  for (const details of opened) details.open = true;
}

function closeAgain() {
  for (const details of opened) details.open = false;
  opened = [];
}

window.addEventListener("beforeprint", openFolded);
window.addEventListener("afterprint", closeAgain);
