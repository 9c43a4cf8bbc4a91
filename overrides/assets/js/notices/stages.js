/** Where a notice stands on a day, and which notices are news (pure). Days are YYYY-MM-DD, in Japan. */

/** @typedef {"in-force" | "coming" | "planned" | "news"} NoticeState */

/**
 * @param {{ stage?: string | undefined, inForce?: string | undefined }} notice
 * @param {string} day
 * @returns {NoticeState} what is enacted is in force from the first moment of its day
 */
export function stateOn({ stage, inForce }, day) {
  if (stage === "news") return "news";
  if (stage !== "enacted" || !inForce) return "planned";
  return inForce <= day ? "in-force" : "coming";
}

/**
 * Whether a page should still point to a notice: what is to come, and what came or was posted not long ago.
 * @param {{ stage?: string | undefined, inForce?: string | undefined, posted?: string | undefined }} notice
 * @param {string} day
 * @param {number} days how many days count as not long
 * @returns {boolean}
 */
export function isRecent({ stage, inForce, posted }, day, days) {
  const state = stateOn({ stage, inForce }, day);
  if (state === "coming" || state === "planned") return true;
  const since = state === "in-force" ? inForce : posted;
  return since !== undefined && daysBetween(since, day) <= days;
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {number}
 */
function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * @param {readonly import("../learner/events.js").LearnerEvent[]} events
 * @returns {Set<string> | null} versions of notices that this reader has met; null: she has never looked
 */
export function seenVersions(events) {
  const looks = events.filter((event) => event.kind === "notices-seen");
  return looks.length === 0 ? null : new Set(looks.flatMap((event) => event.versions));
}
