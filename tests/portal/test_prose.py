"""Measures of prose: what is counted is what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.prose import Heading, character_count, headings, running_text, sentences

WORDS = st.text("あいう漢字人1", min_size=1, max_size=12)
MARKS = st.sampled_from(
    [
        "**{}**",
        "- {}",
        "1. {}",
        "> {}",
        "## {}",
        "### {} {{#case-q1}}",
        "| {} |\n| --- |",
        "[{}](https://example.jp/a)",
        '??? answer "{}"',
        "    {}",
        "> - {}",
        "`{}`",
    ]
)


@given(words=st.lists(st.tuples(WORDS, MARKS), max_size=6), space=st.text(" \t\n", max_size=3))
def test_characters_are_counted_without_marks_and_white_space(words: list[tuple[str, str]], space: str) -> None:
    """Minutes are computed from what a reader reads, however it is marked."""
    body = "\n\n".join(mark.format(word) + space for word, mark in words)
    assert character_count(body) == sum(len(word) for word, _ in words)


@given(words=st.lists(WORDS, min_size=1, max_size=6), end=st.sampled_from("。！？"))
def test_every_sentence_is_found_with_its_length(words: list[str], end: str) -> None:
    """A line of several sentences is measured sentence by sentence."""
    assert [sentence.length for sentence in sentences("".join(word + end for word in words))] == [len(word) + 1 for word in words]


@given(lines=st.lists(WORDS, min_size=1, max_size=6))
def test_start_of_a_sentence_is_the_start_of_its_line(lines: list[str]) -> None:
    """A message about a sentence leads to its line."""
    body = "\n".join(f"{line}。" for line in lines)
    starts = [sentence.start for sentence in sentences(body)]
    assert [body.count("\n", 0, start) for start in starts] == list(range(len(lines)))


def test_reading_by_hand_does_not_cut_a_sentence() -> None:
    """The stroke between word and reading is no cell of a table."""
    assert [sentence.text for sentence in sentences("先に{行|おこな}って、{後|あと}で聞く。")] == ["先に行って、後で聞く。"]


def test_gloss_is_no_part_of_its_sentence() -> None:
    """An explanation in brackets does not make a sentence too long."""
    (sentence,) = sentences("期限〈=いつまでにするか〉を聞きます。")
    assert sentence.text == "期限を聞きます。"


def test_cells_items_quotations_and_spoken_words_are_sentences_of_their_own() -> None:
    """A table row is not one long sentence."""
    body = '| 見る所 | わかること |\n| --- | --- |\n| 表 | 期限 |\n- 聞く\n> 話す\n「はい」と言う。\n??? answer "例"\n'
    assert [sentence.text for sentence in sentences(body)] == ["見る所", "わかること", "表", "期限", "聞く", "話す", "はい", "と言う。", "例"]


def test_headings_are_no_sentences() -> None:
    """Headings have rules of their own."""
    assert sentences("## 相談の場面 {#scene}\n### 例 {#x}\n") == []


def test_headings_are_read_with_level_id_and_place() -> None:
    """Every heading that Markdown makes is seen by the checks, the space after the hashes or not."""
    body = "本文\n## 一 {#s-one}\n###二\n#### 三 {#x}  \n"
    assert headings(body) == [Heading(2, "一", "s-one", 3), Heading(3, "二", "", 17), Heading(4, "三", "x", 22)]


@pytest.mark.parametrize("line", ["文の中の # は見出しでない", "    # 字下げは見出しでない", "#", "## ", "####### 七つ"])
def test_what_is_no_heading_is_none(line: str) -> None:
    """A hash in a sentence is a hash."""
    assert headings(line) == []


def test_running_text_is_what_a_reader_reads() -> None:
    """Words of links and folds stay, their marks and addresses go."""
    body = '## 題 {#x}\n\n**強**い[手引](https://example.jp)を見る。\n\n??? answer "考え方"\n    - 聞く\n'
    assert running_text(body).split() == ["題", "強い手引を見る。", "考え方", "聞く"]
