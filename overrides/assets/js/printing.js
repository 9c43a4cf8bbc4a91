/**
 * Closed <details> vanish from print, so they are opened before it and closed again after it.
 * The answers of questions (.question__answers) stay closed.
 */

/** @type {HTMLDetailsElement[]} */
let opened = [];

function openFolded() {
  opened = [...document.querySelectorAll("details")].filter(
    (details) => !details.open && !details.matches(".question__answers"),
  );
  for (const details of opened) details.open = true;
}

function closeAgain() {
  for (const details of opened) details.open = false;
  opened = [];
}

window.addEventListener("beforeprint", openFolded);
window.addEventListener("afterprint", closeAgain);
