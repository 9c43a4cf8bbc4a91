/** What a reader may choose about the display, and which stored values still count (pure). */

/** @typedef {Partial<Record<"furigana" | "size" | "spacing" | "rate" | "feedback" | "answers", string>>} DisplayChoice */

export const grades = ["1", "2", "3", "4", "5", "6"];

/** The grade that is chosen with "only above a grade" before the reader picks one. */
export const firstGrade = "3";

/** Every setting with its values; a number for furigana is a school grade. */
export const settings = {
  furigana: ["off", "on", ...grades],
  size: ["m", "l", "xl"],
  spacing: ["off", "on"],
  rate: ["normal", "slow"],
  feedback: ["now", "end"],
  answers: ["off", "on"],
};

/**
 * Keep what is a choice and drop the rest: values of other versions, broken ones, other keys.
 * @param {unknown} value
 * @returns {DisplayChoice}
 */
export function soundChoice(value) {
  const given = Object(value);
  const entries = Object.entries(settings).filter(([name, values]) => values.includes(given[name]));
  return Object.fromEntries(entries.map(([name]) => [name, given[name]]));
}

/**
 * @param {string | null} text what the storage holds
 * @returns {DisplayChoice}
 */
export function readStored(text) {
  try {
    return soundChoice(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}

/**
 * Which of the three ways of furigana a value belongs to.
 * @param {string | undefined} furigana
 * @returns {"off" | "on" | "some"}
 */
export function furiganaWay(furigana) {
  if (furigana !== undefined && grades.includes(furigana)) return "some";
  return furigana === "on" ? "on" : "off";
}
