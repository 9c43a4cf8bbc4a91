"""The text comes back whole, ruby stands where it may, and the layers win in their order."""
# ruff: noqa: D103  # the name of a test states its fact

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.furigana.annotate import Annotator
from portal.furigana.characters import has_kanji, is_kana
from portal.furigana.lexicon import Lexicon, Reading
from portal.furigana.spans import FixedSpan, Segment

PIECES = st.sampled_from(
    [
        "在留",
        "資格",
        "の",
        "を",
        "行って",
        "1人",
        "20日",
        "１４日",
        "3分",
        "何",
        "方",
        "他",
        "中",
        "日",
        "（水）",
        "月・水",
        "〜",
        "十分",
        "二十四",
        "三千",
        "二〇二六年",
        "4月1日",
        "1,200円",
        "3.5",
        "々",
        "〆",
        "〇",
        "○",
        "①",
        "㈱",
        "㍿",
        "ヶ月",
        "届け出",
        "手続",
        "日本",
        "\u3000",
        "\n",
        "\t",
        "\u200b",
        "\xa0",
        "︀",
        "󠄀",
        "𠮷野家",
        "鱻",
        "ABC",
        "é",
        "が",
        "ｶﾞ",
        "ﷺ",
        "👩\u200d👩\u200d👧",
        "�",
        "\x00",
        "、",
        "。",
        "(",
        ")",
        "—",
        "⽇",
    ]
)
NUMBERS = st.text("0123456789０９,.，．〇○一二三四九十百千万億兆何数、・〜月日分人年時回つか所第", min_size=1, max_size=24)
TEXTS = st.one_of(NUMBERS, st.text(st.characters(codec=None)), st.lists(PIECES, max_size=12).map("".join))


def bare(segments: list[Segment]) -> str:
    return "".join(segment.base for segment in segments)


@given(text=TEXTS)
def test_bases_join_to_the_text_whatever_it_is(annotator: Annotator, text: str) -> None:
    assert bare(annotator.segments(text)) == text


@given(text=TEXTS)
def test_ruby_stands_over_kanji_only_and_is_kana(annotator: Annotator, text: str) -> None:
    for segment in annotator.segments(text):
        if segment.reading is not None:
            assert has_kanji(segment.base) or segment.base in {"〇", "〇〇"} or any(char in "〇一二三四五六七八九" for char in segment.base)
            assert is_kana(segment.reading)


@given(text=TEXTS, data=st.data())
def test_text_survives_any_fixed_spans(annotator: Annotator, text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    kana = st.sampled_from(["", "よみ", "ヨミ"])
    fixed = [FixedSpan(start, end, data.draw(kana)) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    segments = annotator.segments(text, fixed)
    assert bare(segments) == text


@given(text=TEXTS)
def test_search_reading_holds_no_kanji_that_has_ruby(annotator: Annotator, text: str) -> None:
    known = [segment.base for segment in annotator.segments(text) if segment.reading is None and has_kanji(segment.base)]
    assert has_kanji(annotator.reading(text)) == bool(known)


def test_fixed_span_wins_over_lexicon_rule_and_engine(annotator: Annotator) -> None:
    assert annotator.segments("私は20日に行った", [FixedSpan(0, 1, "わたくし"), FixedSpan(2, 5, "にじゅうにち"), FixedSpan(6, 7, "おこな")]) == [
        Segment("私", "わたくし"),
        Segment("は", None),
        Segment("20日", "にじゅうにち"),
        Segment("に", None),
        Segment("行", "おこな"),
        Segment("った", None),
    ]


def test_empty_fixed_reading_means_no_ruby_there(annotator: Annotator) -> None:
    assert annotator.segments("在留資格", [FixedSpan(0, 2, "")]) == [Segment("在留", None), Segment("資格", "しかく")]


def test_fixed_span_inside_a_word_leaves_the_rest_readable(annotator: Annotator) -> None:
    assert annotator.segments("在留資格", [FixedSpan(2, 3, "し")]) == [Segment("在留", "ざいりゅう"), Segment("資", "し"), Segment("格", "かく")]


@pytest.mark.parametrize(
    ("fixed", "words"),
    [
        ([FixedSpan(0, 9, "あ")], "本文の外"),
        ([FixedSpan(1, 1, "あ")], "本文の外"),
        ([FixedSpan(0, 2, "あ"), FixedSpan(1, 3, "い")], "重なって"),
        ([FixedSpan(0, 2, "在留")], "かな以外"),
    ],
)
def test_unusable_fixed_span_is_refused(annotator: Annotator, fixed: list[FixedSpan], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        annotator.segments("在留資格", fixed)


def test_lexicon_wins_over_rule_and_is_cut_where_the_engine_agrees() -> None:
    annotator = Annotator(Lexicon.of([Reading("1人", "いちにん"), Reading("日本年金機構", "にっぽんねんきんきこう")]))
    assert annotator.segments("1人、日本年金機構") == [
        Segment("1人", "いちにん"),
        Segment("、", None),
        Segment("日本", "にっぽん"),
        Segment("年金", "ねんきん"),
        Segment("機構", "きこう"),
    ]


def test_readings_of_one_page_win_over_the_sites(annotator: Annotator) -> None:
    page = annotator.with_readings([Reading("明日", "あす")])
    assert (page.reading("明日"), annotator.reading("明日")) == ("あす", "あした")
    assert page.version != annotator.version


def test_okurigana_and_kana_carry_no_ruby(annotator: Annotator) -> None:
    assert annotator.segments("お引っ越しの受け付け") == [
        Segment("お", None),
        Segment("引", "ひ"),
        Segment("っ", None),
        Segment("越", "こ"),
        Segment("しの", None),
        Segment("受", "う"),
        Segment("け", None),
        Segment("付", "つ"),
        Segment("け", None),
    ]


@pytest.mark.parametrize("word", ["1人", "20日", "14日", "二十歳", "今日", "大人"])
def test_irregular_words_are_one_base(annotator: Annotator, word: str) -> None:
    assert [segment.base for segment in annotator.segments(word)] == [word]


def test_long_words_are_cut_into_short_ones(annotator: Annotator) -> None:
    assert [segment.base for segment in annotator.segments("在留資格認定証明書")] == ["在留", "資格", "認定", "証明", "書"]


def test_spaces_between_words_do_not_change_readings(annotator: Annotator) -> None:
    assert annotator.reading("届け出は 14日 以内に\n入\n管で") == "とどけでは じゅうよっか いないに\nにゅうかんで"


def test_reading_in_brackets_is_not_swallowed(annotator: Annotator) -> None:
    assert bare(annotator.segments("漢字（かんじ）")) == "漢字（かんじ）"
    assert annotator.segments("漢字（かんじ）")[0] == Segment("漢字", "かんじ")


def test_layers_are_told_for_the_review_gate(annotator: Annotator) -> None:
    found = annotator.readings("私は1人で行く", [FixedSpan(5, 6, "い")])
    assert [(reading.reading, reading.layer) for reading in found] == [("わたし", "lexicon"), ("ひとり", "rule"), ("い", "fixed")]


@pytest.mark.parametrize("letter", "一1千〇何第あ\n <")
def test_endless_run_of_one_character_is_no_trouble(annotator: Annotator, letter: str) -> None:
    assert bare(annotator.segments(letter * 20_000 + "年")) == letter * 20_000 + "年"


def test_version_names_engine_dictionary_rules_and_lexicon(annotator: Annotator) -> None:
    assert all(name in annotator.version for name in ("sudachipy-", "core-", "rules-", "lexicon-"))


def test_text_longer_than_one_analysis_is_read_to_its_end(annotator: Annotator) -> None:
    text = "在留資格" * 20_000
    assert annotator.reading(text) == "ざいりゅうしかく" * 20_000
