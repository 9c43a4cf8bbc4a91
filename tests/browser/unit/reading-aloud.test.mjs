import assert from "node:assert/strict";
import { test } from "node:test";
import { splitSentences } from "../../../overrides/assets/js/reading/sentences.js";
import { SpeechQueue } from "../../../overrides/assets/js/reading/speech-queue.js";
import { localJapaneseVoice } from "../../../overrides/assets/js/reading/voices.js";

const voice = (lang, localService, more = {}) => ({ lang, localService, ...more });

test("only a Japanese voice of the device itself reads", () => {
  const remote = voice("ja-JP", false);
  const english = voice("en-US", true);
  assert.equal(localJapaneseVoice([]), null);
  assert.equal(localJapaneseVoice([remote, english, voice("jam", true)]), null);
  for (const lang of ["ja", "ja-JP", "ja_JP", "JA-jp"]) {
    const local = voice(lang, true);
    assert.equal(localJapaneseVoice([remote, english, local]), local);
  }
});

test("the reader's usual voice comes first", () => {
  const usual = voice("ja-JP", true, { default: true });
  assert.equal(localJapaneseVoice([voice("ja-JP", true), usual]), usual);
});

test("a paragraph is read sentence by sentence, closing brackets included", () => {
  const text = "「困っています。」と言いました。どうしますか？\n 次に　聞きます";
  const pieces = splitSentences(text);
  assert.deepEqual(pieces, [
    "「困っています。」",
    "と言いました。",
    "どうしますか？",
    " 次に 聞きます",
  ]);
});

test("pieces join to the text and none is too long or empty", () => {
  const long = `${"あ".repeat(25)}、${"い".repeat(40)}。${"う".repeat(9)}`;
  for (const text of [long, "。。。", "", " \n", "a.b 1.5", "終わり"]) {
    const pieces = splitSentences(text, 20);
    assert.equal(pieces.join(""), text.replace(/\s+/g, " ").trim());
    assert.ok(pieces.every((piece) => piece.trim() !== "" && piece.length <= 20));
  }
});

/** A speech engine that speaks when it is told to, and everything that was shown. */
function engine() {
  const spoken = [];
  const shown = [];
  let cancelled = 0;
  const speech = {
    speak: (utterance) => spoken.push(utterance),
    cancel: () => {
      cancelled += 1;
      // Engines report the end of what they were made to drop.
      spoken.at(-1)?.onerror?.({ error: "canceled" });
    },
  };
  const utter = (text) => ({ text, onend: null, onerror: null });
  const changed = (state, passage) => shown.push([state, passage]);
  const queue = new SpeechQueue({ speech, utter, changed });
  return {
    queue,
    shown,
    texts: () => spoken.map(({ text }) => text),
    finish: () => spoken.at(-1).onend({}),
    fail: () => spoken.at(-1).onerror({ error: "synthesis-failed" }),
    cancelled: () => cancelled,
  };
}

const passages = ["見出し", "一つ目。二つ目。", "終わり。"];

test("passages are read in order, sentence by sentence, then it is quiet", () => {
  const { queue, shown, texts, finish } = engine();
  queue.play(passages);
  for (let times = 0; times < 4; times += 1) finish();
  assert.deepEqual(texts(), ["見出し", "一つ目。", "二つ目。", "終わり。"]);
  assert.deepEqual(
    shown.map(([, passage]) => passage),
    [0, 1, 1, 2, null],
  );
  assert.equal(queue.state, "idle");
});

test("an engine is never made to drop a sentence it has ended", () => {
  const { queue, cancelled, finish } = engine();
  queue.play(passages);
  for (let times = 0; times < 4; times += 1) finish();
  assert.equal(cancelled(), 0);
});

test("reading begins at the section in view", () => {
  const { queue, texts } = engine();
  queue.play(passages, 1);
  assert.deepEqual(texts(), ["一つ目。"]);
});

test("a pause goes on with the sentence it fell into", () => {
  const { queue, shown, texts, finish } = engine();
  queue.play(passages, 1);
  finish();
  queue.pause();
  assert.deepEqual(shown.at(-1), ["paused", 1]);
  queue.resume();
  finish();
  assert.deepEqual(texts(), ["一つ目。", "二つ目。", "二つ目。", "終わり。"]);
  assert.equal(queue.state, "speaking");
});

test("stopping ends it: what was dropped reports its end and nothing follows", () => {
  const { queue, shown, texts } = engine();
  queue.play(passages);
  queue.stop();
  queue.resume();
  queue.pause();
  assert.deepEqual(texts(), ["見出し"]);
  assert.deepEqual(shown.at(-1), ["idle", null]);
});

test("playing anew drops what was spoken", () => {
  const { queue, texts, finish } = engine();
  queue.play(passages);
  queue.play(["別の文。"]);
  assert.deepEqual(texts(), ["見出し", "別の文。"]);
  finish();
  assert.equal(queue.state, "idle");
});

test("a page without text and a broken engine end quietly", () => {
  const { queue, fail } = engine();
  queue.play([]);
  assert.equal(queue.state, "idle");
  queue.play(passages);
  fail();
  assert.equal(queue.state, "idle");
});

test("the rate is asked for at every sentence", () => {
  let rate = 1;
  const rates = [];
  const spoken = [];
  const queue = new SpeechQueue({
    speech: { speak: (utterance) => spoken.push(utterance), cancel: () => {} },
    utter: () => {
      rates.push(rate);
      return { onend: null, onerror: null };
    },
    changed: () => {},
  });
  queue.play(passages);
  rate = 0.7;
  spoken.at(-1).onend({});
  assert.deepEqual(rates, [1, 0.7]);
});
