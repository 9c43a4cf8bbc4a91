/**
 * Partners of one's own (pure): cards kept on the device, as services that the finder ranks, and as YAML for the editors of the directory.
 */

/** @typedef {import("../learner/events.js").PartnerEvent} PartnerEvent */
/** @typedef {import("./referral.js").Service} Service */
/** @typedef {import("./referral.js").ReferralIndex} ReferralIndex */
/** @typedef {"name" | "number" | "url"} CardFault */

const numberShape = /^0\d{1,4}(-?\d{1,4}){1,3}$/u;
const ownRoom = "own/";

/**
 * What is wrong with a card before it is kept.
 * @param {{ name: string, number: string, url: string }} card
 * @returns {CardFault | null}
 */
export function faultOfCard({ name, number, url }) {
  if (!name.trim()) return "name";
  if (number && (!numberShape.test(number) || !/^\d{10,11}$/u.test(number.replaceAll("-", ""))))
    return "number";
  if (url && !/^https:\/\/[^\s/]+\.[^\s]+$/u.test(url)) return "url";
  return null;
}

/** @param {string} service */
export function isOwn(service) {
  return service.startsWith(ownRoom);
}

/**
 * A card as a service of the index: it helps with the problems of its fields; what the card does not say is not known.
 * @param {PartnerEvent} card
 * @param {ReferralIndex} index
 * @returns {Service}
 */
export function asService(card, index) {
  const problems = index.problems.filter(({ fields = [] }) =>
    fields.some((field) => card.fields.includes(field)),
  );
  return {
    id: ownRoom + card.partner,
    names: [card.name.normalize("NFKC").toLowerCase()],
    ...{ problems: problems.map(({ id }) => id), fields: card.fields, own: true },
    ...{ urgency: "days", policy: "unknown", irregular: "unknown", cost: "unknown" },
    ...(card.area ? { areas: [card.area] } : {}),
    documents: ["unknown"],
    dated: card.at.slice(0, 10),
    channels: [
      {
        mode: card.number ? "phone" : card.url ? "web" : "visit",
        ...(card.number ? { number: card.number } : {}),
        ...(card.url ? { url: card.url } : {}),
        cost: costOf(card.number),
        languages: card.languages.map((code) => [code, "staff"]),
      },
    ],
  };
}

/** @param {string} number */
function costOf(number) {
  if (/^0(120|800)/u.test(number)) return "free";
  if (number.startsWith("0570")) return "navi_dial";
  return "unknown";
}

/**
 * Cards as the directory's YAML, one document a card. What the editors must add stands in it as a comment.
 * @param {PartnerEvent[]} cards
 * @param {string[]} reminders lines that tell the editors what to add
 * @param {(fields: string[]) => string} problemOf first problem tag of the fields
 * @returns {string}
 */
export function writeYaml(cards, reminders, problemOf) {
  return cards.map((card) => yamlOf(card, reminders, problemOf)).join("---\n");
}

/**
 * @param {PartnerEvent} card
 * @param {string[]} reminders
 * @param {(fields: string[]) => string} problemOf
 */
function yamlOf(card, reminders, problemOf) {
  const slug = `own-${card.partner.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "")}`;
  const name = quoted(card.name);
  const text = `{ja: ${quoted(card.note || card.name)}, easy: ${quoted(card.note || card.name)}}`;
  const day = card.at.slice(0, 10);
  const reach = card.number ? "phone" : card.url ? "web" : "visit";
  const languages = card.languages.map((code) => `{code: ${code}, via: unknown}`).join(", ");
  const scope = !card.area
    ? "nationwide"
    : card.area.slice(2, 5) === "000"
      ? "prefectures"
      : "municipalities";
  return [
    ...reminders.map((line) => `# ${line}`),
    `slug: ${slug}`,
    `name: {ja: ${name}, easy: ${name}}`,
    `kana: ${quoted("かな")}`,
    `name_en: ${name}`,
    "kind: other",
    `description: ${text}`,
    ...(card.url ? [`website: ${quoted(card.url)}`] : []),
    "services:",
    `  - slug: ${slug}`,
    `    name: {ja: ${name}, easy: ${name}}`,
    `    kana: ${quoted("かな")}`,
    `    name_en: ${name}`,
    `    summary: ${text}`,
    "    status: active",
    `    fields: [${card.fields.join(", ")}]`,
    `    problems: [${problemOf(card.fields)}]`,
    `    gateway: ${card.fields.length === 0}`,
    "    urgency: days",
    "    channels:",
    `      - mode: ${reach}`,
    ...(card.number ? [`        number: ${quoted(card.number)}`] : []),
    ...(card.url && !card.number ? [`        url: ${quoted(card.url)}`] : []),
    `        call_cost: ${card.number ? costOf(card.number) : "unknown"}`,
    `        languages: [${languages}]`,
    "        hours: unknown",
    ...(card.hours
      ? [`        hours_note: {ja: ${quoted(card.hours)}, easy: ${quoted(card.hours)}}`]
      : []),
    `    area: {scope: ${scope}, codes: [${card.area ? quoted(card.area) : ""}], residency: unknown}`,
    "    eligibility: {policy: unknown}",
    "    cost: {service: unknown}",
    "    documents: [unknown]",
    `    intake: {how: [${card.number ? "call" : card.url ? "web" : "walk_in"}], by: [client, coordinator]}`,
    "    source_dated: 不明",
    "    confidence: medium",
    `    review_by: ${day}`,
    "    sources:",
    ...(card.url
      ? [`      - {title: ${name}, publisher: ${name}, url: ${quoted(card.url)}}`]
      : ["      []"]),
    "",
  ].join("\n");
}

/** @param {string} text */
function quoted(text) {
  return JSON.stringify(text);
}
