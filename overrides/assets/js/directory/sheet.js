/**
 * The hand-over sheet (pure): which partners were chosen for one person, and what was agreed about each. It holds no name.
 */

/** @typedef {{ problem: string, area: string, language: string, status: string }} Context codes of the search; "" = not said */
/** @typedef {{ service: string, agreed: string, caller: string, consent: string[], next: string, noted: string }} Entry
 *   service: organisation/service; next: YYYY-MM-DD or ""; noted: the outcome that was put on record, or "" */
/** @typedef {{ begun: string, context: Context, entries: Entry[] }} Sheet begun: UTC, as Date.toISOString() writes it */

const contextNames = /** @type {const} */ (["problem", "area", "language", "status"]);
const textNames = /** @type {const} */ (["agreed", "caller", "next", "noted"]);
const longest = 4000;
const most = 30;

/**
 * A sheet from storage, with whatever of it can be understood; what is damaged in it is left out.
 * @param {unknown} record
 * @returns {Sheet | null} null where there is no sheet
 */
export function readSheet(record) {
  const { begun, context, entries } = Object(record);
  if (typeof begun !== "string" || Number.isNaN(Date.parse(begun)) || !Array.isArray(entries))
    return null;
  const known = entries.filter((entry) => typeof Object(entry).service === "string");
  return {
    begun,
    context: readContext(context),
    entries: known.slice(0, most).map((entry) => ({
      ...readEntry(entry),
      service: entry.service,
    })),
  };
}

/**
 * @param {unknown} context
 * @returns {Context}
 */
function readContext(context) {
  const given = Object(context);
  const texts = contextNames.map((name) => [name, textOf(given[name])]);
  return /** @type {Context} */ (Object.fromEntries(texts));
}

/** @param {Record<string, unknown>} entry */
function readEntry(entry) {
  const [agreed = "", caller = "", next = "", noted = ""] = textNames.map((name) =>
    textOf(entry[name]),
  );
  const consent = Array.isArray(entry.consent) ? entry.consent.map(textOf).filter(Boolean) : [];
  return { agreed, caller, consent, next, noted };
}

/** @param {unknown} value */
function textOf(value) {
  return typeof value === "string" ? value.slice(0, longest) : "";
}

/**
 * @param {Sheet | null} sheet
 * @param {string} service
 * @returns {boolean}
 */
export function holdsService(sheet, service) {
  return sheet?.entries.some((entry) => entry.service === service) ?? false;
}

/**
 * A partner is put on the sheet, or taken off it. What the search knew last goes with it; what it did not say stays as it was.
 * @param {Sheet | null} sheet
 * @param {string} service
 * @param {Partial<Context>} context
 * @param {Date} now
 * @returns {Sheet | null} null when nothing is left
 */
export function toggleService(sheet, service, context, now) {
  if (holdsService(sheet, service)) return withoutService(sheet, service);
  const before = sheet ?? { begun: now.toISOString(), context: readContext({}), entries: [] };
  const said = Object.entries(context).filter(([, value]) => value);
  return {
    ...before,
    context: { ...before.context, ...Object.fromEntries(said) },
    entries: [...before.entries, { ...readEntry({}), service }].slice(0, most),
  };
}

/**
 * @param {Sheet | null} sheet
 * @param {string} service
 * @returns {Sheet | null} null when nothing is left
 */
export function withoutService(sheet, service) {
  const entries = sheet?.entries.filter((entry) => entry.service !== service) ?? [];
  return sheet && entries.length > 0 ? { ...sheet, entries } : null;
}

/**
 * @param {Sheet | null} sheet
 * @param {string} service
 * @param {Partial<Entry>} fields
 * @returns {Sheet | null}
 */
export function withFields(sheet, service, fields) {
  if (!sheet) return null;
  const entries = sheet.entries.map((entry) =>
    entry.service === service ? { ...entry, ...readEntry({ ...entry, ...fields }) } : entry,
  );
  return { ...sheet, entries };
}

/**
 * @param {Sheet | null} sheet
 * @param {Partial<Context>} context
 * @returns {Sheet | null}
 */
export function withContext(sheet, context) {
  return sheet && { ...sheet, context: readContext({ ...sheet.context, ...context }) };
}

/**
 * Whether the sheet was begun on another day: it may be about another person.
 * @param {Sheet} sheet
 * @param {Date} now
 * @param {(moment: Date) => string} dayOf
 */
export function isOfAnotherDay({ begun }, now, dayOf) {
  return dayOf(new Date(begun)) !== dayOf(now);
}
