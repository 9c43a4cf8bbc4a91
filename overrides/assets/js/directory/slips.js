/**
 * What the two sides of the hand-over sheet say of a service: made at build time (data/sheets/<variant>/<organisation>.json), or here from a
 * card of one's own with the host's template[data-part="own-person | own-coordinator"].
 */
import { fillValues, findPart, pageFacts } from "../element.js";
import { readNotebook } from "../learner/notebook.js";
import { learnerStore } from "../learner/store.js";
import { isOwn } from "./own-partner.js";

/** @typedef {{ person: string, coordinator: string, discreet: boolean }} Slip HTML; discreet: being seen with it is a danger */
/** @typedef {import("../learner/events.js").PartnerEvent} PartnerEvent */

/** The field of violence and trafficking. */
const discreetField = "E2-08";

export class Slips {
  /** @type {ParentNode} */
  #host;
  /** @type {Map<string, Promise<Record<string, Slip>>>} by organisation */
  #known = new Map();

  /** @param {ParentNode} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {string} service organisation/service
   * @returns {Promise<Slip | null>} null: not there, or not to be had now
   */
  async of(service) {
    const [organisation = "", slug = ""] = service.split("/");
    try {
      if (isOwn(service)) return await this.#own(slug);
      return (await this.#of(organisation))[slug] ?? null;
    } catch {
      this.#known.delete(organisation);
      return null;
    }
  }

  /** @param {string} organisation */
  #of(organisation) {
    const known = this.#known.get(organisation);
    if (known) return known;
    const { root, variant } = pageFacts();
    const address = `${root}data/sheets/${variant}/${encodeURIComponent(organisation)}.json`;
    const slips = fetchSlips(address);
    this.#known.set(organisation, slips);
    return slips;
  }

  /**
   * @param {string} partner
   * @returns {Promise<Slip | null>}
   */
  async #own(partner) {
    const { partners } = readNotebook(await (await learnerStore()).events());
    const card = partners.find((each) => each.partner === partner);
    if (!card) return null;
    return {
      person: this.#fill("own-person", card),
      coordinator: this.#fill("own-coordinator", card),
      discreet: card.fields.includes(discreetField),
    };
  }

  /**
   * @param {string} part
   * @param {PartnerEvent} card
   * @returns {string}
   */
  #fill(part, { name, number, hours, note, languages }) {
    const filled = document.createElement("div");
    const template = this.#host.querySelector(`template[data-part="${part}"]`);
    if (template instanceof HTMLTemplateElement)
      filled.append(document.importNode(template.content, true));
    fillValues(filled, { name, number, hours, note });
    const link = filled.querySelector(".slip__number");
    link?.setAttribute("href", `tel:${number.replaceAll("-", "")}`);
    if (!number) findPart(filled, "own-reach")?.remove();
    if (!hours) findPart(filled, "own-hours")?.remove();
    findPart(filled, "own-channel")?.setAttribute("data-languages", languages.join(" "));
    return filled.innerHTML;
  }
}

/**
 * @param {string} address
 * @returns {Promise<Record<string, Slip>>}
 */
async function fetchSlips(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
