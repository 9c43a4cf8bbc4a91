/**
 * Ask the browser to keep the record for good, at a moment when the learner has just made something worth keeping: a paper answered to
 * its end. Browsers that are never asked may clear it (Safari after seven days without a visit).
 */

export function keepFromNowOn() {
  for (const name of ["quiz-completed", "exam-ended"]) {
    document.addEventListener(name, () => askOnce(), { once: true });
  }
}

async function askOnce() {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // Not every browser has it; the backup file remains.
  }
}

keepFromNowOn();
