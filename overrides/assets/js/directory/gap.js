/** A missing partner (pure): the report as rows of a table. Codes go in, names of the page's lists come out; no names of people anywhere. */

/** @typedef {import("../learner/events.js").GapEvent} GapEvent */
/** @typedef {{ field: string, problem: string, area: string, language: string, status: string, urgency: string, hours: string,
 *   reasons: string[], note: string }} Gap */

export const gapNames = /** @type {const} */ ([
  "field",
  "problem",
  "area",
  "language",
  "status",
  "urgency",
  "hours",
]);

/**
 * @param {Gap} gap
 * @param {(name: string, code: string) => string} labelOf what a code of a list is called on the page
 * @returns {[string, string][]} name of the row and its words, "" where nothing was said
 */
export function describeGap(gap, labelOf) {
  return [
    ...gapNames.map((name) => /** @type {[string, string]} */ ([name, labelOf(name, gap[name])])),
    ["reasons", gap.reasons.map((code) => labelOf("reasons", code)).join("・")],
    ["note", gap.note],
  ];
}

/**
 * @param {string} title
 * @param {string} day
 * @param {[string, string][]} rows name as the page calls it, words
 * @param {string} unsaid
 * @returns {string} plain text, one line a row
 */
export function writeGapText(title, day, rows, unsaid) {
  return [
    `${title}（${day}）`,
    ...rows.map(([name, words]) => `${name}: ${words || unsaid}`),
    "",
  ].join("\n");
}
