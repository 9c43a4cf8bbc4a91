/**
 * Whether somebody meets the conditions of a call (pure). What the published conditions leave open is answered
 * "unknown", never guessed.
 */
import { addDays, addYears, daysOf, isDay } from "./days.js";

/** @typedef {"yes" | "no" | "unknown"} Verdict */
/** @typedef {"national" | "local" | "commissioned" | "private" | "none" | ""} Operator "" = not said */
/** @typedef {"responder" | "adviser" | "both" | "none" | ""} Role */
/**
 * @typedef {{ operator: Operator, role: Role, employed: "yes" | "volunteer" | "", from: string, to: string, days: number | null }} Post
 *   to: "" = still there. days: working days within the window; null = not known
 * @typedef {{ start: string, operator: Operator, features: Record<string, Verdict | "">, role: Role, qualifications: string[], posts: Post[] }} Answers
 *   start: first day of the course
 * @typedef {{ current_operators: string[], features: string[], current_roles: string[], experience_operators: string[], experience_roles: string[],
 *   window_years: number, tenure_years: number, working_days: number }} Rule
 * @typedef {{ verdict: Verdict, reasons: string[] }} Finding reasons: keys of the page's messages
 * @typedef {{ verdict: Verdict, counter: Finding, role: Finding, experience: Finding, waived: boolean }} Result
 * @typedef {{ from: string, to: string, days: number | null, sure: boolean }} Period
 */

/**
 * @param {Rule} rule
 * @param {Answers} answers
 * @returns {Result}
 */
export function judge(rule, answers) {
  const waived = answers.qualifications.length > 0;
  const counter = judgeCounter(rule, answers);
  const role = judgeRole(rule, answers.role);
  const experience = waived
    ? finding("yes", "experience-waived")
    : judgeExperience(rule, answers.start, answers.posts);
  const verdict = together([counter, role, experience].map((each) => each.verdict));
  return { verdict, counter, role, experience, waived };
}

/**
 * @param {readonly Verdict[]} verdicts
 * @returns {Verdict} all of them must be met
 */
function together(verdicts) {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}

/**
 * @param {Verdict} verdict
 * @param {...string} reasons
 * @returns {Finding}
 */
function finding(verdict, ...reasons) {
  return { verdict, reasons };
}

/**
 * @param {Rule} rule
 * @param {Answers} answers
 * @returns {Finding}
 */
function judgeCounter(rule, { operator, features }) {
  if (operator !== "" && !rule.current_operators.includes(operator)) {
    return finding("no", `counter-${operator}`);
  }
  const lacking = rule.features.filter((name) => features[name] === "no");
  if (lacking.length > 0) return finding("no", ...lacking.map((name) => `lacks-${name}`));
  const open = rule.features.filter((name) => features[name] !== "yes");
  const reasons = [
    ...(operator === "" ? ["counter-open"] : []),
    ...open.map((name) => `open-${name}`),
  ];
  return reasons.length > 0 ? finding("unknown", ...reasons) : finding("yes", "counter-meets");
}

/**
 * @param {Rule} rule
 * @param {Role} role
 * @returns {Finding}
 */
function judgeRole(rule, role) {
  if (role === "") return finding("unknown", "role-open");
  return hasRole(rule.current_roles, role)
    ? finding("yes", "role-meets")
    : finding("no", "role-none");
}

/**
 * @param {readonly string[]} roles
 * @param {Role} role
 * @returns {boolean}
 */
function hasRole(roles, role) {
  return role === "both" ? roles.length > 0 : roles.includes(role);
}

/**
 * @param {Rule} rule
 * @param {string} start
 * @param {readonly Post[]} posts
 * @returns {Finding}
 */
function judgeExperience(rule, start, posts) {
  if (!isDay(start)) return finding("unknown", "start-open");
  if (posts.length === 0) return finding("no", "no-posts");
  const counted = posts.filter((post) => counts(rule, post));
  if (counted.length === 0) return finding("no", whyNoneCounts(rule, posts));
  if (
    counted.some(
      (post) => !isDay(post.from) || (post.to !== "" && (!isDay(post.to) || post.to < post.from)),
    )
  ) {
    return finding("unknown", "dates-open");
  }
  const window = { from: addYears(start, -rule.window_years), to: addDays(start, -1) };
  const periods = counted
    .map((post) => within(post, window))
    .filter((each) => each.from <= each.to);
  if (periods.length === 0) return finding("no", "outside-window");
  return judgePeriods(rule, periods);
}

/**
 * @param {Rule} rule
 * @param {Post} post
 * @returns {boolean} whether the post may count; what is not said may
 */
function counts(rule, post) {
  const operator = post.operator === "" || rule.experience_operators.includes(post.operator);
  return operator && (post.role === "" || hasRole(rule.experience_roles, post.role));
}

/**
 * @param {Rule} rule
 * @param {readonly Post[]} posts
 * @returns {string}
 */
function whyNoneCounts(rule, posts) {
  const advised = posts.some((post) => post.role === "adviser");
  return advised && !rule.experience_roles.includes("adviser") ? "adviser-only" : "no-counter";
}

/**
 * @param {Post} post
 * @param {{ from: string, to: string }} window
 * @returns {Period}
 */
function within(post, window) {
  const to = post.to === "" || post.to > window.to ? window.to : post.to;
  const from = post.from < window.from ? window.from : post.from;
  const sure = post.employed === "yes" && post.operator !== "" && post.role !== "";
  return { from, to, days: post.days, sure };
}

/**
 * @param {Rule} rule
 * @param {readonly Period[]} periods
 * @returns {Finding}
 */
function judgePeriods(rule, periods) {
  const enough = periods.filter(
    (each) => isLongEnough(rule, each) && (each.days ?? 0) >= rule.working_days,
  );
  if (enough.some((each) => each.sure)) return finding("yes", "experience-meets");
  const total = periods.reduce((sum, each) => sum + (each.days ?? 0), 0);
  const open = periods.some((each) => each.days === null);
  if (total < rule.working_days && !open) return finding("no", "days-short");
  if (!isLongTogether(rule, periods)) return finding("no", "tenure-short");
  return finding("unknown", ...whatIsOpen(rule, periods, enough.length > 0, open));
}

/**
 * @param {Rule} rule
 * @param {readonly Period[]} periods
 * @param {boolean} onePostEnough
 * @param {boolean} daysOpen
 * @returns {string[]}
 */
function whatIsOpen(rule, periods, onePostEnough, daysOpen) {
  const reasons = [];
  if (daysOpen && !onePostEnough) reasons.push("days-open");
  if (periods.some((each) => !each.sure)) reasons.push("proof-open");
  if (
    !onePostEnough &&
    periods.length > 1 &&
    !periods.some((each) => isLongEnough(rule, each) && each.days === null)
  ) {
    reasons.push("several-posts");
  }
  return reasons.length > 0 ? reasons : ["days-open"];
}

/**
 * A year is a year of the calendar: from 1 April to 31 March, leap day or not.
 * @param {Rule} rule
 * @param {Period} period
 * @returns {boolean}
 */
function isLongEnough(rule, { from, to }) {
  return addDays(addYears(from, rule.tenure_years), -1) <= to;
}

/**
 * Whether the posts last long enough when their days are added, each day once.
 * @param {Rule} rule
 * @param {readonly Period[]} periods
 * @returns {boolean}
 */
function isLongTogether(rule, periods) {
  if (periods.some((each) => isLongEnough(rule, each))) return true;
  const sorted = [...periods].sort((one, other) => (one.from < other.from ? -1 : 1));
  let total = 0;
  let end = "";
  for (const { from, to } of sorted) {
    const begin = end !== "" && from <= end ? addDays(end, 1) : from;
    total += daysOf(begin, to);
    if (to > end) end = to;
  }
  return total >= 365 * rule.tenure_years;
}
