/** Whether a round of applications is past, open or announced (pure). Moments carry their zone: 2025-05-07T17:00+09:00. */

/**
 * @param {{ opens?: string | undefined, closes?: string | undefined }} round
 * @param {Date} now
 * @returns {"past" | "open" | "announced"} open from its first moment up to, but not at, its last; what cannot be read is past
 */
export function stateOfRound({ opens, closes }, now) {
  const begin = Date.parse(opens ?? "");
  const end = Date.parse(closes ?? "");
  if (Number.isNaN(begin) || Number.isNaN(end) || now.getTime() >= end) return "past";
  return now.getTime() >= begin ? "open" : "announced";
}
