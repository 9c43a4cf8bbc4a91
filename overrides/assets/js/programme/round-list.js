/**
 * <round-list>: says of each round where it stands now.
 *   [data-round data-opens data-closes]           one round
 *     [data-when="past|open|announced" hidden]    its state in words
 *   [data-part="none-open" hidden]                shown when none is open or announced
 */
import { defineElement, PortalElement } from "../element.js";
import { stateOfRound } from "./rounds.js";

export class RoundList extends PortalElement {
  /** @override */
  start() {
    const now = new Date();
    let past = true;
    for (const round of this.querySelectorAll("[data-round]")) {
      if (!(round instanceof HTMLElement)) continue;
      const state = stateOfRound(round.dataset, now);
      if (state !== "past") past = false;
      for (const words of round.querySelectorAll("[data-when]")) {
        words.toggleAttribute("hidden", words.getAttribute("data-when") !== state);
      }
    }
    this.getPart("none-open")?.toggleAttribute("hidden", !past);
  }
}

defineElement("round-list", RoundList);
