/** How a learner stands by parts of the course (pure): first tries and latest tries apart, weak sections first. */
import { progressOfQuestions } from "./progress.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {{ id: string, rev: number, unit: string, section: string }} PlacedQuestion */
/** @typedef {{ key: string, asked: number, firstRight: number, latestRight: number }} Standing asked: questions answered at least once */

/**
 * @template {PlacedQuestion} T
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {readonly T[]} bank
 * @param {(question: T) => string} keyOf what to group by: item, lecture, unit, section
 * @returns {Standing[]} in the order of the bank; groups without an answer are left out
 */
export function standingsBy(events, bank, keyOf) {
  const history = progressOfQuestions(events, new Map(bank.map(({ id, rev }) => [id, rev])));
  /** @type {Map<string, Standing>} */
  const groups = new Map();
  for (const question of bank) {
    const progress = history.get(question.id);
    if (!progress) continue;
    const key = keyOf(question);
    const group = groups.get(key) ?? { key, asked: 0, firstRight: 0, latestRight: 0 };
    group.asked += 1;
    group.firstRight += Number(progress.first.right);
    group.latestRight += Number(progress.latest.right);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Sections in which something is wrong at the latest try, the largest share first.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {readonly PlacedQuestion[]} bank
 * @param {number} most
 * @returns {Standing[]} key: "A1-1#s-numbers"
 */
export function weakSections(events, bank, most) {
  const sections = standingsBy(events, bank, ({ unit, section }) => `${unit}#${section}`);
  const wrongShare = (/** @type {Standing} */ { asked, latestRight }) => 1 - latestRight / asked;
  return sections
    .filter((section) => section.latestRight < section.asked)
    .sort((one, other) => wrongShare(other) - wrongShare(one) || other.asked - one.asked)
    .slice(0, most);
}
