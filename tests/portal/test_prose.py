"""Measures of prose: what is counted is what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.prose import Heading, character_count, headings, running_text

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
