/** Where a card stands beside a word (pure); all measures in px of the window. */

const edge = 8;
const distance = 6;

/**
 * Below the word, or above it where there is no room below; never over the window's side.
 * @param {{ left: number, top: number, bottom: number }} word
 * @param {{ width: number, height: number }} card
 * @param {{ width: number, height: number }} view
 * @returns {{ left: number, top: number }}
 */
export function placeBeside(word, card, view) {
  const left = Math.max(edge, Math.min(word.left, view.width - card.width - edge));
  const below = word.bottom + distance;
  const above = word.top - distance - card.height;
  const fitsBelow = below + card.height <= view.height;
  return { left, top: fitsBelow || above < 0 ? below : above };
}
