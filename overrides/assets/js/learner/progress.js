/**
 * What the events say about units, lectures and questions (pure). Nothing here is stored: it can be
 * derived again from any copy of the events, in any order of arrival.
 */
import { papersOf, scorePaper } from "./papers.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./events.js").AttemptEvent} AttemptEvent */
/** @typedef {import("./papers.js").PaperScore} PaperScore */
/** @typedef {{ code: string, title: string, url: string, lecture: string, state: "planned" | "draft" | "published" }} UnitFacts */
/** @typedef {{ code: string, title: string, url: string, units: string[], count?: number, quizzes?: string[] }} LectureFacts quizzes: codes, where it has more than its own */
/** @typedef {{ units: UnitFacts[], lectures: LectureFacts[] }} CurriculumFacts in course order */
/** @typedef {{ checkAnswered: boolean, finished: boolean, done: boolean, started: boolean, doneAt: string | null }} UnitProgress doneAt: when the later of the two came */
/** @typedef {{ planned: number, published: number, done: number, remaining: number }} UnitCounts */
/** @typedef {UnitCounts & { best: PaperScore | null, latest: PaperScore | null }} LectureProgress */
/** @typedef {{ first: AttemptEvent, latest: AttemptEvent, attempts: number, right: number, lastRightAt: string | null }} QuestionProgress */

/**
 * @param {string} unit
 * @returns {string}
 */
export const checkOf = (unit) => `check:${unit}`;

/**
 * @param {string} lecture
 * @returns {string}
 */
export const lectureQuizOf = (lecture) => `lecture:${lecture}`;

/**
 * A unit is done when its check was answered once and the hour was ended (and not reopened).
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {string} unit
 * @returns {UnitProgress}
 */
export function unitProgress(events, unit) {
  return judgeUnit(events.filter((event) => unitOf(event) === unit));
}

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {readonly { code: string }[]} units
 * @returns {Map<string, UnitProgress>} by unit code
 */
export function progressOfUnits(events, units) {
  const ofUnit = groupEvents(events, unitOf);
  return new Map(units.map(({ code }) => [code, judgeUnit(ofUnit.get(code) ?? [])]));
}

/**
 * @param {LearnerEvent[]} events all of one unit
 * @returns {UnitProgress}
 */
function judgeUnit(events) {
  const firstCheck = completeScores(events)
    .map(({ at }) => at)
    .sort()[0];
  const checkAnswered = firstCheck !== undefined;
  const ending = events.filter((event) => "unit" in event).at(-1);
  const finished = ending?.kind === "unit-finished";
  const done = checkAnswered && finished;
  const doneAt = done ? laterOf(firstCheck, ending.at) : null;
  return { checkAnswered, finished, done, started: events.length > 0, doneAt };
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {string}
 */
function laterOf(one, other) {
  return one > other ? one : other;
}

/**
 * @param {LearnerEvent} event
 * @returns {string | null} the unit whose page it happened on
 */
function unitOf(event) {
  if ("unit" in event) return event.unit;
  if ("quiz" in event)
    return event.quiz.startsWith(checkOf("")) ? event.quiz.slice(checkOf("").length) : null;
  return event.kind === "visited" && event.pageKind === "unit" ? event.key : null;
}

/**
 * One pass over the events, however many units and quizzes there are.
 * @param {readonly LearnerEvent[]} events
 * @param {(event: LearnerEvent) => string | null} keyOf
 * @returns {Map<string | null, LearnerEvent[]>}
 */
function groupEvents(events, keyOf) {
  /** @type {Map<string | null, LearnerEvent[]>} */
  const groups = new Map();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return groups;
}

/**
 * Scores of the papers that were answered to the end, in the order they were started. Papers that
 * only repeat wrong questions do not count as scores.
 * @param {LearnerEvent[]} events of one quiz; other kinds may be among them
 * @returns {PaperScore[]}
 */
export function completeScores(events) {
  return papersOf(events)
    .filter((paper) => !paper.retry)
    .map((paper) => scorePaper(events, paper))
    .filter((score) => score.complete && score.total > 0);
}

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {CurriculumFacts} curriculum
 * @param {Map<string, UnitProgress>} units
 * @returns {Map<string, LectureProgress>} by lecture code; latest: the paper begun last
 */
export function progressOfLectures(events, curriculum, units) {
  const ofQuiz = groupEvents(events, (event) => ("quiz" in event ? event.quiz : null));
  return new Map(
    curriculum.lectures.map((lecture) => {
      const scores = completeScores(ofQuiz.get(lectureQuizOf(lecture.code)) ?? []);
      const best = scores.reduce(betterScore, /** @type {PaperScore | null} */ (null));
      const counts = countUnits(curriculum.units, units, lecture);
      return [lecture.code, { ...counts, best, latest: scores.at(-1) ?? null }];
    }),
  );
}

/**
 * Gates and totals count published units.
 * @param {UnitFacts[]} units
 * @param {Map<string, UnitProgress>} progress
 * @param {LectureFacts} [lecture] of this lecture only
 * @returns {UnitCounts}
 */
export function countUnits(units, progress, lecture) {
  const own = lecture ? units.filter((unit) => lecture.units.includes(unit.code)) : units;
  const published = own.filter((unit) => unit.state === "published");
  const done = published.filter((unit) => progress.get(unit.code)?.done).length;
  return {
    planned: lecture?.count ?? own.length,
    published: published.length,
    done,
    remaining: published.length - done,
  };
}

/**
 * @param {PaperScore | null} best
 * @param {PaperScore} score
 * @returns {PaperScore}
 */
function betterScore(best, score) {
  return best && best.right / best.total >= score.right / score.total ? best : score;
}

/**
 * The first published unit in course order that is not done.
 * @param {UnitFacts[]} units
 * @param {Map<string, UnitProgress>} progress
 * @returns {UnitFacts | null}
 */
export function nextUnit(units, progress) {
  const isOpen = (/** @type {UnitFacts} */ unit) =>
    unit.state === "published" && !progress.get(unit.code)?.done;
  return units.find(isOpen) ?? null;
}

/**
 * What is known of each question at its present revision. Attempts at another revision are history
 * only; questions that are no longer asked are left out.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {Map<string, number>} revisions question id → rev
 * @returns {Map<string, QuestionProgress>}
 */
export function progressOfQuestions(events, revisions) {
  /** @type {Map<string, QuestionProgress>} */
  const progress = new Map();
  for (const event of events) {
    if (event.kind !== "attempt" || revisions.get(event.question) !== event.rev) continue;
    progress.set(event.question, withAttempt(progress.get(event.question), event));
  }
  return progress;
}

/**
 * @param {QuestionProgress | undefined} before
 * @param {AttemptEvent} attempt
 * @returns {QuestionProgress}
 */
function withAttempt(before, attempt) {
  return {
    first: before?.first ?? attempt,
    latest: attempt,
    attempts: (before?.attempts ?? 0) + 1,
    right: (before?.right ?? 0) + Number(attempt.right),
    lastRightAt: attempt.right ? attempt.at : (before?.lastRightAt ?? null),
  };
}

/**
 * Questions that the learner answered at an earlier revision and not at the present one.
 * @param {readonly LearnerEvent[]} events
 * @param {Map<string, number>} revisions
 * @returns {Set<string>}
 */
export function changedQuestions(events, revisions) {
  const current = progressOfQuestions(events, revisions);
  const changed = events.flatMap((event) => {
    if (event.kind !== "attempt" || current.has(event.question)) return [];
    return event.rev < (revisions.get(event.question) ?? 0) ? [event.question] : [];
  });
  return new Set(changed);
}
