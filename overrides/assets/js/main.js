/**
 * Entry of the browser code: <script type="module" src="<root>assets/js/main.js"></script>.
 * What every page needs is imported at once; the rest only where its element stands on the page.
 */
import "./freshness.js";
import "./printing.js";
import "./settings-panel.js";
import "./variant-switch.js";

/** @type {Record<string, () => Promise<unknown>>} */
const modules = {
  "quiz-form": () => import("./quiz/quiz-form.js"),
  "quiz-form, exam-form, review-list": () => import("./learner/keeping.js"),
  "review-list": () => import("./learner/review-list.js"),
  "backup-panel": () => import("./learner/backup-panel.js"),
  "exam-form": () => import("./quiz/exam-form.js"),
  "unit-finish": () => import("./learner/unit-finish.js"),
  "study-plan": () => import("./learner/study-plan.js"),
  "plan-summary": () => import("./learner/plan-summary.js"),
  "progress-marks": () => import("./learner/progress-marks.js"),
  'html[data-page-kind="unit"]': () => import("./learner/visit.js"),
  "referral-finder": () => import("./directory/referral-finder.js"),
  "pick-button, sheet-tray": () =>
    Promise.all([import("./directory/pick-button.js"), import("./directory/sheet-tray.js")]),
  "big-number": () => import("./directory/big-number.js"),
  "handover-sheet": () => import("./directory/handover-sheet.js"),
  "missing-report": () => import("./directory/missing-report.js"),
  "outcome-list": () => import("./directory/outcome-list.js"),
  "my-partners": () => import("./directory/my-partners.js"),
  "quick-exit": () => import("./quick-exit.js"),
  "eligibility-check": () => import("./programme/eligibility-check.js"),
  "round-list": () => import("./programme/round-list.js"),
  "notice-board": () => import("./notices/notice-board.js"),
  "notice-marks": () => import("./notices/notice-marks.js"),
  "residence-aid": () => import("./residence/residence-aid.js"),
  "site-search": () => import("./search/site-search.js"),
  "read-aloud": () => import("./reading/read-aloud.js"),
  "report-text": () => import("./report-text.js"),
  "print-choice": () => import("./print-choice.js"),
  "transcript-notes": () => import("./reading/transcript-notes.js"),
  "template[data-term]": () => import("./glossary/term-card.js"),
};

for (const [selector, load] of Object.entries(modules)) {
  if (document.querySelector(selector)) load();
}
