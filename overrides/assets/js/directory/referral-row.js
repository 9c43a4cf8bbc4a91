/**
 * One row of the finder's answer, from template[data-part="result"] of its host:
 *   [data-part="link|organisation|summary|why|number|page|visit|now|bridge|bring|documents|dates"], [data-cost], pick-button, button[data-enlarge]
 *   template[data-why="reason" | "reason:value"] with [data-value="name"]; template[data-document="code"];
 *   template[data-message="open-…" | "closed-…" | "dated" | "verified" | "bridge"]
 */
import { findPart } from "../element.js";
import { rubyNodes } from "../ruby.js";
import { answerAt } from "./hours.js";
import { isOwn } from "./own-partner.js";

/** @typedef {import("../element.js").PortalElement} PortalElement */
/** @typedef {import("../search/engine.js").RubyText} RubyText */
/** @typedef {Record<string, { name: RubyText, organisation?: RubyText, summary: RubyText }>} Texts what is shown of each service, by id */
/** @typedef {import("./referral.js").ReferralIndex & { texts: Texts }} Directory */
/** @typedef {import("./referral.js").Referral} Referral */
/** @typedef {import("./referral.js").Reason} Reason */
/** @typedef {import("./sheet.js").Context} Context */

/**
 * @param {PortalElement} host
 * @param {Directory} index
 * @param {Referral} referral
 * @param {Referral[]} all
 * @param {Context} context what the search knew
 * @returns {DocumentFragment | null}
 */
export function layRow(host, index, referral, all, context) {
  const template = host.querySelector('template[data-part="result"]');
  const { service, channel } = referral;
  const shown = index.texts[service.id];
  if (!(template instanceof HTMLTemplateElement) || !shown) return null;
  const row = document.importNode(template.content, true);
  row.querySelector("li")?.setAttribute("data-service", service.id);
  const link = findPart(row, "link");
  link?.setAttribute("href", addressOf(service.id));
  link?.replaceChildren(...rubyNodes(shown.name));
  fill(row, "organisation", shown.organisation);
  fill(row, "summary", shown.summary);
  const reasons = referral.reasons.flatMap(
    (each) => why(host, index, each, context.language) ?? [],
  );
  findPart(row, "why")?.replaceChildren(...reasons);
  showChannel(row, channel);
  const now = answerAt(index.calendar, channel.hours, new Date());
  if (now && channel.mode !== "web" && channel.mode !== "email")
    sayNow(host, findPart(row, "now"), now);
  showBridge(host, row, index, referral, all);
  showDocuments(host, row, service.documents);
  const date = service.verified ?? service.dated;
  host.say(findPart(row, "dates"), service.verified ? "verified" : "dated", { date });
  const pick = row.querySelector("pick-button");
  if (pick instanceof HTMLElement) Object.assign(pick.dataset, { service: service.id, ...context });
  return row;
}

/**
 * @param {PortalElement} host
 * @param {import("./referral.js").ReferralIndex} index
 * @param {Reason} reason
 * @param {string} language
 * @returns {HTMLElement | null}
 */
function why(host, index, { reason, value }, language) {
  const template =
    host.querySelector(`template[data-why="${reason}:${CSS.escape(value ?? "")}"]`) ??
    host.querySelector(`template[data-why="${reason}"]`);
  if (!(template instanceof HTMLTemplateElement)) return null;
  const item = document.createElement("li");
  item.append(document.importNode(template.content, true));
  const label =
    reason === "problem"
      ? index.problems.find(({ id }) => id === value)?.label
      : reason === "danger"
        ? index.dangers.find(({ id }) => id === value)?.label
        : index.languages.find(({ code }) => code === language)?.label;
  if (label) item.querySelector('[data-value="name"]')?.replaceChildren(...rubyNodes(label));
  return item;
}

/**
 * @param {PortalElement} host
 * @param {HTMLElement | null} place
 * @param {import("./hours.js").Answer} answer
 */
function sayNow(host, place, { open, until }) {
  if (until === null) return host.say(place, open ? "open-always" : "closed-always");
  const hours = Math.floor(until / 60);
  const minutes = until % 60;
  const length = hours >= 24 ? "-days" : hours > 0 ? "-hours" : "-minutes";
  host.say(place, (open ? "open" : "closed") + (open && hours >= 24 ? "-always" : length), {
    hours,
    minutes,
    days: Math.floor(hours / 24),
  });
  place?.setAttribute("data-open", String(open));
}

/**
 * Where the language is not spoken: a first door that speaks it.
 * @param {PortalElement} host
 * @param {ParentNode} row
 * @param {Directory} index
 * @param {Referral} referral
 * @param {Referral[]} all
 */
function showBridge(host, row, index, { spoken }, all) {
  if (spoken !== "no") return;
  const bridge = all.find(
    (other) => other.service.gateway && (other.spoken === "yes" || other.spoken === "interpreter"),
  );
  if (!bridge) return;
  const place = findPart(row, "bridge");
  host.say(place, "bridge");
  const link = place?.querySelector("a");
  link?.setAttribute("href", addressOf(bridge.service.id));
  link?.replaceChildren(...rubyNodes(index.texts[bridge.service.id]?.name ?? []));
}

/**
 * @param {PortalElement} host
 * @param {ParentNode} row
 * @param {string[]} documents
 */
function showDocuments(host, row, documents) {
  const place = findPart(row, "documents");
  const names = documents.flatMap((code) => {
    const template = host.querySelector(`template[data-document="${code}"]`);
    if (!(template instanceof HTMLTemplateElement)) return [];
    const item = document.createElement("li");
    item.append(document.importNode(template.content, true));
    return [item];
  });
  if (names.length === 0) findPart(row, "bring")?.remove();
  else place?.replaceChildren(...names);
}

/**
 * @param {ParentNode} row
 * @param {string} part
 * @param {RubyText} [text]
 */
function fill(row, part, text) {
  const place = findPart(row, part);
  if (text) place?.replaceChildren(...rubyNodes(text));
  else place?.remove();
}

/**
 * @param {ParentNode} row
 * @param {import("./referral.js").Channel} channel
 */
function showChannel(row, { number, url, cost }) {
  const call = findPart(row, "number");
  if (number && call) {
    call.textContent = number;
    call.setAttribute("href", `tel:${number.replaceAll("-", "").replaceAll("#", "%23")}`);
    for (const each of row.querySelectorAll("[data-cost]")) {
      each.toggleAttribute("hidden", each.getAttribute("data-cost") !== cost);
    }
  } else {
    call?.parentElement?.remove();
    row.querySelector("[data-enlarge]")?.remove();
  }
  const page = findPart(row, "page");
  if (!number && url) page?.setAttribute("href", url);
  else page?.parentElement?.remove();
  if (number || url) findPart(row, "visit")?.remove();
}

/**
 * @param {string} id organisation/service
 * @returns {string} its place on its organisation's page, which stands below this one; cards of one's own have a page together
 */
function addressOf(id) {
  if (isOwn(id)) return "partners/";
  const [organisation, service] = id.split("/");
  return `${organisation}/#${service}`;
}
