/** Script time of the ranking, key by key: node tests/bench/referral_speed.mjs INDEX.json SERVICES → {first, median, most} in ms. */
import { readFile } from "node:fs/promises";
import { refer } from "../../overrides/assets/js/directory/referral.js";

const [path = "", count = "0"] = process.argv.slice(2);
const index = JSON.parse(await readFile(path, "utf8"));
const services = Array.from({ length: Number(count) || index.services.length }, (_, number) => {
  const model = index.services[number % index.services.length];
  const copy = Math.floor(number / index.services.length);
  const names = model.names.map((name) => (copy ? `${name}${copy}` : name));
  return { ...model, id: `${model.id}${copy || ""}`, names };
});
const asked = { ...index, services };
const at = new Date("2026-11-24T19:30:00+09:00");
const keys = "給料をもらえない 群馬 ベトナム語";
const times = [...keys].map((_, place) => {
  const begin = performance.now();
  refer(asked, { text: keys.slice(0, place + 1), at }, 20);
  return performance.now() - begin;
});
const later = times.slice(1).sort((one, other) => one - other);
const rounded = (/** @type {number | undefined} */ value) => Math.round((value ?? 0) * 10) / 10;
process.stdout.write(
  JSON.stringify({
    first: rounded(times[0]),
    median: rounded(later[later.length >> 1]),
    most: rounded(later.at(-1)),
    bytes: JSON.stringify(asked).length,
  }),
);
