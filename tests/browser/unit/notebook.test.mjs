import assert from "node:assert/strict";
import { test } from "node:test";
import { describeGap, writeGapText } from "../../../overrides/assets/js/directory/gap.js";
import {
  asService,
  faultOfCard,
  writeYaml,
} from "../../../overrides/assets/js/directory/own-partner.js";
import { refer } from "../../../overrides/assets/js/directory/referral.js";
import { isLearnerEvent } from "../../../overrides/assets/js/learner/events.js";
import {
  idsOfEntry,
  readNotebook,
  writeCsv,
} from "../../../overrides/assets/js/learner/notebook.js";

const none = { problem: "", area: "", language: "", status: "" };
let number = 0;
const stamp = () => {
  number += 1;
  return { id: `e${number}`, at: `2026-11-22T00:00:${String(number).padStart(2, "0")}.000Z` };
};
const outcome = (service, result) => ({
  ...{ ...stamp(), kind: "outcome-noted", service, outcome: result, ...none },
});
const card = (partner, fields = {}) => ({
  ...{ ...stamp(), kind: "partner-kept", partner, name: "みどりサロン", area: "100005" },
  ...{ fields: ["E2-02"], languages: ["vi"], number: "027-123-4567", url: "", hours: "", note: "" },
  ...fields,
});
const removal = (entry) => ({ ...stamp(), kind: "entry-removed", entry });

test("outcomes come newest first and a removed one is gone", () => {
  const [one, two] = [outcome("a/b", "full"), outcome("c/d", "accepted")];
  assert.deepEqual(readNotebook([one, two]).outcomes, [two, one]);
  assert.deepEqual(readNotebook([one, two, removal(one.id)]).outcomes, [two]);
});

test("the latest card of a partner counts, and removing it takes all of them", () => {
  const [first, second] = [card("p1"), card("p1", { name: "みどり" })];
  assert.deepEqual(readNotebook([first, second]).partners, [second]);
  assert.deepEqual(idsOfEntry([first, second, outcome("a/b", "full")], "p1"), [
    first.id,
    second.id,
  ]);
  assert.deepEqual(readNotebook([first, second, removal("p1")]).partners, []);
});

test("a partner removed and kept again is there", () => {
  const again = card("p1");
  assert.deepEqual(readNotebook([removal("p1"), again]).partners, [again]);
});

test("events of the notebook are known to the record", () => {
  const gap = {
    ...{ ...stamp(), kind: "gap-noted", ...none, field: "E2-02", urgency: "days" },
    ...{ hours: "night", reasons: ["language"], note: "夜に\n電話できない" },
  };
  for (const event of [outcome("a/b", "no-answer"), card("p1"), removal("x"), gap])
    assert.ok(isLearnerEvent(event), JSON.stringify(event));
  assert.equal(isLearnerEvent({ ...gap, note: "bell\u0007" }), false);
  assert.equal(isLearnerEvent({ ...gap, area: "群馬" }), false);
});

test("a table survives quotes, line breaks, commas and formulas", () => {
  assert.equal(
    writeCsv([
      ["a", 'say "x"'],
      ["1,2", "=SUM(A1)"],
      ["two\nlines", "-5"],
    ]),
    '\ufeff"a","say ""x"""\r\n"1,2","\'=SUM(A1)"\r\n"two\nlines","\'-5"\r\n',
  );
});

test("a card needs a name, a number that can be dialled and a secure address", () => {
  const sound = { name: "みどり", number: "027-123-4567", url: "https://example.org/a" };
  assert.equal(faultOfCard(sound), null);
  assert.equal(faultOfCard({ ...sound, number: "", url: "" }), null);
  assert.equal(faultOfCard({ ...sound, name: " " }), "name");
  for (const wrong of [
    "12-34",
    "027-123-456",
    "０２７-123-4567",
    "027-123-4567 内線3",
    "027-1234-56789",
  ])
    assert.equal(faultOfCard({ ...sound, number: wrong }), "number", wrong);
  for (const wrong of ["http://example.org", "example.org", "https://x", "javascript:alert(1)"])
    assert.equal(faultOfCard({ ...sound, url: wrong }), "url", wrong);
});

const service = (id, fields) => ({
  ...{ id, names: [id], problems: ["unpaid-wages"], fields: ["E2-02"], urgency: "days" },
  ...{ policy: "any", irregular: "unknown", cost: "free", documents: [], dated: "2026" },
  channels: [{ mode: "phone", number: "0120-000-000", cost: "free", languages: [["vi", "staff"]] }],
  ...fields,
});
const index = {
  services: [service("nation/wide"), service("other/prefecture", { areas: ["130001"] })],
  problems: [{ id: "unpaid-wages", label: [["給料"]], fields: ["E2-02"], terms: ["給料"] }],
  dangers: [],
  areas: [
    { code: "100005", label: [["群馬県"]], terms: ["群馬県"], bureau: "tokyo" },
    { code: "130001", label: [["東京都"]], terms: ["東京都"], bureau: "tokyo" },
  ],
  languages: [{ code: "vi", label: [["ベトナム語"]], terms: ["ベトナム語"] }],
  calendar: { start: "2026-11-21", signs: "", patterns: [], days: {} },
};

test("a partner of one's own goes before the nationwide ones, and only where it is", () => {
  const own = { ...index, services: [...index.services, asService(card("p1"), index)] };
  const ids = (question) => refer(own, question).referrals.map((each) => each.service.id);
  assert.deepEqual(ids({ text: "給料", area: "100005", language: "vi" }), [
    "own/p1",
    "nation/wide",
  ]);
  assert.ok(!ids({ text: "給料", area: "130001" }).includes("own/p1"));
});

test("the YAML says what is not known and quotes what was typed", () => {
  const text = writeYaml(
    [card("p1", { name: 'みどり: "A"' })],
    ["kanaを書く"],
    () => "unpaid-wages",
  );
  assert.ok(text.startsWith("# kanaを書く\nslug: own-p1\n"));
  assert.ok(text.includes('name: {ja: "みどり: \\"A\\"", easy: "みどり: \\"A\\""}'));
  assert.ok(text.includes('scope: prefectures, codes: ["100005"]'));
  assert.ok(text.includes("hours: unknown"));
});

test("a report of a missing partner names what was said and what was not", () => {
  const gap = { ...none, field: "E2-02", urgency: "", hours: "", reasons: ["a", "b"], note: "" };
  const rows = describeGap(gap, (name, code) => (code ? `${name}=${code}` : ""));
  assert.equal(
    writeGapText("報告", "2026-11-22", [rows[0], rows[2], rows[7]], "（書いていない）"),
    "報告（2026-11-22）\nfield: field=E2-02\narea: （書いていない）\nreasons: reasons=a・reasons=b\n",
  );
});
