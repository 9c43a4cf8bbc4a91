"""Conversations on a unit's page: who speaks, what is folded, what counts as reading."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from jinja2 import Environment
from portal.addresses import url_of
from portal.inline.printing import plain_text
from portal.inline.rendering import ReferencePrinter
from portal.model.base import Variant
from portal.portal import Portal

REFERENCE = "{transcript:tr-first-words}"


def shown(portal: Portal, templates: Environment, variant: Variant = "ja") -> Any:
    """Give the conversation as a tree."""
    html = ReferencePrinter(portal, templates, variant, url_of("units/a1-1", variant)).markdown(REFERENCE)
    return lxml.html.fromstring(html.strip())


def test_every_turn_begins_with_its_speaker(example: Portal, templates: Environment) -> None:
    """A screen reader hears who speaks before what is said."""
    turns = [" ".join(turn.text_content().split()) for turn in shown(example, templates).xpath(".//li/p")]
    assert turns == ["例さん： （沈黙 5秒）手紙が来た。", "相談員： 期限は。", "相談員： 一緒に読みましょう。"]


def test_a_trainee_judges_before_she_reads_the_verdict(example: Portal, templates: Environment) -> None:
    """Verdict, reason and other words stand folded below their turn; nothing outside tells which turn went badly."""
    tree = shown(example, templates)
    notes = tree.xpath(".//li/details[not(@open)]")
    assert [note.xpath("string(summary)") for note in notes] == ["2の講評", "3の講評"]
    outside = "".join(tree.xpath(".//li//text()[not(ancestor::details)]"))
    assert "うまくい" not in outside


@pytest.mark.parametrize(
    ("number", "verdict", "parts"),
    [
        (0, "× うまくいかない言い方", ["心配を聞く前に話が狭くなる。", "たとえばこう言う 手紙が来て、心配でしたね。"]),
        (1, "○ うまくいく言い方", ["窓口が味方だと分かる。"]),
    ],
)
def test_verdict_is_a_sign_and_a_word(example: Portal, templates: Environment, number: int, verdict: str, parts: list[str]) -> None:
    """Colour alone would tell some readers nothing; the sign is not read aloud beside the word."""
    note = shown(example, templates).xpath(".//details")[number]
    assert [" ".join(part.text_content().split()) for part in note.xpath("p")] == [verdict, *parts]
    assert note.xpath(".//*[@aria-hidden='true']/text()") == [verdict[0]]


def test_without_scripts_there_is_no_dead_switch(example: Portal, templates: Environment) -> None:
    """The button that opens all notes is shown by the script that serves it."""
    (switch,) = shown(example, templates).xpath(".//transcript-notes/*[@data-part='switch']")
    assert "hidden" in switch.attrib
    assert [" ".join(each.text_content().split()) for each in switch.xpath(".//*[@data-when]")] == ["講評をすべて出す", "講評をすべてかくす"]


def test_conversation_has_a_heading_of_its_own(example: Portal, templates: Environment) -> None:
    """A reader finds it in the list of headings; its address is the record's id."""
    tree = shown(example, templates, "easy")
    (heading,) = tree.xpath(".//h3")
    assert (tree.get("id"), tree.get("aria-labelledby"), heading.get("id")) == ("tr-first-words", "tr-first-words-title", "tr-first-words-title")
    assert " ".join(heading.text_content().split()) == "会話 はじめの言葉"
    assert tree.xpath(".//a[@class='term']")


def test_all_its_words_are_read_in_the_units_time(example: Portal) -> None:
    """Setting, turns, reasons and what came of it count; the other variant's words do not."""
    text = plain_text(example, REFERENCE, "ja")
    for words in (
        "机をはさんで座る。",
        "（沈黙 5秒）手紙が来た。",
        "心配を聞く前に話が狭くなる。",
        "手紙が来て、心配でしたね。",
        "手紙の期限はまだ分からない。",
    ):
        assert words in text
    assert "いつまで" not in text
