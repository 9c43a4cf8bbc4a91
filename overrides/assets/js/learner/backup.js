/**
 * The backup file: what is written and what is accepted (pure; the digest is the platform's).
 *
 *   {"format": "support-coordinator-portal/learner", "version": 3, "exportedAt": "…Z",
 *    "sha256": "<hex over JSON.stringify(events)>" | null, "events": [...]}
 *
 * sha256 finds damaged files; it is no proof against forgery. It is null where the platform has no
 * digest (pages not served over https or from this machine).
 */
import { isLearnerEvent } from "./events.js";

/** @typedef {import("./events.js").LearnerEvent} LearnerEvent */
/** @typedef {"too-large" | "not-json" | "wrong-format" | "newer-version" | "wrong-event" | "damaged"} BackupProblem */
/** @typedef {{ ok: true, events: LearnerEvent[], exportedAt: string } | { ok: false, problem: BackupProblem }} BackupReading */

const format = "support-coordinator-portal/learner";
/** 2: outcomes, gaps and partners of one's own. 3: notices met, study plans. Files of earlier versions are read as they are. */
const version = 3;
const largestText = 32 * 1024 * 1024;
const mostEvents = 200_000;

/**
 * @param {readonly LearnerEvent[]} events
 * @param {Date} now
 * @returns {Promise<string>}
 */
export async function writeBackup(events, now) {
  const sha256 = await digest(JSON.stringify(events));
  const backup = { format, version, exportedAt: now.toISOString(), sha256, events };
  return JSON.stringify(backup);
}

/**
 * Read a file of unknown origin; nothing of it is used before all of it has been looked at.
 * @param {string} text
 * @returns {Promise<BackupReading>}
 */
export async function readBackup(text) {
  if (text.length > largestText) return refuse("too-large");
  const backup = parse(text);
  if (!backup) return refuse("not-json");
  if (backup.format !== format || !Number.isSafeInteger(backup.version))
    return refuse("wrong-format");
  if (Number(backup.version) > version) return refuse("newer-version");
  const { events, sha256, exportedAt } = backup;
  if (!Array.isArray(events) || typeof exportedAt !== "string") return refuse("wrong-format");
  if (events.length > mostEvents) return refuse("too-large");
  if (!events.every(isLearnerEvent)) return refuse("wrong-event");
  if (!(await isIntact(events, sha256))) return refuse("damaged");
  return { ok: true, events, exportedAt };
}

/**
 * @param {BackupProblem} problem
 * @returns {BackupReading}
 */
function refuse(problem) {
  return { ok: false, problem };
}

/**
 * @param {string} text
 * @returns {Record<string, unknown> | null}
 */
function parse(text) {
  try {
    const value = JSON.parse(text);
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    return isRecord && !Object.hasOwn(value, "__proto__") ? value : null;
  } catch {
    return null;
  }
}

/**
 * @param {LearnerEvent[]} events
 * @param {unknown} sha256
 * @returns {Promise<boolean>}
 */
async function isIntact(events, sha256) {
  if (sha256 === null) return true;
  const found = await digest(JSON.stringify(events));
  return found === null ? typeof sha256 === "string" : found === sha256;
}

/**
 * @param {string} text
 * @returns {Promise<string | null>}
 */
async function digest(text) {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
