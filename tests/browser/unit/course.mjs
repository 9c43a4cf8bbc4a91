/** A small course and the events of a learner in it, for the tests beside this file. */

let minute = 0;

/** Every event happens a minute after the one before it. */
function nextMoment() {
  minute += 1;
  return new Date(Date.UTC(2026, 10, 21) + minute * 60_000).toISOString();
}

export function event(kind, fields) {
  const at = nextMoment();
  return { id: `event-${at}`, at, kind, ...fields };
}

export function attempt(question, fields = {}) {
  return event("attempt", {
    question,
    rev: 1,
    variant: "ja",
    chosen: ["a"],
    sure: null,
    right: true,
    mode: "check",
    quiz: "check:A1-1",
    seed: "check:A1-1#1",
    ...fields,
  });
}

export function paper(quiz, questions, fields = {}) {
  return event("paper-started", { quiz, seed: `${quiz}#1`, questions, retry: false, ...fields });
}

/** A paper and its answers; questions maps each id to whether it was answered right. */
export function answeredPaper(quiz, questions, fields = {}) {
  const begun = paper(quiz, Object.keys(questions), fields);
  const given = Object.entries(questions).map(([question, right]) =>
    attempt(question, { right, quiz, seed: begun.seed }),
  );
  return [begun, ...given];
}

export const curriculum = {
  units: ["A1-1", "A1-2", "A1-3", "B1-1"].map((code) => ({
    code,
    title: `題 ${code}`,
    url: `../units/${code.toLowerCase()}/`,
    lecture: code.slice(0, 2),
    state: code === "B1-1" ? "planned" : "published",
  })),
  lectures: [
    { code: "A1", title: "A1", url: "../a1/", units: ["A1-1", "A1-2", "A1-3"], count: 3 },
    { code: "B1", title: "B1", url: "../b1/", units: ["B1-1"], count: 1 },
  ],
};
