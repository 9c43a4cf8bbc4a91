/**
 * Display settings before the first paint. The only classic, blocking script:
 *   <script src="<root>assets/js/settings.js"></script> in <head>, before the style sheets.
 * Sets html[data-furigana="on|off"] (default: on for the plain variant, off for the standard one),
 * html[data-size="m|l|xl"] (default m) and removes html.no-js. Never throws.
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
  const usual = page.dataset.variant === "easy" ? "on" : "off";
  page.dataset.furigana =
    stored.furigana === "on" || stored.furigana === "off" ? stored.furigana : usual;
  page.dataset.size = stored.size === "l" || stored.size === "xl" ? stored.size : "m";
  page.classList.remove("no-js");
}
