/**
 * The portal's search on the command line, by the browser's own module (called by scripts/search).
 *
 *   node scripts/search_engine.mjs INDEX.json QUERY [--limit N]
 *
 * Prints a JSON array of {url, title, kind, score}, best first.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { search } from "../overrides/assets/js/search/engine.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: "string", default: "20" }, help: { type: "boolean", default: false } },
});
const [path, query] = positionals;

if (values.help || path === undefined || query === undefined) {
  process.stdout.write("node scripts/search_engine.mjs INDEX.json QUERY [--limit N]\n");
  process.exitCode = values.help ? 0 : 2;
} else {
  const index = JSON.parse(await readFile(path, "utf8"));
  const hits = search(index, query, Number(values.limit)).map(({ document, score }) => {
    const { url, title, kind } = document;
    return { url, title, kind, score: Math.round(score * 1000) / 1000 };
  });
  process.stdout.write(`${JSON.stringify(hits)}\n`);
}
