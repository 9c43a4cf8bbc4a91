/** What must hold for any input: judging, drawing, papers, spacing, merging of records, reading of files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { readBackup, writeBackup } from "../../../overrides/assets/js/learner/backup.js";
import { openDatabase } from "../../../overrides/assets/js/learner/database.js";
import { compareEvents, isLearnerEvent } from "../../../overrides/assets/js/learner/events.js";
import { ladder, repetitionsOf } from "../../../overrides/assets/js/learner/schedule.js";
import { standingsBy } from "../../../overrides/assets/js/learner/standing.js";
import { LearnerStore } from "../../../overrides/assets/js/learner/store.js";
import { paperByUnit, paperOfCases } from "../../../overrides/assets/js/quiz/blueprint.js";
import { draw } from "../../../overrides/assets/js/quiz/drawing.js";
import { grade, isPassed, percentOf } from "../../../overrides/assets/js/quiz/grading.js";
import { shuffle } from "../../../overrides/assets/js/quiz/random.js";

const optionIds = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
const seeds = fc.string({ minLength: 1, maxLength: 12 });
const units = fc.constantFrom("A1-1", "A1-2", "B1-1");
const bankOf = (entry) =>
  fc.uniqueArray(fc.record(entry), { selector: ({ id }) => id, maxLength: 60 });
const names = fc.integer({ min: 0, max: 99 }).map((number) => `q-${number}`);
const bank = bankOf({ id: names, unit: units });
const moments = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
  .map((time) => new Date(time).toISOString());
const attempts = fc.record({
  id: fc.uuid(),
  at: moments,
  kind: fc.constant("attempt"),
  question: fc.integer({ min: 1, max: 5 }).map((number) => `q-a1-000${number}`),
  rev: fc.integer({ min: 1, max: 3 }),
  variant: fc.constantFrom("ja", "easy"),
  chosen: optionIds,
  sure: fc.constantFrom(true, false, null),
  right: fc.boolean(),
  mode: fc.constant("check"),
  quiz: fc.constant("check:A1-1"),
  seed: fc.constant("check:A1-1#1"),
});
const visits = fc.record({
  id: fc.constantFrom("visited:a", "visited:b"),
  at: moments,
  kind: fc.constant("visited"),
  page: fc.constant("units/a1-1/"),
  pageKind: fc.constant("unit"),
  key: fc.constant("A1-1"),
});
const logs = fc
  .uniqueArray(attempts, { selector: ({ id }) => id, maxLength: 20 })
  .chain((own) => visits.map((visit) => [...own, visit]));

test("only the key itself is right; the order counts only where it is asked for", () => {
  fc.assert(
    fc.property(optionIds, optionIds, seeds, (key, chosen, seed) => {
      const same = [...key].sort().join() === [...chosen].sort().join();
      assert.equal(grade("multi", key, chosen), same ? "right" : "wrong");
      assert.equal(grade("order", key, chosen), key.join() === chosen.join() ? "right" : "wrong");
      assert.equal(grade("multi", key, shuffle(key, seed)), "right");
      assert.equal(grade("single", key, [...chosen, "unknown"]), "unknown");
    }),
  );
});

test("who passes with some answers passes with more, and per cent never flatters", () => {
  const scores = fc
    .integer({ min: 1, max: 400 })
    .chain((total) => fc.tuple(fc.integer({ min: 0, max: total - 1 }), fc.constant(total)));
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 1000 }), ([right, total], thousandths) => {
      const pass = thousandths / 1000;
      if (isPassed(right, total, pass)) assert.ok(isPassed(right + 1, total, pass));
      assert.equal(
        isPassed(right, total, pass),
        BigInt(right) * 1000n >= BigInt(thousandths) * BigInt(total),
      );
      assert.ok(percentOf(right, total) * total <= right * 100);
      assert.ok(percentOf(total, total) === 100 && percentOf(right, total) < 100);
    }),
  );
});

test("a drawing is a part of the bank in its order, without doubles, and takes the unseen first", () => {
  fc.assert(
    fc.property(
      bank,
      fc.nat(70),
      seeds,
      fc.infiniteStream(fc.boolean()),
      (questions, count, seed, coins) => {
        const history = new Map(
          questions
            .filter(() => coins.next().value)
            .map(({ id }) => [
              id,
              { lastRightAt: coins.next().value ? "2026-01-01T00:00:00.000Z" : null },
            ]),
        );
        const drawn = draw(questions, history, count, seed);
        assert.equal(drawn.length, Math.min(count, questions.length));
        assert.deepEqual(
          drawn,
          questions.filter((question) => drawn.includes(question)),
        );
        assert.deepEqual(draw(questions, history, count, seed), drawn);
        const unseen = questions.filter(({ id }) => !history.has(id));
        const wanted = Math.min(count, unseen.length);
        assert.equal(drawn.filter(({ id }) => !history.has(id)).length, wanted);
      },
    ),
  );
});

test("papers by number: the same for everyone, each unit as asked, all of the bank in turn", () => {
  fc.assert(
    fc.property(bank, fc.integer({ min: 1, max: 3 }), seeds, (questions, each, quiz) => {
      const sizes = new Map();
      for (const { unit } of questions) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
      const rounds = Math.max(1, ...[...sizes.values()].map((size) => Math.ceil(size / each)));
      const seen = new Set();
      for (let number = 1; number <= rounds; number += 1) {
        const paper = paperByUnit(questions, each, quiz, number);
        assert.deepEqual(paperByUnit(questions, each, quiz, number), paper);
        assert.equal(new Set(paper).size, paper.length);
        for (const [unit, size] of sizes)
          assert.equal(
            paper.filter((question) => question.unit === unit).length,
            Math.min(each, size),
          );
        for (const { id } of paper) seen.add(id);
      }
      assert.equal(seen.size, questions.length);
    }),
  );
});

test("a paper of cases has whole cases only", () => {
  const parts = bankOf({
    id: names,
    unit: units,
    case: fc.constantFrom("c1", "c2", "c3", undefined),
  });
  fc.assert(
    fc.property(
      parts,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 9 }),
      (questions, count, number) => {
        const paper = paperOfCases(questions, count, "completion", number);
        const cases = new Set(paper.map((question) => question.case));
        const known = new Set(questions.map((question) => question.case).filter(Boolean));
        assert.equal(cases.size, Math.min(count, known.size));
        assert.deepEqual(
          paper,
          questions.filter((question) => cases.has(question.case) && question.case),
        );
      },
    ),
  );
});

test("what waits for repetition is what was last wrong or unsure, and never comes before its day", () => {
  fc.assert(
    fc.property(logs, (events) => {
      const ordered = [...events].sort(compareEvents);
      const revisions = new Map([
        ["q-a1-0001", 1],
        ["q-a1-0002", 2],
      ]);
      const repetitions = repetitionsOf(ordered, revisions);
      for (const { question, step, due } of repetitions) {
        const own = ordered.filter(
          (event) => event.question === question && event.rev === revisions.get(question),
        );
        assert.ok(own.some(({ right, sure }) => !right || sure === false));
        assert.ok(step < ladder.length && due > own[0].at.slice(0, 10));
      }
      for (const [question, rev] of revisions) {
        const last = ordered.findLast((event) => event.question === question && event.rev === rev);
        const isOpen = repetitions.some((repetition) => repetition.question === question);
        if (last && !last.right) assert.ok(isOpen);
      }
    }),
  );
});

test("standings count each question once, first tries and latest tries apart", () => {
  fc.assert(
    fc.property(logs, (events) => {
      const ordered = [...events].sort(compareEvents);
      const questions = [1, 2, 3].map((number) => ({
        id: `q-a1-000${number}`,
        rev: 1,
        unit: "A1-1",
        section: "s",
        item: "A",
      }));
      for (const { asked, firstRight, latestRight } of standingsBy(
        ordered,
        questions,
        ({ item }) => item,
      )) {
        assert.ok(asked <= questions.length && firstRight <= asked && latestRight <= asked);
      }
    }),
  );
});

async function storeOf(...texts) {
  const factory = new IDBFactory();
  const store = new LearnerStore({ indexedDB: () => factory });
  for (const text of texts) assert.ok((await store.importEvents(text)).ok);
  const known = [...(await store.events())];
  store.close();
  return known;
}

test("merging files: nothing lost, twice is once, and the order of the files does not matter", async () => {
  await fc.assert(
    fc.asyncProperty(logs, logs, async (one, other) => {
      const [first, second] = await Promise.all(
        [one, other].map((log) => writeBackup(log, new Date(0))),
      );
      const merged = await storeOf(first, second);
      assert.deepEqual(await storeOf(second, first, first), merged);
      const ids = new Set([...one, ...other].map(({ id }) => id));
      assert.deepEqual(new Set(merged.map(({ id }) => id)), ids);
      for (const { id, at } of merged.filter(({ kind }) => kind === "visited"))
        assert.ok([...one, ...other].every((event) => event.id !== id || event.at <= at));
    }),
    { numRuns: 40 },
  );
});

test("a file of any content is read or refused, never half taken", async () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({
        format: fc.constant("support-coordinator-portal/learner"),
        version: fc.anything(),
        exportedAt: fc.anything(),
        sha256: fc.anything(),
        events: fc.array(fc.anything()),
      })
      .map((value) => {
        try {
          return JSON.stringify(value) ?? "";
        } catch {
          return "";
        }
      }),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const reading = await readBackup(text);
      if (reading.ok) assert.ok(reading.events.every(isLearnerEvent));
      else assert.equal(typeof reading.problem, "string");
    }),
  );
});

test("records of any shape on the device are left alone and never shown", async () => {
  const strange = fc.record({
    id: fc.uuid(),
    kind: fc.anything({ withBigInt: false }),
    at: fc.string(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(strange, { selector: ({ id }) => id, maxLength: 5 }),
      logs,
      async (records, log) => {
        const factory = new IDBFactory();
        const database = await openDatabase(factory, 1);
        const writing = database.transaction("events", "readwrite");
        const kept = records.filter((record) => canBeCloned(record));
        for (const record of kept) writing.objectStore("events").put(record);
        await new Promise((resolve) => {
          writing.oncomplete = resolve;
        });
        database.close();
        const store = new LearnerStore({ indexedDB: () => factory });
        await store.importEvents(await writeBackup(log, new Date(0)));
        assert.deepEqual(
          new Set((await store.events()).map(({ id }) => id)),
          new Set(log.map(({ id }) => id)),
        );
        store.close();
        const again = await openDatabase(factory);
        const reading = again.transaction("events").objectStore("events").getAllKeys();
        await new Promise((resolve) => {
          reading.onsuccess = resolve;
        });
        again.close();
        for (const { id } of kept) assert.ok(reading.result.includes(id));
      },
    ),
    { numRuns: 40 },
  );
});

function canBeCloned(value) {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
