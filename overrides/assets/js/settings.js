/**
 * Display settings before the first paint. The only classic, blocking script:
 *   <script src="<root>assets/js/settings.js"></script> in <head>, before the style sheets.
 * Sets on <html>, one choice for both variants:
 *   data-furigana="off|on|1…6" (a number: readings stay on words above that school grade only;
 *   default: on for the plain variant, off for the standard one), data-size="m|l|xl" (default m),
 *   data-spacing="off|on" (default off), data-rate="normal|slow" (default normal),
 *   data-feedback="now|end" (default now: explanations after each answer of a quiz),
 *   data-answers="off|on" (default off: a printed page leaves the answers of its questions out)
 * and removes html.no-js. Never throws. The same values stand in display-choice.js.
 */
{
  const page = document.documentElement;
  /** @type {Record<string, unknown>} */
  let stored = {};
  try {
    stored = Object(JSON.parse(localStorage.getItem("portal-settings") ?? "{}"));
  } catch {
    // Blocked storage and broken JSON both end as "nothing stored".
  }
  /** @param {string} name @param {RegExp} sound @param {string} usual */
  const settle = (name, sound, usual) => {
    const value = stored[name];
    page.dataset[name] = typeof value === "string" && sound.test(value) ? value : usual;
  };
  settle("furigana", /^(off|on|[1-6])$/, page.dataset.variant === "easy" ? "on" : "off");
  settle("size", /^(m|l|xl)$/, "m");
  settle("spacing", /^(off|on)$/, "off");
  settle("rate", /^(normal|slow)$/, "normal");
  settle("feedback", /^(now|end)$/, "now");
  settle("answers", /^(off|on)$/, "off");
  page.classList.remove("no-js");
}
