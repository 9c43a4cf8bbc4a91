/**
 * <sheet-tray hidden>: the way to the hand-over sheet, while something lies on it. [data-part="link"] ← message open {n}
 */
import { defineElement, PortalElement } from "../element.js";
import { desk } from "../learner/desk.js";

export class SheetTray extends PortalElement {
  /**
   * @override
   * @param {AbortSignal} signal
   */
  async start(signal) {
    desk().subscribe((sheet) => this.#show(sheet), signal);
    this.#show(await desk().read());
  }

  /** @param {import("./sheet.js").Sheet | null} sheet */
  #show(sheet) {
    this.hidden = !sheet;
    this.say(this.getPart("link"), "open", { n: sheet?.entries.length ?? 0 });
  }
}

defineElement("sheet-tray", SheetTray);
