/**
 * A plan as a calendar file, RFC 5545 (pure): one entry a step, with an identity of its own, so that a later file moves it instead of
 * adding it a second time.
 */
import { addDays } from "../programme/days.js";

/** @typedef {{ id: string, day: string, title: string, url: string, hours: number }} CalendarEntry hours: 0 for a test that goes with a unit */

const crlf = "\r\n";

/**
 * @param {{ name: string, note: string, entries: CalendarEntry[], at: string, now: Date }} plan at: time of day at which study begins,
 *   HH:MM in Japan, or "": then the entries have no time of day. note: stands in each entry
 * @returns {string} the text of the file
 */
export function calendarOf({ name, note, entries, at, now }) {
  const stamp = momentOf(now);
  const sequence = String(Math.floor(now.getTime() / 60_000));
  const events = entries.flatMap((entry, index) => [
    "BEGIN:VEVENT",
    `UID:${entry.id.toLowerCase().replaceAll(":", "-")}@plan.support-coordinator-portal`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${escapeText(entry.title)}`,
    `DESCRIPTION:${escapeText(note)}`,
    `URL:${entry.url}`,
    ...timesOf(entry, at, hoursBefore(entries, index)),
    "END:VEVENT",
  ]);
  return (
    [
      ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//support-coordinator-portal//study plan//JA"],
      ...["CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escapeText(name)}`],
      ...events,
      "END:VCALENDAR",
    ]
      .map(foldLine)
      .join(crlf) + crlf
  );
}

/**
 * @param {CalendarEntry[]} entries
 * @param {number} index
 * @returns {number} hours of the same day that come before this entry
 */
function hoursBefore(entries, index) {
  const day = entries[index]?.day;
  const before = entries.slice(0, index).filter((entry) => entry.day === day);
  return before.reduce((sum, { hours }) => sum + hours, 0);
}

/**
 * @param {CalendarEntry} entry
 * @param {string} at
 * @param {number} before hours
 * @returns {string[]}
 */
function timesOf({ day, hours }, at, before) {
  if (!/^\d\d:\d\d$/.test(at)) {
    return [
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      "TRANSP:TRANSPARENT",
    ];
  }
  const start = Date.parse(`${day}T${at}:00+09:00`) + before * 3_600_000;
  const end = start + Math.max(hours, 1 / 3) * 3_600_000;
  return [`DTSTART:${momentOf(new Date(start))}`, `DTEND:${momentOf(new Date(end))}`];
}

/**
 * @param {string} day
 * @returns {string}
 */
function compact(day) {
  return day.replaceAll("-", "");
}

/**
 * @param {Date} moment
 * @returns {string} UTC
 */
function momentOf(moment) {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/**
 * @param {string} text
 * @returns {string}
 */
function escapeText(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/**
 * Lines of 75 octets at most; a character is never cut.
 * @param {string} line
 * @returns {string}
 */
function foldLine(line) {
  const encoder = new TextEncoder();
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += `${crlf} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
