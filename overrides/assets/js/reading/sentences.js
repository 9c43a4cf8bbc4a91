/** Cutting a paragraph into pieces that a speech engine takes (pure). */

/** Engines cut long pieces off; a sentence of the portal has 60 characters at most. */
const longest = 120;

/**
 * Sentences of a text, those too long cut at commas, then anywhere. White space is one space.
 * @param {string} text
 * @param {number} [most] characters a piece
 * @returns {string[]} none empty; together they are the text
 */
export function splitSentences(text, most = longest) {
  const running = text.replace(/\s+/g, " ").trim();
  const sentences = running.match(/[^。！？!?]*[。！？!?]+[」』）)]*|[^。！？!?]+/g) ?? [];
  return sentences.flatMap((sentence) => shorten(sentence, most)).filter((piece) => piece.trim());
}

/**
 * @param {string} sentence
 * @param {number} most
 * @returns {string[]}
 */
function shorten(sentence, most) {
  if (sentence.length <= most) return [sentence];
  const head = sentence.slice(0, most);
  const comma = Math.max(head.lastIndexOf("、"), head.lastIndexOf("，"), head.lastIndexOf(" "));
  const end = comma < 0 ? most : comma + 1;
  return [sentence.slice(0, end), ...shorten(sentence.slice(end), most)];
}
