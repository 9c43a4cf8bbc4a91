/** Area and language of the last search, kept on the device as display settings are. */

export const rememberedNames = ["area", "language"];
const storageKey = "portal-referral";

/** @param {Record<string, unknown>} kept */
export function remember(kept) {
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Blocked storage: nothing is remembered.
  }
}

/** @returns {Record<string, string>} */
export function readRemembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    const pairs = rememberedNames.map((name) => [name, kept?.[name]]);
    return Object.fromEntries(pairs.filter(([, value]) => typeof value === "string" && value));
  } catch {
    return {};
  }
}
