import assert from "node:assert/strict";
import { test } from "node:test";
import { readNeed } from "../../../overrides/assets/js/directory/need.js";
import { refer, spokenBy } from "../../../overrides/assets/js/directory/referral.js";

const phone = (number, languages, fields = {}) => ({
  ...{ mode: "phone", number, cost: "free", languages: languages.map((code) => [code, "staff"]) },
  ...fields,
});
const service = (id, fields) => ({
  ...{ id, names: [id], problems: [], urgency: "routine", policy: "any", irregular: "unknown" },
  ...{
    cost: "free",
    documents: ["none"],
    dated: "2025",
    channels: [phone("0120-000-000", ["ja"])],
  },
  ...fields,
});
const text = (label) => [[label]];
const tag = (id, terms) => ({ id, label: text(id), terms });
const index = {
  calendar: {
    start: "2026-11-20",
    signs: "AB",
    patterns: [[[540, 1020]], []],
    days: { office: "AAA" },
  },
  areas: [
    {
      code: "100005",
      label: text("群馬県"),
      terms: ["群馬県", "ぐんまけん", "gunma"],
      bureau: "tokyo",
    },
    {
      code: "102024",
      label: text("高崎市"),
      terms: ["高崎市"],
      prefecture: "100005",
      bureau: "tokyo",
    },
    { code: "110001", label: text("埼玉県"), terms: ["埼玉県", "saitama"], bureau: "tokyo" },
    { code: "270008", label: text("大阪府"), terms: ["大阪府"], bureau: "osaka" },
  ],
  languages: [
    { code: "vi", label: text("ベトナム語"), terms: ["ベトナム語", "vietnamese", "tiếng việt"] },
    { code: "th", label: text("タイ語"), terms: ["タイ語", "thai"] },
  ],
  problems: [
    tag("unpaid-wages", [
      "給料がもらえない",
      "きゅうりょうがもらえない",
      "給料",
      "nợ lương",
      "unpaid wages",
      "no me pagan",
    ]),
    tag("pregnancy", ["妊娠", "mang thai", "pregnant"]),
    tag("dismissal", ["解雇", "fired", "sa thải"]),
    tag("dont-know-where-to-ask", ["分からない", "わからない", "困っている", "help"]),
    tag("tax", ["確定申告", "税金"]),
  ],
  dangers: [
    {
      id: "danger-suicide",
      label: text("死にたい"),
      terms: ["死にたい", "しにたい", "muốn chết", "suicide"],
      services: ["life/line", "talk/line"],
    },
    {
      id: "danger-medical",
      label: text("救急"),
      terms: ["救急車", "きゅうきゅうしゃ"],
      services: ["fire/119"],
    },
    { id: "danger-fire", label: text("火事"), terms: ["fire"], services: ["fire/119"] },
  ],
  services: [
    service("work/line", {
      problems: ["unpaid-wages"],
      channels: [
        phone("0570-001-001", ["en"], { hours: "office" }),
        phone("0570-001-006", ["vi"], { hours: "office" }),
      ],
    }),
    service("work/office", {
      problems: ["unpaid-wages", "dismissal"],
      channels: [{ mode: "visit", cost: "free", languages: [["ja", "staff"]] }],
    }),
    service("work/quiet", { problems: ["unpaid-wages"], channels: [phone("03-0000-0000", [])] }),
    service("tax/office", { problems: ["tax"] }),
    service("birth/line", { problems: ["pregnancy"] }),
    service("gunma/door", {
      gateway: true,
      problems: ["dont-know-where-to-ask"],
      areas: ["100005"],
      channels: [phone("027-000-0000", ["vi"])],
    }),
    service("takasaki/door", {
      gateway: true,
      problems: ["dont-know-where-to-ask"],
      areas: ["102024"],
    }),
    service("saitama/door", {
      gateway: true,
      problems: ["dont-know-where-to-ask"],
      areas: ["110001"],
      residency: "anyone",
    }),
    service("osaka/door", {
      gateway: true,
      problems: ["dont-know-where-to-ask"],
      areas: ["270008"],
      residency: "anyone",
    }),
    service("life/line", { urgency: "emergency_now" }),
    service("talk/line", { urgency: "emergency_now", channels: [phone("0120-279-338", ["vi"])] }),
    service("fire/119", { urgency: "emergency_now", channels: [phone("119", ["ja"])] }),
    service("trainees/line", {
      problems: ["unpaid-wages"],
      policy: "listed",
      include: ["technical-intern-training"],
      channels: [phone("0120-250-168", ["vi"])],
    }),
    service("isa/office", {
      problems: ["pregnancy", "unpaid-wages"],
      authority: true,
      channels: [phone("0570-013-904", ["vi"])],
    }),
  ],
};
const ids = (question, most) =>
  refer(index, question, most).referrals.map(({ service }) => service.id);

test("a problem in the person's words leads to those who deal with it, in any script and without accents", () => {
  for (const words of [
    "給料をもらえない",
    "給料もらえません",
    "きゅうりょうをもらえない",
    "nợ lương",
    "no luong",
    "NO ME PAGAN",
  ]) {
    assert.equal(ids({ text: words, language: "vi" })[0], "work/line", words);
  }
});

test("the channel is the one that speaks the language", () => {
  const [first] = refer(index, { text: "給料", language: "vi" }).referrals;
  assert.equal(first.channel.number, "0570-001-006");
  assert.equal(first.spoken, "yes");
});

test("what is not known hides nothing and comes after what is known to fit", () => {
  const found = ids({ text: "給料", language: "vi" });
  assert.ok(found.includes("work/quiet"));
  assert.ok(found.indexOf("work/line") < found.indexOf("work/quiet"));
  assert.ok(found.includes("work/office"));
});

test("place and language may be typed with the problem", () => {
  const { need } = refer(index, { text: "給料 群馬 ベトナム語" });
  assert.deepEqual([need.area.code, need.language], ["100005", "vi"]);
  assert.equal(readNeed(index, { text: "saitama vietnamese" }).area.code, "110001");
});

test("what is chosen goes before what is typed", () => {
  const { need } = refer(index, { text: "給料 群馬", area: "110001", language: "th" });
  assert.deepEqual([need.area.code, need.language], ["110001", "th"]);
});

test("a word of another language is no name of one: mang thai is pregnant", () => {
  const { need } = refer(index, { text: "mang thai" });
  assert.equal(need.language, "");
  assert.equal(ids({ text: "mang thai" })[0], "birth/line");
});

test("words of danger bring their lines first, those that speak the language before others", () => {
  assert.deepEqual(ids({ text: "死にたい" }).slice(0, 2), ["life/line", "talk/line"]);
  assert.equal(ids({ text: "muốn chết", language: "vi" })[0], "talk/line");
  assert.equal(ids({ text: "きゅきゅしゃ よんで" })[0], "fire/119");
  assert.equal(refer(index, { text: "I got fired" }).need.dangers.length, 0);
  assert.equal(refer(index, { text: "そうしたいです" }).need.dangers.length, 0);
});

test("one's own place comes first, other places that take anyone only where they are near", () => {
  const found = ids({ text: "困っている", area: "100005" });
  assert.equal(found[0], "gunma/door");
  assert.ok(found.indexOf("gunma/door") < found.indexOf("takasaki/door"));
  assert.ok(!found.includes("osaka/door"));
  assert.ok(found.indexOf("saitama/door") > found.indexOf("gunma/door"));
  assert.equal(ids({ text: "困っている", area: "102024" })[0], "takasaki/door");
});

test("words that say nothing lead to a first door; a faint word beside a clear one says nothing", () => {
  assert.equal(ids({ text: "xyzzy", area: "100005" })[0], "gunma/door");
  assert.equal(ids({ text: "確定申告 わからない", area: "100005" })[0], "tax/office");
});

test("a name is found by itself", () => {
  assert.equal(ids({ text: "tax/office" })[0], "tax/office");
});

test("hours count: the open line before the closed one, and only those on request", () => {
  const night = new Date("2026-11-20T22:00:00+09:00");
  assert.equal(
    refer(index, { text: "給料", language: "vi", at: night }).referrals.find(
      ({ service }) => service.id === "work/line",
    ).open,
    false,
  );
  assert.ok(!ids({ text: "給料", language: "vi", at: night, open: true }).includes("work/line"));
  const noon = new Date("2026-11-20T12:00:00+09:00");
  assert.equal(ids({ text: "給料", language: "vi", at: noon })[0], "work/line");
});

test("a service for some statuses is first for them and not for others; no status goes to those who keep silence first", () => {
  const found = (status) => ids({ text: "給料", language: "vi", status });
  assert.ok(found("student").indexOf("trainees/line") > found("student").indexOf("work/office"));
  assert.ok(found("technical-intern-training").indexOf("trainees/line") < 3);
  assert.ok(found("no-status").indexOf("isa/office") > found("no-status").indexOf("work/line"));
});

test("cost is asked on request, and what is not known stays", () => {
  const paid = {
    ...index,
    services: [
      service("a/paid", { problems: ["tax"], cost: "paid" }),
      service("a/unknown", { problems: ["tax"], cost: "unknown" }),
    ],
  };
  assert.deepEqual(
    refer(paid, { text: "税金", free: true }).referrals.map(({ service }) => service.id),
    ["a/unknown"],
  );
});

test("why a service is shown is said", () => {
  const [first] = refer(index, { text: "給料", language: "vi", area: "100005" }).referrals;
  assert.deepEqual(
    first.reasons.map(({ reason, value }) => (value ? `${reason}:${value}` : reason)),
    ["problem:unpaid-wages", "area:nationwide", "language:yes"],
  );
});

test("languages by interpreter, unknown, none, and of a page only", () => {
  const spoken = (languages, mode = "phone") => spokenBy({ mode, cost: "free", languages }, "vi");
  assert.deepEqual(
    [
      spoken([["vi", "staff"]]),
      spoken([["vi", "phone_interpreter"]]),
      spoken([]),
      spoken([["ja", "staff"]]),
      spoken([["vi", "staff"]], "web"),
    ],
    ["yes", "interpreter", "unknown", "no", "unknown"],
  );
});

test("a mission comes only when its country is named, and then before the list of all missions", () => {
  const papers = { problems: ["embassy-papers"] };
  const missions = {
    ...index,
    problems: [...index.problems, tag("embassy-papers", ["パスポートの更新", "passport"])],
    services: [
      service("embassies/all", papers),
      service("embassy-india/consular", { ...papers, country: ["インド", "india"] }),
      service("embassy-thailand/consular", { ...papers, country: ["タイ", "thailand"] }),
      service("embassy-peru/consular", { ...papers, country: ["ペルー", "peru"] }),
      service("embassy-indonesia/consular", { ...papers, country: ["インドネシア"] }),
      service("embassy-vietnam/consular", { ...papers, country: ["ベトナム", "vietnam"] }),
    ],
  };
  const ids = (words) => refer(missions, { text: words }).referrals.map((each) => each.service.id);
  assert.deepEqual(ids("パスポートの更新"), ["embassies/all"]);
  assert.deepEqual(ids("passport perusahaan"), ["embassies/all"]);
  assert.deepEqual(ids("大使館に行きたい パスポートの更新"), ["embassies/all"]);
  assert.equal(ids("インドネシア パスポートの更新")[0], "embassy-indonesia/consular");
  assert.ok(!ids("インドネシア パスポートの更新").includes("embassy-india/consular"));
  for (const words of [
    "ベトナム大使館でパスポートの更新",
    "vietnam passport",
    "ベトナム パスポートの更新",
  ])
    assert.deepEqual(ids(words), ["embassy-vietnam/consular", "embassies/all"], words);
});
