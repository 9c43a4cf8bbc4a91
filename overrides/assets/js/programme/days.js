/** Arithmetic of days (pure). A day is YYYY-MM-DD; nothing here knows a time of day or a zone. */

/**
 * @param {string} value
 * @returns {boolean} whether there is such a day
 */
export function isDay(value) {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

/**
 * @param {string} day
 * @param {number} count may be below nothing
 * @returns {string}
 */
export function addDays(day, count) {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + count);
  return moment.toISOString().slice(0, 10);
}

/**
 * The same day of another year; 29 February becomes 28 February where there is none.
 * @param {string} day
 * @param {number} years may be below nothing
 * @returns {string}
 */
export function addYears(day, years) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  const moment = new Date(Date.UTC(year + years, month - 1, Math.min(date, last)));
  return moment.toISOString().slice(0, 10);
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {number} days from the first to the last, both counted; 0 where the last comes before
 */
export function daysOf(from, to) {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1);
}
