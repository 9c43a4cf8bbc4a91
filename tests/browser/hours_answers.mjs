/** What the browser says of opening hours: {calendar, questions: [[hours, "2026-11-24T19:30"], …]} on stdin → answers in the same order on stdout. */
import { text } from "node:stream/consumers";
import { answerAt } from "../../overrides/assets/js/directory/hours.js";

const { calendar, questions } = JSON.parse(await text(process.stdin));
const answers = questions.map(([hours, at]) =>
  answerAt(calendar, hours, new Date(`${at}:00+09:00`)),
);
process.stdout.write(JSON.stringify(answers));
