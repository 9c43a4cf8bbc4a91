/** Records the visit of a unit's page, one record a page; imported by main.js on unit pages. */
import { pageFacts } from "../element.js";
import { learnerStore } from "./store.js";

const { root, pageKind, pageKey } = pageFacts();

/** @returns {string} the page's address below the site's root, the same for both variants */
function pageAddress() {
  const site = new URL(root, location.href).pathname;
  const address = location.pathname.slice(site.length);
  return address.replace(/^ja-easy\//, "").replace(/index\.html$/, "");
}

if (pageKey) {
  const page = pageAddress();
  const store = await learnerStore();
  await store.append({ kind: "visited", id: `visited:${page}`, page, pageKind, key: pageKey });
}
