/** When a channel answers, by the tables of days made at build time (pure). Times are Japan's. */

/** @typedef {{ start: string, signs: string, patterns: ([number, number][] | null)[], days: Record<string, string> }} Calendar
 *   sign n of a day names pattern n: minutes of the day; null: the hours say nothing certain of that day */
/** @typedef {{ open: boolean, until: number | null }} Answer until: minutes from the moment to closing, or to opening; null: not in the coming week */

const day = 24 * 60;
const nineHours = 9 * 60;
const coming = 8;

/**
 * @param {Calendar} calendar
 * @param {string | undefined} hours
 * @param {Date} moment
 * @returns {Answer | null} null: not known
 */
export function answerAt(calendar, hours, moment) {
  const signs = hours === undefined ? undefined : calendar.days[hours];
  if (!signs) return null;
  const minutes =
    Math.floor(moment.getTime() / 60_000) + nineHours - Date.parse(calendar.start) / 60_000;
  const place = Math.floor(minutes / day);
  const patternOf = (/** @type {number} */ number) =>
    calendar.patterns[calendar.signs.indexOf(signs[number] ?? "\0")];
  const today = patternOf(place);
  if (today === undefined || today === null) return null;
  const intervals = [];
  for (let offset = -1; offset < coming; offset += 1) {
    for (const [first, last] of patternOf(place + offset) ?? []) {
      intervals.push([(place + offset) * day + first, (place + offset) * day + last]);
    }
  }
  const joined = joinTouching(intervals);
  const now = joined.find(([first = 0, last = 0]) => first <= minutes && minutes < last);
  if (now) return { open: true, until: (now[1] ?? 0) - minutes };
  const next = joined.find(([first = 0]) => first > minutes);
  return { open: false, until: next ? (next[0] ?? 0) - minutes : null };
}

/**
 * @param {number[][]} intervals in order
 * @returns {number[][]}
 */
function joinTouching(intervals) {
  /** @type {number[][]} */
  const joined = [];
  for (const [first = 0, last = 0] of intervals) {
    const before = joined.at(-1);
    if (before && first <= (before[1] ?? 0)) before[1] = Math.max(before[1] ?? 0, last);
    else joined.push([first, last]);
  }
  return joined;
}
