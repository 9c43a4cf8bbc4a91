/** Dates as the readers live them: Japan's, nine hours ahead of UTC all year (pure). */

const nineHours = 9 * 60 * 60 * 1000;

/**
 * @param {Date} now
 * @returns {string} today in Japan, YYYY-MM-DD
 */
export function dayInTokyo(now) {
  return new Date(now.getTime() + nineHours).toISOString().slice(0, 10);
}

const inWords = new Intl.DateTimeFormat("ja-JP", { dateStyle: "long", timeZone: "UTC" });

/**
 * @param {string} day YYYY-MM-DD
 * @returns {string} 2026年11月22日; what is no day stays as it is
 */
export function dayInWords(day) {
  return isDay(day) ? inWords.format(new Date(`${day}T00:00:00Z`)) : day;
}

/**
 * Which banners a page needs on a day. Dates that are missing or malformed need none.
 * @param {{ reviewBy?: string | undefined, inForce?: string | undefined }} dates
 * @param {string} day YYYY-MM-DD
 * @returns {("review-overdue" | "not-yet-in-force")[]}
 */
export function bannersFor({ reviewBy, inForce }, day) {
  /** @type {("review-overdue" | "not-yet-in-force")[]} */
  const banners = [];
  if (isDay(reviewBy) && day > reviewBy) banners.push("review-overdue");
  if (isDay(inForce) && day < inForce) banners.push("not-yet-in-force");
  return banners;
}

/**
 * @param {string | undefined} text
 * @returns {text is string}
 */
function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");
}
