/**
 * <page-freshness data-review-by="2027-04-01" data-in-force="2027-06-15">, both optional.
 *   [data-when="review-overdue" hidden]     shown when today (Japan) is after data-review-by
 *   [data-when="not-yet-in-force" hidden]   shown when today is before data-in-force
 */
import { bannersFor, dayInTokyo } from "./calendar.js";
import { defineElement, PortalElement } from "./element.js";

export class PageFreshness extends PortalElement {
  /** @override */
  start() {
    const { reviewBy, inForce } = this.dataset;
    for (const banner of bannersFor({ reviewBy, inForce }, dayInTokyo(new Date()))) {
      for (const place of this.querySelectorAll(`[data-when="${banner}"]`)) {
        place.removeAttribute("hidden");
      }
    }
  }
}

defineElement("page-freshness", PageFreshness);
