/**
 * The portal's way from a problem to a partner on the command line, by the browser's own modules (called by scripts/refer).
 *
 *   node scripts/referral_engine.mjs INDEX.json QUESTIONS.json [--limit N]
 *
 * QUESTIONS.json: an array of {text, area, language, status, at}; prints one array of results for each, best first.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { refer } from "../overrides/assets/js/directory/referral.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: "string", default: "10" } },
});
const [index, questions] = await Promise.all(
  positionals.slice(0, 2).map(async (path) => JSON.parse(await readFile(path, "utf8"))),
);
const results = questions.map(({ at, ...question }) => {
  const asked = { ...question, at: at ? new Date(`${at}:00+09:00`) : null };
  return refer(index, asked, Number(values.limit)).referrals.map(
    ({ service, channel, score, reasons }) => ({
      service: service.id,
      channel: channel.number ?? channel.url ?? channel.mode,
      why: reasons.map(({ reason, value }) => (value ? `${reason}:${value}` : reason)),
      score: Math.round(score * 10) / 10,
    }),
  );
});
process.stdout.write(`${JSON.stringify(results)}\n`);
