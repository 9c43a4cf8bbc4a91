/**
 * The events a learner leaves behind: shapes and their validation (pure). Everything shown about a
 * learner is derived from these records; records are added, never rewritten. The one exception is
 * `visited`, which has one record a page.
 */

import { isDay } from "../programme/days.js";

/**
 * @typedef {"ja" | "easy"} Variant
 * @typedef {{ id: string, at: string }} EventStamp `at` is UTC, as Date.toISOString() writes it
 * @typedef {EventStamp & { kind: "attempt", question: string, rev: number, variant: Variant, chosen: string[],
 *   sure: boolean | null, right: boolean, mode: string, quiz: string, seed: string }} AttemptEvent
 * @typedef {EventStamp & { kind: "paper-started", quiz: string, seed: string, questions: string[],
 *   retry: boolean }} PaperEvent a paper is a quiz and a seed; retry = only the wrong ones of the paper before
 * @typedef {EventStamp & { kind: "noted", quiz: string, seed: string, question: string, rev: number, chosen: string[],
 *   sure: boolean | null, flagged: boolean }} NoteEvent an answer of a paper that is judged at its end; the latest one counts
 * @typedef {EventStamp & { kind: "paper-ended", quiz: string, seed: string }} PaperEndEvent handed in: its attempts come with it
 * @typedef {EventStamp & { kind: "backup-made", events: number }} BackupEvent a file with so many events was written
 * @typedef {EventStamp & { kind: "unit-finished" | "unit-reopened", unit: string }} UnitEvent
 * @typedef {EventStamp & { kind: "visited", page: string, pageKind: string, key: string }} VisitEvent
 *   page: address below the site's root without the variant's folder
 * @typedef {{ problem: string, area: string, language: string, status: string }} Circumstances codes of the directory's lists; "" = not said
 * @typedef {EventStamp & Circumstances & { kind: "outcome-noted", service: string, outcome: string }} OutcomeEvent what became of a hand-over
 * @typedef {EventStamp & Circumstances & { kind: "gap-noted", field: string, urgency: string, hours: string, reasons: string[],
 *   note: string }} GapEvent a partner that is missing
 * @typedef {EventStamp & { kind: "partner-kept", partner: string, name: string, area: string, fields: string[], languages: string[],
 *   number: string, url: string, hours: string, note: string }} PartnerEvent a card of one's own; the latest of a partner counts
 * @typedef {EventStamp & { kind: "entry-removed", entry: string }} RemovalEvent the id of an outcome, gap or plan, or a partner
 * @typedef {EventStamp & { kind: "notices-seen", versions: string[] }} NoticesEvent id@revision of notices that the reader has met
 * @typedef {EventStamp & { kind: "plan-made", start: string, end: string, hours: number[], path: "first" | "repeat", exempt: string[],
 *   clock: string }} PlanEvent wishes for a study plan; the latest counts. hours: of Monday to Sunday; clock: HH:MM or ""
 * @typedef {AttemptEvent | PaperEvent | NoteEvent | PaperEndEvent | BackupEvent | UnitEvent | VisitEvent |
 *   OutcomeEvent | GapEvent | PartnerEvent | RemovalEvent | NoticesEvent | PlanEvent} LearnerEvent
 */

/**
 * An event before it is stamped; id and at may be given.
 * @template {LearnerEvent} T
 * @typedef {T extends LearnerEvent ? Omit<T, "id" | "at"> & Partial<EventStamp> : never} Unstamped
 */

/** @typedef {(value: unknown) => boolean} Rule */

/** @type {Rule} */
const isName = (value) => typeof value === "string" && /^[^\p{Cc}]{1,200}$/u.test(value);
/** @type {Rule} */
const isNames = (value) =>
  Array.isArray(value) && value.length > 0 && value.length <= 500 && value.every(isName);
/** @type {Rule} */
const isChoice = (value) => Array.isArray(value) && value.length <= 500 && value.every(isName);
/** Words of the learner's own, with line breaks.
 * @type {Rule} */
const isNote = (value) => typeof value === "string" && /^(?:[^\p{Cc}]|\n){0,2000}$/u.test(value);
/** @type {Rule} */
const isCode = (value) => typeof value === "string" && /^[\w/.-]{0,100}$/.test(value);
/** @type {Rule} */
const isCodes = (value) => Array.isArray(value) && value.length <= 100 && value.every(isCode);
/** @type {Rule} */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** @type {Rule} */
const isFlag = (value) => typeof value === "boolean";
/** @type {Rule} */
const isDate = (value) => typeof value === "string" && isDay(value);
/** Half hours of a day.
 * @type {Rule} */
const isHours = (value) =>
  typeof value === "number" && value >= 0 && value <= 24 && Number.isInteger(value * 2);
/** @type {Rule} */
const isMoment = (value) =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

const stamp = { id: isName, kind: isName, at: isMoment };
const circumstances = { problem: isCode, area: isCode, language: isCode, status: isCode };

/** @type {Record<string, Record<string, Rule>>} */
const shapes = {
  attempt: {
    ...stamp,
    question: isName,
    rev: (value) => isCount(value) && value !== 0,
    variant: (value) => value === "ja" || value === "easy",
    chosen: isNames,
    sure: (value) => value === null || isFlag(value),
    right: isFlag,
    mode: isName,
    quiz: isName,
    seed: isName,
  },
  "paper-started": { ...stamp, quiz: isName, seed: isName, questions: isNames, retry: isFlag },
  noted: {
    ...stamp,
    quiz: isName,
    seed: isName,
    question: isName,
    rev: (value) => isCount(value) && value !== 0,
    chosen: isChoice,
    sure: (value) => value === null || isFlag(value),
    flagged: isFlag,
  },
  "paper-ended": { ...stamp, quiz: isName, seed: isName },
  "backup-made": { ...stamp, events: isCount },
  "unit-finished": { ...stamp, unit: isName },
  "unit-reopened": { ...stamp, unit: isName },
  visited: { ...stamp, page: isName, pageKind: isName, key: isName },
  "outcome-noted": { ...stamp, ...circumstances, service: isName, outcome: isName },
  "gap-noted": {
    ...stamp,
    ...circumstances,
    ...{ field: isCode, urgency: isCode, hours: isCode, reasons: isCodes, note: isNote },
  },
  "partner-kept": {
    ...stamp,
    ...{ partner: isName, name: isName, area: isCode, fields: isCodes, languages: isCodes },
    ...{ number: isNote, url: isNote, hours: isNote, note: isNote },
  },
  "entry-removed": { ...stamp, entry: isName },
  "notices-seen": { ...stamp, versions: isNames },
  "plan-made": {
    ...stamp,
    ...{ start: isDate, end: isDate, exempt: isCodes },
    hours: (value) => Array.isArray(value) && value.length === 7 && value.every(isHours),
    path: (value) => value === "first" || value === "repeat",
    clock: (value) => typeof value === "string" && /^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(value),
  },
};

/**
 * Whether a value is an event this code knows: exactly the fields of its kind, each of its type.
 * @param {unknown} value
 * @returns {value is LearnerEvent}
 */
export function isLearnerEvent(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const record = /** @type {Record<string, unknown>} */ (value);
  const kind = String(record.kind);
  const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  if (!shape) return false;
  const names = Object.keys(record);
  return (
    names.length === Object.keys(shape).length &&
    names.every((name) => Object.hasOwn(shape, name) && shape[name]?.(record[name]))
  );
}

/**
 * In the order they happened; the id decides between events of one moment, so that every device
 * sees the same order.
 * @param {EventStamp} one
 * @param {EventStamp} other
 * @returns {number}
 */
export function compareEvents(one, other) {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

/**
 * Whether an incoming record replaces the known one of the same id: only a later visit does.
 * @param {LearnerEvent} known
 * @param {LearnerEvent} incoming
 * @returns {boolean}
 */
export function isLaterVisit(known, incoming) {
  return known.kind === "visited" && incoming.kind === "visited" && incoming.at > known.at;
}

/**
 * Give an event its id and moment, unless it has them.
 * @param {Unstamped<LearnerEvent>} event
 * @param {number} moment milliseconds since 1970
 * @returns {LearnerEvent}
 * @throws {TypeError} when it is not an event
 */
export function stampEvent(event, moment) {
  const complete = {
    ...event,
    id: event.id ?? newId(),
    at: event.at ?? new Date(moment).toISOString(),
  };
  if (!isLearnerEvent(complete)) throw new TypeError(`not an event: ${JSON.stringify(event)}`);
  return complete;
}

/** crypto.randomUUID is missing on pages that are not served securely; sixteen random bytes do. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
