"""Each rule finds what it is for, and lets plain sentences through."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from portal.plain_japanese.findings import Finding
from portal.plain_japanese.levels import Levels

Find = Callable[..., list[Finding]]
LONG = "例の市の窓口に来た人の話をゆっくり聞いて、紙に書いた例を"

FOUND = [
    ("sentence-length", "warning", LONG + "いっしょに見ながら話します。", LONG + "いっしょに見ながら話します。"),
    ("sentence-length", "error", LONG * 2 + "いっしょに見ます。", LONG * 2 + "いっしょに見ます。"),
    ("clauses", "warning", "雨が降ったので、家にいて、本を読みましたが、寝ました。", None),
    ("clauses", "warning", "名前、国、年、仕事、家のことです。", None),
    ("double-negative", "error", "使えないわけではありません。", "ないわけではありません"),
    ("double-negative", "error", "行けないことはないです。", "ないことはない"),
    ("double-negative", "error", "危険がないとは言えません。", "ないとは言えません"),
    ("double-negative", "error", "必ず通るとは限らないとは限りません。", "ないとは限りません"),
    ("double-negative", "error", "行かざるを得ません。", "ざるを得ません"),
    ("double-negative", "error", "話さずにはいられません。", "ずにはいられません"),
    ("double-negative", "error", "知らない人はいません。", "ない人はいません"),
    ("double-negative", "error", "行かないわけにはいきません。", "ないわけにはいきません"),
    ("negative-condition", "warning", "書類がないと、手続きができません。", None),
    ("passive", "warning", "手紙が送られます。", "送られ"),
    ("causative", "warning", "子どもを学校に行かせます。", "行かせ"),
    ("honorific", "warning", "ご確認ください。", "ご確認ください"),
    ("honorific", "warning", "お待ちになります。", "お待ちになり"),
    ("honorific", "warning", "書いていただきます。", "いただき"),
    ("kanji-run", "warning", "住民異動届出書を書きます。", "住民異動届出書"),
    ("kanji-count", "warning", "担当の部署が申請の内容を審査し許可の可否を決定し通知します。", None),
    ("katakana", "warning", "コンプライアンスを守ります。", "コンプライアンス"),
    ("latin", "warning", "CEOに聞きます。", "CEO"),
    ("onomatopoeia", "warning", "胸がどきどきします。", "どきどき"),
    ("vague", "warning", "原則お金はかかりません。", "原則"),
    ("verbal-noun", "warning", "手続を行います。", "手続を行います"),
    ("written", "warning", "書類に記入してください。", "記入"),
    ("enumeration", "warning", "名前と住所と電話番号を書きます。", "名前、住所、電話番号"),
    ("ending", "error", "市役所に行く。", "市役所に行く"),
    ("ending", "error", "これは大切である。", "これは大切である"),
    ("ending", "error", "これは大切だ。", "これは大切だ"),
    ("ending", "error", "書類を出すこと。", "書類を出すこと"),
    ("era", "error", "令和7年に始まります。", "令和7年"),
    ("era", "error", "平成元年に始まりました。", "平成元年"),
    ("era", "error", "昭和五十三年に始まりました。", "昭和五十三年"),
    ("era", "error", "R6年に始まりました。", "R6年"),
    ("clock-time", "error", "17時に閉まります。", "17時"),
    ("clock-time", "error", "13:30に始まります。", "13:30"),
    ("time-range", "error", "午前9時〜午後5時です。", "午前9時〜午後5時"),
    ("time-range", "error", "9時から開いています。土曜日は10時～です。", "10時～"),
    ("range", "warning", "月〜金に開いています。", "月〜金"),
    ("short-date", "warning", "4/1に始まります。", "4/1"),
]


@pytest.mark.parametrize(("rule", "level", "text", "words"), FOUND)
def test_rule_finds_the_words_at_their_line(find: Find, rule: str, level: str, text: str, words: str | None) -> None:
    """A finding names its line, its level, the words, and a reason that ends with what to do."""
    found = [finding for finding in find(text) if finding.rule == rule]
    assert [(finding.line, finding.level) for finding in found] == [(7, level)]
    assert words is None or found[0].text == words
    assert found[0].reason.endswith("。")


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("令和7年に始まります。", "2025年"),
        ("平成元年度に始まりました。", "1989年度"),
        ("昭和五十三年に始まりました。", "1978年"),
        ("17時30分に閉まります。", "午後5時30分"),
        ("8:30に開きます。", "午前8時30分"),
        ("12:00に閉まります。", "午後0時"),
        ("午前9時〜午後5時です。", "午前9時から午後5時まで"),
        ("17:30〜19:00です。", "午後5時30分から午後7時まで"),
        ("2026/4/1に始まります。", "2026年4月1日"),
        ("月〜金に開いています。", "月から金まで"),
        ("ご確認ください。", "確認してください"),
        ("手続を行います。", "手続する"),
        ("書類に記入してください。", "書く"),
        ("これは大切である。", "これは大切です"),
    ],
)
def test_better_wording_is_given_where_one_is_sure(find: Find, text: str, better: str) -> None:
    """Dates and times are converted, known words reworded."""
    assert better in [finding.better for finding in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "税金を払わなければなりません。",
        "わからないことはありませんか。",
        "あぶないことがないか、先に聞きます。",
        "知らない人がいないか見ます。",
        "数は少なくありません。",
        "許可がありません。",
        "2025年（令和7年）に始まります。",
        "24時間です。",
        "午後5時30分に閉まります。",
        "9時に開きます。",
        "電話は03-5796-7112です。",
        "1か月に3回から5回します。",
        "ありがとうございます。",
        "次の人に知らせます。",
        "いろいろな言葉があります。",
        "Rさんは、K市に住んでいます。",
        "ベトナムとネパールから来ました。",
        "本人は「もう行かない」と言いました。",
        "くわしいことはA1-2で勉強します。",
        "https://example.jp/guide を見てください。",
        "まだです。",
        "はい。",
        "住んでいる所を書いてください（未確認）。",
        "市の窓口の人と、学校の先生に聞きます。",
    ],
)
def test_plain_sentence_has_no_finding(find: Find, text: str) -> None:
    """What a counsellor would write is let through."""
    assert find(text) == []


@pytest.mark.parametrize("text", ["在留カード。", "給料。働く時間。", "いつの数か", "書類を出す", "本人と子ども。"])
def test_noun_may_end_a_list_item(find: Find, text: str) -> None:
    """Items and cells are labels."""
    assert find(text, "item") == []


def test_plain_verb_with_a_full_stop_may_not_end_a_list_item(find: Find) -> None:
    """A closed sentence in a list is a sentence."""
    assert [finding.rule for finding in find("市役所に行く。", "item")] == ["ending"]


def test_heading_may_end_in_a_plain_verb_but_not_in_written_style(find: Find) -> None:
    """三つの目標で窓口を見る is a heading, 〜である is not."""
    assert find("三つの目標で窓口を見る", "heading") == []
    assert [finding.rule for finding in find("目標は三つである", "heading")] == ["ending"]


def test_past_tense_of_nomu_is_no_copula(find: Find) -> None:
    """飲んだ ends in だ but is a verb: as a label it may stand."""
    assert find("写しを読んだ", "item") == []


def test_name_passes_the_rules_about_words(find: Find) -> None:
    """A name that a reader meets at the counter stays as it is."""
    text = "住民異動届出書センターに行きます。"
    assert {finding.rule for finding in find(text)} >= {"kanji-run"}
    assert find(text, names=frozenset({"住民異動届出書センター"})) == []


def test_rare_word_is_found_only_where_levels_are_known(find: Find) -> None:
    """Without the list of levels the rule is silent."""
    levels = Levels(frozenset({"人", "来る"}))
    assert [(finding.rule, finding.text) for finding in find("賃借の人が来ます。", levels=levels)] == [("vocabulary", "賃借")]
    assert find("賃借の人が来ます。") == []


def test_noun_that_makes_no_verb_gets_no_better_wording(find: Find) -> None:
    """相談会する is no Japanese."""
    assert [finding.better for finding in find("相談会を行います。") if finding.rule == "verbal-noun"] == [""]
