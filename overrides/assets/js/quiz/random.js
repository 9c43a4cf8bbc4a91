/** Chance that can be repeated: the same seed gives the same order everywhere (pure). */

/**
 * FNV-1a over UTF-16 units, then the finishing steps of MurmurHash3: seeds that differ in one sign
 * give unrelated numbers.
 * @param {string} text
 * @returns {number} 32 bits
 */
function hash(text) {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * @param {string} seed
 * @returns {() => number} numbers from 0 up to 1 (mulberry32)
 */
export function randomFrom(seed) {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {string} seed
 * @returns {T[]} a new order (Fisher–Yates)
 */
export function shuffle(items, seed) {
  const random = randomFrom(seed);
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = /** @type {T} */ (shuffled[last]);
    shuffled[last] = /** @type {T} */ (shuffled[other]);
    shuffled[other] = moved;
  }
  return shuffled;
}
