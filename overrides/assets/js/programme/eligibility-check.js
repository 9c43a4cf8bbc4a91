/**
 * <eligibility-check>: answers for one person; the conditions and the papers stand on the page.
 *   script[data-part="rule"]                    the conditions as JSON
 *   form[data-part="form" hidden]               radios operator, feature-<name>, role; checkboxes qualification; input start
 *     [data-part="experience"]                  hidden while a qualification waives it
 *     [data-part="posts"]                       ← template[data-part="post"], a [data-post] each, with [data-action="remove"]
 *     [data-action="add"]
 *   [data-part="result" hidden]                 [data-part="verdict" role=status], per condition -verdict and ul -reasons
 *   [data-part="naming" hidden]                 input roman, code[data-title="…{name}"]
 *   [data-needed="experience|qualification"]    papers that only some need
 * Nothing is kept and nothing leaves the page.
 */
import { dayInTokyo } from "../calendar.js";
import { cloneMessage, defineElement, focusOn, PortalElement } from "../element.js";
import { judge } from "./eligibility.js";

const most = 8;

export class EligibilityCheck extends PortalElement {
  /** @type {import("./eligibility.js").Rule | null} */
  #rule = null;
  #made = 0;

  /**
   * @override
   * @param {AbortSignal} signal
   */
  start(signal) {
    this.#rule = JSON.parse(this.getPart("rule")?.textContent ?? "null");
    const form = this.getPart("form");
    if (!this.#rule || !(form instanceof HTMLFormElement)) return;
    form.hidden = false;
    this.getPart("naming")?.toggleAttribute("hidden", false);
    const start = this.#input("start");
    if (start && start.value === "") start.value = dayInTokyo(new Date());
    this.#add();
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("input", () => this.#show(), { signal });
    this.addEventListener("click", (event) => this.#act(event), { signal });
    this.#name();
  }

  /** @param {Event} event */
  #act(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    if (!button) return;
    if (button.getAttribute("data-action") === "add") focusOn(this.#add());
    else {
      button.closest("[data-post]")?.remove();
      focusOn(this.getPart("posts"));
    }
    this.#number();
    this.#show();
  }

  /** @returns {HTMLElement | null} the new post */
  #add() {
    const template = this.getPart("post");
    const posts = this.getPart("posts");
    if (!(template instanceof HTMLTemplateElement) || !posts) return null;
    const copy = document.importNode(template.content, true);
    this.#made += 1;
    for (const radio of copy.querySelectorAll('input[type="radio"]')) {
      radio.setAttribute("name", `${radio.getAttribute("name")}-${this.#made}`);
    }
    posts.append(copy);
    this.#number();
    const added = posts.lastElementChild;
    return added instanceof HTMLElement ? added : null;
  }

  #number() {
    const posts = [...this.querySelectorAll("[data-post]")];
    posts.forEach((post, index) => {
      const place = post.querySelector('[data-value="n"]');
      if (place) place.textContent = String(index + 1);
    });
    this.querySelector('[data-action="add"]')?.toggleAttribute("disabled", posts.length >= most);
  }

  /**
   * @param {string} name
   * @param {ParentNode} [place]
   * @returns {HTMLInputElement | null}
   */
  #input(name, place = this) {
    const found = place.querySelector(`input[name="${name}"]`);
    return found instanceof HTMLInputElement ? found : null;
  }

  /**
   * @param {string} name beginning of the name of radio buttons
   * @param {ParentNode} [place]
   * @returns {string} "" = nothing chosen
   */
  #chosen(name, place = this) {
    const found = place.querySelector(`input[name^="${name}"]:checked`);
    return found instanceof HTMLInputElement ? found.value : "";
  }

  /** @returns {import("./eligibility.js").Answers} */
  #answers() {
    const features = Object.fromEntries(
      (this.#rule?.features ?? []).map((name) => [name, this.#chosen(`feature-${name}`)]),
    );
    const qualifications = [...this.querySelectorAll('input[name="qualification"]:checked')];
    return /** @type {import("./eligibility.js").Answers} */ ({
      start: this.#input("start")?.value ?? "",
      operator: this.#chosen("operator"),
      features,
      role: this.#chosen("role"),
      qualifications: qualifications.map((each) => each.getAttribute("value") ?? ""),
      posts: [...this.querySelectorAll("[data-post]")]
        .map((post) => this.#post(post))
        .filter((post) => Object.values(post).some((value) => value !== "" && value !== null)),
    });
  }

  /** @param {Element} post */
  #post(post) {
    const days = this.#input("days", post)?.value ?? "";
    return {
      operator: this.#chosen("post-operator", post),
      role: this.#chosen("post-role", post),
      employed: this.#chosen("post-employed", post),
      from: this.#input("from", post)?.value ?? "",
      to: this.#input("to", post)?.value ?? "",
      days: days === "" ? null : Number(days),
    };
  }

  #show() {
    if (!this.#rule) return;
    const result = judge(this.#rule, this.#answers());
    this.getPart("experience")?.toggleAttribute("hidden", result.waived);
    this.getPart("result")?.toggleAttribute("hidden", false);
    const verdict = this.getPart("verdict");
    // The same words again would be read aloud at every key.
    if (verdict && this.dataset.verdict !== result.verdict) {
      this.say(verdict, `verdict-${result.verdict}`);
    }
    this.dataset.verdict = result.verdict;
    for (const name of /** @type {const} */ (["counter", "role", "experience"])) {
      this.say(this.getPart(`${name}-verdict`), result[name].verdict);
      this.getPart(`${name}-reasons`)?.replaceChildren(
        ...result[name].reasons.map((reason) => this.#reason(reason)),
      );
    }
    for (const paper of this.querySelectorAll("[data-needed]")) {
      const needed = paper.getAttribute("data-needed");
      const left = result.waived ? needed === "experience" : needed === "qualification";
      paper.toggleAttribute("hidden", left);
    }
    this.#name();
  }

  /** @param {string} reason */
  #reason(reason) {
    const item = document.createElement("li");
    item.append(cloneMessage(this, reason) ?? "");
    return item;
  }

  #name() {
    const name = this.#input("roman")?.value.trim() || "SHIMEI";
    for (const code of this.querySelectorAll("code[data-title]")) {
      code.textContent = (code.getAttribute("data-title") ?? "").replace("{name}", name);
    }
  }
}

defineElement("eligibility-check", EligibilityCheck);
