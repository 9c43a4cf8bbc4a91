/**
 * <notice-marks data-days="365">: notices that touch this page; those that are long settled are left out.
 *   [data-notice data-stage data-in-force? data-posted]   one notice
 *     [data-when="in-force|coming" hidden]                its state in words
 *   [data-part="count"]                                   how many are left
 */
import { dayInTokyo } from "../calendar.js";
import { defineElement, PortalElement } from "../element.js";
import { isRecent, stateOn } from "./stages.js";

export class NoticeMarks extends PortalElement {
  /** @override */
  start() {
    const day = dayInTokyo(new Date());
    const days = Number(this.dataset.days);
    let left = 0;
    for (const notice of this.querySelectorAll("[data-notice]")) {
      if (!(notice instanceof HTMLElement)) continue;
      const state = stateOn(notice.dataset, day);
      for (const words of notice.querySelectorAll("[data-when]")) {
        words.toggleAttribute("hidden", words.getAttribute("data-when") !== state);
      }
      notice.hidden = !isRecent(notice.dataset, day, days);
      if (!notice.hidden) left += 1;
    }
    const count = this.getPart("count");
    if (count) count.textContent = String(left);
    this.hidden = left === 0;
  }
}

defineElement("notice-marks", NoticeMarks);
