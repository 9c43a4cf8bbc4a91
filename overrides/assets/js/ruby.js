/** Texts of data files with their readings, as the pages show them. */

/** @typedef {import("./search/engine.js").RubyText} RubyText */

/**
 * @param {RubyText} text
 * @returns {Node[]}
 */
export function rubyNodes(text) {
  return text.map(([base, reading, level]) => {
    if (!reading) return document.createTextNode(base);
    const ruby = document.createElement("ruby");
    if (level) ruby.dataset.level = level;
    ruby.append(base, element("rp", "（"), element("rt", reading), element("rp", "）"));
    return ruby;
  });
}

/**
 * @param {string} name
 * @param {string} text
 */
function element(name, text) {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}

/**
 * The words of an element without their readings and without the names that languages have in their own script.
 * @param {Element | null} element
 * @returns {string}
 */
export function plainTextOf(element) {
  if (!element) return "";
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const reading of copy.querySelectorAll("rt, rp, bdi")) reading.remove();
  return (copy.textContent ?? "").trim();
}
