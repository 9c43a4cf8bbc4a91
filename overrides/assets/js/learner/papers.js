/**
 * Papers: which questions a learner got under which seed, and what was answered (pure).
 * A paper is told apart by its quiz and seed. `paper-started` may come again for the same seed when
 * questions have left the bank: the latest one tells which questions the paper holds.
 */

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {import("./events.js").AttemptEvent} AttemptEvent */
/** @typedef {import("./events.js").NoteEvent} NoteEvent */
/** @typedef {{ quiz: string, seed: string, questions: string[], retry: boolean, startedAt: string }} Paper */
/** @typedef {{ right: number, total: number, answered: number, complete: boolean, at: string }} PaperScore */

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {string} [quiz] only papers of this quiz; left out where all events are of one quiz
 * @returns {Paper[]} in the order they were started
 */
export function papersOf(events, quiz) {
  /** @type {Map<string, Paper>} */
  const papers = new Map();
  for (const event of events) {
    if (event.kind !== "paper-started" || (quiz ?? event.quiz) !== event.quiz) continue;
    const { seed, questions, retry, at } = event;
    const startedAt = papers.get(seed)?.startedAt ?? at;
    papers.set(seed, { quiz: event.quiz, seed, questions, retry, startedAt });
  }
  return [...papers.values()];
}

/**
 * The attempt that counts for each question of a paper: of the newest revision the first one, since
 * an answer in a paper cannot be taken back.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {{ quiz: string, seed: string }} paper
 * @returns {Map<string, AttemptEvent>}
 */
export function answersOf(events, { quiz, seed }) {
  /** @type {Map<string, AttemptEvent>} */
  const answers = new Map();
  for (const event of events) {
    if (event.kind !== "attempt" || event.quiz !== quiz || event.seed !== seed) continue;
    const known = answers.get(event.question);
    if (!known || event.rev > known.rev) answers.set(event.question, event);
  }
  return answers;
}

/**
 * What a paper that is judged at its end holds so far: the latest note of each question at its newest revision.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {{ quiz: string, seed: string }} paper
 * @returns {Map<string, NoteEvent>}
 */
export function notesOf(events, { quiz, seed }) {
  /** @type {Map<string, NoteEvent>} */
  const notes = new Map();
  for (const event of events) {
    if (event.kind !== "noted" || event.quiz !== quiz || event.seed !== seed) continue;
    const known = notes.get(event.question);
    if (!known || event.rev >= known.rev) notes.set(event.question, event);
  }
  return notes;
}

/**
 * When a paper was handed in.
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {{ quiz: string, seed: string }} paper
 * @returns {string | null}
 */
export function endOfPaper(events, { quiz, seed }) {
  const end = events.find(
    (event) => event.kind === "paper-ended" && event.quiz === quiz && event.seed === seed,
  );
  return end?.at ?? null;
}

/**
 * @param {readonly LearnerEvent[]} events in the order they happened
 * @param {Paper} paper
 * @returns {PaperScore} at: the moment of the last answer
 */
export function scorePaper(events, paper) {
  const answers = answersOf(events, paper);
  const given = paper.questions.flatMap((question) => answers.get(question) ?? []);
  return {
    right: given.filter((attempt) => attempt.right).length,
    total: paper.questions.length,
    answered: given.length,
    complete: given.length === paper.questions.length || endOfPaper(events, paper) !== null,
    at: given.reduce((latest, { at }) => (at > latest ? at : latest), paper.startedAt),
  };
}

/**
 * Seeds are readable and the same for everyone, so that a group can talk about one paper and two
 * tabs that begin at the same time begin the same paper.
 * @param {Paper[]} papers of one quiz
 * @param {string} quiz
 * @returns {string} check:A1-1#2
 */
export function nextSeed(papers, quiz) {
  const used = new Set(papers.map((paper) => paper.seed));
  let number = 1;
  while (used.has(`${quiz}#${number}`)) number += 1;
  return `${quiz}#${number}`;
}
