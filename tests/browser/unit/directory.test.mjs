import assert from "node:assert/strict";
import { test } from "node:test";
import { filterEntries } from "../../../overrides/assets/js/directory/filtering.js";

const any = { text: "", field: "", area: "", languages: [] };
const entry = (words, fields = {}) => ({
  fields: ["E2-02"],
  areas: ["nationwide"],
  languages: ["ja", "en"],
  gateway: false,
  words,
  ...fields,
});

const entries = [
  entry("法テラス ほうてらす 弁護士", {
    fields: ["E2-01", "E2-02"],
    languages: ["ja", "en", "vi"],
  }),
  entry("労働基準監督署 ろうどうきじゅんかんとくしょ", { languages: [] }),
  entry("東京 外国人相談", { fields: [], gateway: true, areas: ["130001"] }),
  entry("千代田区 窓口", { areas: ["131016"], languages: ["ja", "vi"] }),
  entry("大阪 労働相談", { areas: ["270008"] }),
  entry("分野未確認の団体", { fields: [], areas: [], languages: [] }),
];

const places = (choice) => filterEntries(entries, { ...any, ...choice }).map(({ place }) => place);

test("without a choice every entry is there, in the order of the page", () => {
  assert.deepEqual(places({}), [0, 1, 2, 3, 4, 5]);
});

test("unknown languages do not hide an entry: it comes after the matches and is marked", () => {
  const matches = filterEntries(entries, { ...any, languages: ["vi"] });
  assert.deepEqual(matches, [
    { place: 0, languageUnknown: false },
    { place: 3, languageUnknown: false },
    { place: 1, languageUnknown: true },
    { place: 5, languageUnknown: true },
  ]);
});

test("nothing is marked unknown while no language is wanted", () => {
  assert.equal(
    filterEntries(entries, any).some(({ languageUnknown }) => languageUnknown),
    false,
  );
});

test("any of several languages is enough", () => {
  assert.deepEqual(places({ languages: ["vi", "en"] }).slice(0, 4), [0, 2, 3, 4]);
});

test("the same prefecture comes before nationwide, unknown areas last, other prefectures not at all", () => {
  assert.deepEqual(places({ area: "130001" }), [2, 3, 0, 1, 5]);
});

test("a town finds its prefecture", () => {
  assert.deepEqual(places({ area: "131016" }), [2, 3, 0, 1, 5]);
});

test("a first door is never hidden by the field and follows the exact ones", () => {
  assert.deepEqual(places({ field: "E2-01" }), [0, 2, 5]);
});

test("text is found in kanji, kana and katakana, and all words must be there", () => {
  assert.deepEqual(places({ text: "法テラス" }), [0]);
  assert.deepEqual(places({ text: "ほうてらす" }), [0]);
  assert.deepEqual(places({ text: "ロウドウキジュン" }), [1]);
  assert.deepEqual(places({ text: "労働　相談" }), [4]);
  assert.deepEqual(places({ text: "労働 弁護士" }), []);
});

test("choices narrow together", () => {
  assert.deepEqual(places({ field: "E2-02", area: "130001", languages: ["vi"] }), [3, 0, 1, 5]);
});
