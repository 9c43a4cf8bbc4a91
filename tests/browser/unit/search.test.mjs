import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { search } from "../../../overrides/assets/js/search/engine.js";
import { normalise, toHiragana } from "../../../overrides/assets/js/search/normalise.js";

const documents = [
  { url: "units/a1-1/", title: "なぜ専門人材が必要か", kind: "unit", summary: "" },
  {
    url: "glossary/#t-zairyu-shikaku",
    title: "在留資格",
    kind: "term",
    summary: "",
    words: ["ビザ"],
  },
  {
    url: "directory/houterasu/",
    title: "法テラス（日本司法支援センター）",
    kind: "organisation",
    summary: "",
    words: ["法テラス", "ほうてらす"],
  },
  { url: "units/a1-2/", title: "在留資格の変更と更新", kind: "unit", summary: "" },
  { url: "units/a1-3/", title: "四つの能力", kind: "unit", summary: "" },
];
const index = {
  documents,
  postings: {
    在留: [3, 2],
    在留資格: [0, 3, 1, 20, 3, 12],
    ざいりゅうしかく: [0, 3, 1, 20, 3, 12],
    在留外国人: [0, 5],
    変更: [3, 10, 4, 1],
    更新: [3, 10],
    法テラス: [0, 1, 2, 20],
    ほうてらす: [0, 1, 2, 20],
    能力: [4, 12],
    相談: [0, 4, 2, 6, 4, 4],
    ビザ: [1, 5],
    visa: [1, 5],
    の: [0, 9, 1, 9, 2, 9, 3, 9, 4, 9],
  },
};
const urls = (query) => search(index, query).map(({ document }) => document.url);

test("在留資格 finds the term first, then the pages about it", () => {
  assert.deepEqual(urls("在留資格"), ["glossary/#t-zairyu-shikaku", "units/a1-2/", "units/a1-1/"]);
});

test("在留 finds longer words that start with it as well", () => {
  assert.deepEqual(
    new Set(urls("在留")),
    new Set(["units/a1-2/", "glossary/#t-zairyu-shikaku", "units/a1-1/"]),
  );
});

test("法テラス finds the organisation first", () => {
  assert.equal(urls("法テラス")[0], "directory/houterasu/");
  assert.equal(urls("ホウテラス")[0], "directory/houterasu/");
});

test("ざいりゅう finds what is read so", () => {
  assert.equal(urls("ざいりゅう")[0], "glossary/#t-zairyu-shikaku");
  assert.equal(urls("ザイリュウシカク")[0], "glossary/#t-zairyu-shikaku");
});

test("a sentence is cut into known words", () => {
  assert.equal(urls("在留資格の変更について")[0], "units/a1-2/");
});

test("several words must all be there; if no page has all, those with some are shown", () => {
  assert.deepEqual(urls("在留資格 更新"), ["units/a1-2/"]);
  assert.deepEqual(new Set(urls("能力 更新")), new Set(["units/a1-3/", "units/a1-2/"]));
  assert.equal(urls("能力 存在しない語")[0], "units/a1-3/");
});

test("other names count like a title", () => {
  assert.deepEqual(urls("ビザ"), ["glossary/#t-zairyu-shikaku"]);
  assert.deepEqual(urls("ＶＩＳＡ"), ["glossary/#t-zairyu-shikaku"]);
});

test("a slip of a sign still finds something like it", () => {
  assert.equal(urls("在留外人国")[0] !== undefined, true);
  assert.equal(urls("ほうてらーす")[0], "directory/houterasu/");
});

test("nothing is found for nothing, and nonsense breaks nothing", () => {
  for (const query of [
    "",
    "   ",
    "の",
    "々",
    "__proto__",
    "constructor",
    "(((",
    "\u0000",
    "𠮷".repeat(200),
  ]) {
    assert.ok(Array.isArray(search(index, query)));
  }
  assert.deepEqual(urls(""), []);
  assert.deepEqual(urls("zzzz"), []);
});

test("the limit holds and the order is the same every time", () => {
  assert.equal(search(index, "相談", 2).length, 2);
  assert.deepEqual(search(index, "相談"), search(index, "相談"));
});

test("an empty index is searched without harm", () => {
  assert.deepEqual(search({ documents: [], postings: {} }, "在留"), []);
  assert.deepEqual(search({ documents: [], postings: { 在留: [7, 1] } }, "在留"), []);
});

test("spelling is made one", () => {
  assert.equal(normalise("　ＶＩＳＡ　ｶｰﾄﾞ "), "visa カード");
  assert.equal(toHiragana("ヴィザ・カード"), "ゔぃざ・かーど");
});

test("twenty thousand terms are searched in a moment", () => {
  const postings = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, number) => [
      `語${number.toString(36)}字`,
      [number % 500, 3],
    ]),
  );
  const large = { documents: Array.from({ length: 500 }, () => documents[0]), postings };
  search(large, "語");
  const begun = performance.now();
  for (const query of ["語a", "語zzz字", "まったくない語句の並び", "語1字 語2字"])
    search(large, query);
  assert.ok(performance.now() - begun < 1000);
});

test("the command prints what the browser shows", () => {
  const folder = mkdtempSync(join(tmpdir(), "search-"));
  try {
    const path = join(folder, "ja.json");
    writeFileSync(path, JSON.stringify(index));
    const command = new URL("../../../scripts/search_engine.mjs", import.meta.url).pathname;
    const printed = execFileSync(process.execPath, [command, path, "在留資格"], {
      encoding: "utf8",
    });
    const hits = JSON.parse(printed);
    assert.deepEqual(
      hits.map(({ url }) => url),
      urls("在留資格"),
    );
    assert.deepEqual(Object.keys(hits[0]), ["url", "title", "kind", "score"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
