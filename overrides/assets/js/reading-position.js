/** Where the reader is, from the boxes of the headings (pure). */

/** @typedef {{ id: string, top: number, bottom: number }} HeadingBox measured from the window's top */

/**
 * The topmost heading in view; between two headings, the one above. At the very start: none, so
 * that the twin page opens at its start as well.
 * @param {HeadingBox[]} headings in page order
 * @param {{ height: number, scrolled: number }} view
 * @returns {string | null}
 */
export function headingInView(headings, { height, scrolled }) {
  if (scrolled < 1) return null;
  const inView = headings.find((box) => box.bottom > 0 && box.top < height);
  if (inView) return inView.id;
  return headings.filter((box) => box.bottom <= 0).at(-1)?.id ?? null;
}
