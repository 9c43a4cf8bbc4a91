/** How much a service has to do with what is asked (pure). */
import { coreOf } from "./likeness.js";
import { holds, isLatin, spellAll } from "./spelling.js";

/** @typedef {import("./referral.js").Service} Service */
/** @typedef {import("./referral.js").Danger} Danger */
/** @typedef {{ share: number, reasons: import("./referral.js").Reason[] }} Relevance share: 1 = exactly this, above it a danger or the very name */

/** The tag of those who do not know whom to ask: any words that say nothing else lead there. */
export const lost = "dont-know-where-to-ask";

/** Share that a first door has for any problem, and for one that nothing else answers. */
const gatewayShare = { any: 0.25, lost: 0.9 };

/**
 * Whether a country is named as a word: タイ is not in 行きたい, インド not in インドネシア, Peru not in perusahaan.
 * @param {string} typed
 * @param {string} name
 */
function namesCountry(typed, name) {
  if (isLatin(name))
    return new RegExp(`(^|\\W)${name}(s|n|an|ian|vian|ese|i)?(\\W|$)`, "u").test(typed);
  const place = typed.indexOf(name);
  const around = `${typed[place - 1] ?? ""}${typed[place + name.length] ?? ""}`;
  return place >= 0 && !/[ァ-ヶー]/u.test(around);
}

/** What the name of a country adds to its mission. */
const countryShare = 0.3;

/**
 * @param {Service} service
 * @param {{ typed: string, words: string, dangers: Danger[], problems: Map<string, number>, field: string, status: string }} asked
 *   typed: as it was typed, NFKC in lower case; words: the same in one spelling, without place and language
 * @returns {Relevance | null}
 */
export function relevanceOf(service, { typed, words, dangers, problems, field, status }) {
  if (field && !service.fields?.includes(field) && !service.gateway) return null;
  // Nobody is sent to the mission of a country that was not named.
  const { country } = service;
  if (country && !country.some((name) => namesCountry(typed, name))) return null;
  /** @type {Relevance[]} */
  const found = [];
  for (const [place, { id, services }] of dangers.entries()) {
    const rank = services.indexOf(service.id);
    // 110, 119 and 118 answer at once, everywhere and in many languages: nothing goes before them.
    const atOnce =
      rank === 0 && service.channels.some(({ number }) => /^11[089]$/u.test(number ?? ""))
        ? 0.6
        : 0;
    if (rank >= 0)
      found.push({
        share: 3 + atOnce - place * 0.9 - rank * 0.12,
        reasons: [{ reason: "danger", value: id }],
      });
  }
  const tag = bestTag(service, problems);
  if (tag)
    found.push({
      share: tag.share + (country ? countryShare : 0),
      reasons: [{ reason: "problem", value: tag.id }],
    });
  if (words) {
    let byName = 0;
    for (const name of spellAll(service.names))
      byName = Math.max(byName, nameLikeness(words, name));
    if (byName > 0) found.push({ share: byName, reasons: [{ reason: "name" }] });
  }
  // A service made for the person's own status is worth a call whatever the problem.
  if (status && service.policy === "listed" && service.include?.includes(status)) {
    found.push({ share: 0.36, reasons: [{ reason: "status-own" }] });
  }
  if (service.gateway) {
    const isLost =
      dangers.length === 0 && Math.max(0, ...problems.values()) <= (problems.get(lost) ?? 0);
    found.push({
      share: isLost ? gatewayShare.lost : gatewayShare.any,
      reasons: [{ reason: "gateway" }],
    });
  }
  if (!words && problems.size === 0) {
    found.push({
      share: field && service.fields?.includes(field) ? 0.95 : 0.5,
      reasons: field ? [{ reason: "field", value: field }] : [],
    });
  }
  if (found.length === 0) return null;
  return found.reduce((best, one) => (one.share > best.share ? one : best));
}

/**
 * @param {Service} service
 * @param {Map<string, number>} problems
 */
function bestTag(service, problems) {
  let best = null;
  for (const [place, id] of service.problems.entries()) {
    const share = problems.get(id);
    if (share === undefined) continue;
    // What a service names first is what it is for; a first door knows a little of everything.
    const first = service.gateway && id !== lost ? 0.88 : 1;
    const own =
      first *
      share *
      (1 - 0.03 * Math.min(place, 4) - 0.01 * Math.min(service.problems.length, 10));
    if (!best || own > best.share) best = { id, share: own };
  }
  return best;
}

/**
 * @param {string} words
 * @param {string} name
 * @returns {number} above 1 where the very name was typed
 */
function nameLikeness(words, name) {
  if (words === name) return 1.5;
  const isNear = words.length > 2 && Math.abs(words.length - name.length) < 4;
  if (isNear && words[0] === name[0] && coreOf(words) === coreOf(name)) return 1.5;
  if (words.length > 1 && name.includes(words)) {
    if (words.length < 4 && isLatin(words)) return 0;
    const share = words.length / name.length;
    return name.startsWith(words) ? 0.95 + 0.4 * share : 0.7 + 0.3 * share;
  }
  return name.length > 3 && words.includes(name) && holds(words, name) ? 1.2 : 0;
}
