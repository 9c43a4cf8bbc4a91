/** What a residence card says, and which rules hold for it (pure). Days are YYYY-MM-DD in Japan. */

/**
 * @typedef {object} Card
 * @property {string} status
 * @property {string} work what the status allows: free, own, designated, none
 * @property {string} permission for other activities: granted, not-granted, "" = not known
 * @property {string} period of the last day of stay: over, near, later, "" = not known
 */

/**
 * @typedef {object} Condition empty parts hold always
 * @property {string[]} statuses
 * @property {string[]} work
 * @property {string} permission
 * @property {string[]} period
 */

/**
 * A rule on the permission is shown while the permission is not known: its words say for whom it holds. One on the period waits for a day.
 * @param {Condition} when
 * @param {Card} card
 * @returns {boolean}
 */
export function ruleHolds(when, card) {
  return (
    (when.statuses.length === 0 || when.statuses.includes(card.status)) &&
    (when.work.length === 0 || when.work.includes(card.work)) &&
    (when.permission === "" || card.permission === "" || when.permission === card.permission) &&
    (when.period.length === 0 || when.period.includes(card.period))
  );
}

/**
 * The day some months before another; the last of the month where that month is too short.
 * @param {string} day
 * @param {number} months
 * @returns {string}
 */
export function monthsBefore(day, months) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}

/**
 * Where today stands to the last day of stay. The last day itself still belongs to the stay.
 * @param {string} lastDay "" where it is not known
 * @param {string} today
 * @param {number} renewalMonths how many months before a renewal may be filed
 * @returns {"over" | "near" | "later" | ""}
 */
export function periodOf(lastDay, today, renewalMonths) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(lastDay)) return "";
  if (today > lastDay) return "over";
  return today >= monthsBefore(lastDay, renewalMonths) ? "near" : "later";
}
