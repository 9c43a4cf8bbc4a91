/**
 * From a problem to a partner (pure): ranks the services of the referral index for what somebody says, where she is, what she speaks,
 * her status of residence and the moment. What is not known about a service never hides it; it only comes later and is said.
 */
import { answerAt } from "./hours.js";
import { readNeed } from "./need.js";
import { lost } from "./relevance.js";

/** @typedef {import("./hours.js").Calendar} Calendar */
/** @typedef {import("../search/engine.js").RubyText} RubyText */
/** @typedef {"staff" | "phone_interpreter" | "video_interpreter" | "machine" | "bring_own" | "unknown"} Via */
/** @typedef {{ mode: string, number?: string, url?: string, cost: string, languages?: [string, Via][], hours?: string, reserve?: string }} Channel */
/** @typedef {{ id: string, names: string[], country?: string[],
 *   problems: string[], fields?: string[], gateway?: boolean, public?: boolean, authority?: boolean, urgency: string, areas?: string[], residency?: string, policy: string,
 *   include?: string[], exclude?: string[], irregular: string, cost: string, documents: string[], closed?: boolean, dated: string,
 *   verified?: string, hidden?: boolean, own?: boolean, channels: Channel[] }} Service areas: codes; left out = nationwide; own: a card of this device */
/** @typedef {{ id: string, label: RubyText, fields?: string[], terms: string[] }} ProblemTag */
/** @typedef {{ id: string, label: RubyText, services: string[], terms: string[] }} Danger */
/** @typedef {{ code: string, label: RubyText, terms: string[], prefecture?: string, bureau?: string }} Area */
/** @typedef {{ code: string, label: RubyText, terms: string[] }} Language */
/** @typedef {{ services: Service[], problems: ProblemTag[], dangers: Danger[], areas: Area[], languages: Language[], calendar: Calendar }} ReferralIndex */
/** @typedef {{ text?: string, problem?: string, field?: string, area?: string, language?: string, status?: string, free?: boolean, open?: boolean, at?: Date | null }} Question
 *   "" or left out = any; at: the moment to judge opening hours by, null = not asked */
/** @typedef {"yes" | "interpreter" | "unknown" | "no"} Spoken */
/** @typedef {{ reason: string, value?: string }} Reason danger, problem, name, field, gateway, area
 *   (municipality | prefecture | town = a town of that prefecture | bureau | nationwide), language (staff or interpreter by value), open, status-unknown, status-no, language-no, closed-now */
/** @typedef {{ service: Service, channel: Channel, score: number, reasons: Reason[], spoken: Spoken | null, open: boolean | null }} Referral */

/** How much each thing counts; what is asked for comes first, then language, place and hours. */
const weights = {
  relevance: 100,
  language: { yes: 22, interpreter: 20, unknown: 0, no: -4 },
  place: {
    municipality: 22,
    prefecture: 20,
    town: -6,
    bureau: 4,
    nationwide: 8,
    any: 0,
    elsewhere: -60,
  },
  open: 14,
  closed: -10,
  openUnknown: 0,
  statusNo: -80,
  statusUnknown: -2,
  forSome: -22,
  ownCounter: 14,
  pageOnly: -8,
  calmEmergency: -14,
  sameBody: -14,
  public: 4,
  authority: -40,
  office: 4,
  costUnknown: -4,
  urgent: 3,
  phone: 3,
  own: 30,
};

/**
 * @param {ReferralIndex} index
 * @param {Question} question
 * @param {number} [most]
 * @returns {{ referrals: Referral[], need: import("./need.js").Need }} best first
 */
export function refer(index, question, most = 50) {
  const need = readNeed(index, question);
  const isOpen = opennessAt(index.calendar, need.at);
  const found = index.services.flatMap((service) => judge(index, service, need, isOpen) ?? []);
  const order = new Map(index.services.map(({ id }, place) => [id, place]));
  const placeOfService = (/** @type {Referral} */ { service }) => order.get(service.id) ?? 0;
  const byScore = (/** @type {Referral} */ one, /** @type {Referral} */ other) =>
    other.score - one.score || placeOfService(one) - placeOfService(other);
  found.sort(byScore);
  spread(found);
  found.sort(byScore);
  if (need.area && need.dangers.length === 0) showFirstDoor(found);
  return { referrals: found.slice(0, most), need };
}

/**
 * Several services of one body are not several ways to help: from its third one on they step back.
 * @param {Referral[]} found best first
 */
function spread(found) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const referral of found) {
    const body = referral.service.id.split("/")[0] ?? "";
    const before = seen.get(body) ?? 0;
    if (before > 1 && !isDanger(referral)) referral.score += weights.sameBody * (before - 1);
    seen.set(body, before + 1);
  }
}

/** @param {Referral} referral */
const isDanger = ({ reasons }) => reasons.some(({ reason }) => reason === "danger");

/**
 * The first door of one's own area stands among the first five, whatever was asked.
 * @param {Referral[]} found best first
 */
function showFirstDoor(found) {
  const place = found.findIndex(
    ({ service, reasons }) =>
      service.gateway &&
      reasons.some(
        ({ reason, value }) =>
          reason === "area" && (value === "municipality" || value === "prefecture"),
      ),
  );
  if (place > 4) found.splice(4, 0, ...found.splice(place, 1));
}

/**
 * @param {ReferralIndex} index
 * @param {Service} service
 * @param {import("./need.js").Need} need
 * @param {Openness} isOpen
 * @returns {Referral | null} null: has nothing to do with what is asked
 */
function judge(index, service, need, isOpen) {
  const relevance = need.relevanceOf(service);
  if (!relevance) return null;
  const place = placeOf(index, service, need.area);
  if (place === "elsewhere" && relevance.share < 1.05) return null;
  if (need.free && !["free", "unknown", "varies"].includes(service.cost)) return null;
  const { channel, spoken, open } = bestChannel(service, need, isOpen);
  if (need.open && open === false) return null;
  const status = statusOf(service, need.status);
  const reasons = [...(service.own ? [{ reason: "own" }] : []), ...relevance.reasons];
  let score = weights.relevance * relevance.share + weights.place[place];
  if (place !== "any" && place !== "elsewhere") reasons.push({ reason: "area", value: place });
  if (spoken) score += weights.language[spoken];
  if (spoken === "yes" || spoken === "interpreter")
    reasons.push({ reason: "language", value: spoken });
  if (spoken === "no") reasons.push({ reason: "language-no" });
  if (need.at) score += open === null ? weights.openUnknown : open ? weights.open : weights.closed;
  if (need.at && open !== null) reasons.push({ reason: open ? "open" : "closed-now" });
  if (status === "no") score += weights.statusNo;
  if (status === "unknown") score += weights.statusUnknown;
  if (!status && service.policy === "listed") score += weights.forSome;
  if (status && status !== "yes") reasons.push({ reason: `status-${status}` });
  if (need.free && service.cost !== "free") score += weights.costUnknown;
  const isLocal = place === "municipality" || place === "prefecture";
  const isFirstDoor = relevance.reasons.some(
    ({ reason, value }) => reason === "gateway" || value === lost,
  );
  if (isFirstDoor && isLocal) score += weights.ownCounter;
  if (
    need.area &&
    place === "nationwide" &&
    service.channels.some(({ mode, number }) => mode === "visit" && !number)
  )
    score += weights.office;
  if (service.channels.every(({ mode }) => mode === "web")) score += weights.pageOnly;
  if (service.urgency === "emergency_now" && need.dangers.length === 0)
    score += weights.calmEmergency;
  if (service.public) score += weights.public;
  // Whoever has no status is told who keeps silence before being sent to those who must act.
  if (need.status === "no-status" && service.authority) score += weights.authority;
  if (service.urgency === "same_day") score += weights.urgent;
  if (channel.number) score += weights.phone;
  if (service.own) score += weights.own;
  return { service, channel, score, reasons, spoken, open };
}

/**
 * @param {ReferralIndex} index
 * @param {Service} service
 * @param {Area | null} wanted
 * @returns {keyof typeof weights.place}
 */
function placeOf(index, { areas = [], residency }, wanted) {
  if (areas.length === 0) return "nationwide";
  if (!wanted) return "any";
  if (areas.includes(wanted.code)) return wanted.prefecture ? "municipality" : "prefecture";
  if (wanted.prefecture && areas.includes(wanted.prefecture)) return "prefecture";
  const own = index.areas.filter(({ code }) => areas.includes(code));
  if (!wanted.prefecture && own.some(({ prefecture }) => prefecture === wanted.code)) return "town";
  const isNear = own.some(({ bureau, prefecture }) => bureau === wanted.bureau && !prefecture);
  return isNear && residency === "anyone" ? "bureau" : "elsewhere";
}

/**
 * The channel to use now: one that speaks the language, is open, can be dialled, and costs nothing to call.
 * @param {Service} service
 * @param {import("./need.js").Need} need
 * @param {Openness} isOpen
 * @returns {{ channel: Channel, spoken: Spoken | null, open: boolean | null }}
 */
function bestChannel({ channels }, need, isOpen) {
  const judged = channels.map((channel) => ({
    channel,
    spoken: need.language ? spokenBy(channel, need.language) : null,
    open: isOpen(channel),
  }));
  const worth = (/** @type {(typeof judged)[number]} */ { channel, spoken, open }) =>
    (spoken ? weights.language[spoken] : 0) +
    (open === null ? 0 : open ? weights.open : weights.closed) +
    (channel.number ? 6 : 0) +
    (channel.cost === "free" ? 2 : 0);
  return judged.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}

/** @typedef {(channel: Channel) => boolean | null} Openness null: not asked or not known */

/**
 * Whether somebody answers at a moment: a page or a mailbox is always there, which is no answer. Each text of hours is looked up once.
 * @param {Calendar} calendar
 * @param {Date | null} at
 * @returns {Openness}
 */
function opennessAt(calendar, at) {
  /** @type {Map<string | undefined, boolean | null>} */
  const known = new Map([[undefined, null]]);
  return ({ mode, hours }) => {
    if (!at || mode === "web" || mode === "email") return null;
    const found = known.get(hours);
    if (found !== undefined) return found;
    const open = answerAt(calendar, hours, at)?.open ?? null;
    known.set(hours, open);
    return open;
  };
}

/**
 * @param {Channel} channel
 * @param {string} language
 * @returns {Spoken}
 */
export function spokenBy({ mode, languages = [] }, language) {
  if (languages.length === 0) return "unknown";
  const via = languages.find(([code]) => code === language)?.[1];
  if (!via) return "no";
  // A page in a language is no promise that somebody speaks it.
  if (mode === "web") return "unknown";
  return via === "staff" || via === "unknown" ? "yes" : "interpreter";
}

/**
 * @param {Service} service
 * @param {string} status "" = not asked
 * @returns {"yes" | "no" | "unknown" | null}
 */
function statusOf({ policy, include = [], exclude = [], irregular }, status) {
  if (!status) return null;
  if (exclude.includes(status)) return "no";
  if (include.includes(status)) return "yes";
  if (status === "no-status") {
    if (irregular === "yes") return "yes";
    return irregular === "no" || policy === "lawful_stay" ? "no" : "unknown";
  }
  if (policy === "any" || policy === "lawful_stay") return "yes";
  return policy === "listed" ? "no" : "unknown";
}
