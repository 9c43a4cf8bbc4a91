/**
 * The graduate's notebook (pure): outcomes of hand-overs, partners that are missing, and partners of one's own, out of the learner's events.
 */

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./events.js").OutcomeEvent} OutcomeEvent */
/** @typedef {import("./events.js").GapEvent} GapEvent */
/** @typedef {import("./events.js").PartnerEvent} PartnerEvent */

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @returns {{ outcomes: OutcomeEvent[], gaps: GapEvent[], partners: PartnerEvent[] }} outcomes and gaps newest first, partners by name
 */
export function readNotebook(events) {
  /** @type {Map<string, OutcomeEvent | GapEvent | PartnerEvent>} */
  const entries = new Map();
  for (const event of events) {
    if (event.kind === "outcome-noted" || event.kind === "gap-noted") entries.set(event.id, event);
    else if (event.kind === "partner-kept") entries.set(event.partner, event);
    else if (event.kind === "entry-removed") entries.delete(event.entry);
  }
  const left = [...entries.values()];
  return {
    outcomes: left.filter((event) => event.kind === "outcome-noted").reverse(),
    gaps: left.filter((event) => event.kind === "gap-noted").reverse(),
    partners: left
      .filter((event) => event.kind === "partner-kept")
      .sort((one, other) => one.name.localeCompare(other.name, "ja")),
  };
}

/**
 * The events that hold an entry: they are forgotten when it is removed, or when a newer card takes their place.
 * @param {readonly LearnerEvent[]} events
 * @param {string} entry
 * @returns {string[]} ids
 */
export function idsOfEntry(events, entry) {
  return events
    .filter((event) => event.id === entry || ("partner" in event && event.partner === entry))
    .map(({ id }) => id);
}

/**
 * A table as spreadsheets read it: a byte-order mark, quoted cells, CRLF. A cell that a spreadsheet would run as a formula begins with '.
 * @param {string[][]} rows
 * @returns {string}
 */
export function writeCsv(rows) {
  const lines = rows.map((row) => row.map(cell).join(","));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join("")}`;
}

/** @param {string} text */
function cell(text) {
  const safe = /^[=+\-@\t]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
