"""Files become passages with their lines."""

from __future__ import annotations

from portal.plain_japanese.passages import markdown_passages, text_passages, yaml_passages
from portal.plain_japanese.printing import PlainPrinter
from portal.plain_japanese.sentences import Passage
from portal.portal import Portal
from portal.sources.markdown import parse_markdown
from portal.sources.yaml import parse_yaml

PAGE = """---
title: 題
summary: まとめです。
objectives:
  o1: 選べる
---

## 見出し {#s-one}

> {行|おこな}うことです。

- **順番。** 先に[聞きます](https://example.jp/)。
1. 番号です。

| 見る所 | {数|かず} |
| --- | --- |
| 表 | **種類**と期限 |

??? answer "考え方の例"
    答えです。
"""


def test_markdown_gives_headings_items_cells_and_text_with_their_lines() -> None:
    """Front matter comes first; bold words with a full stop at the beginning are a heading."""
    page = parse_markdown("x.md", PAGE)
    found = [(passage.line, passage.kind, passage.text) for passage in markdown_passages(page, lambda text: text.replace("{行|おこな}", "行"))]
    assert found == [
        (2, "heading", "題"),
        (3, "item", "まとめです。"),
        (5, "heading", "選べる"),
        (8, "heading", "見出し"),
        (10, "prose", "行うことです。"),
        (12, "heading", "順番。"),
        (12, "item", "先に聞きます。"),
        (13, "item", "番号です。"),
        (15, "item", "見る所"),
        (15, "item", "数"),
        (17, "item", "表"),
        (17, "item", "種類と期限"),
        (19, "heading", "考え方の例"),
        (20, "prose", "答えです。"),
    ]


def test_turns_of_a_conversation_are_speech() -> None:
    """People break off and leave out です; what explains their words is written, and the page that prints them is not judged by them."""
    turn = "transcripts:\n  - turns:\n      - text: {ja: 夜, easy: 夜……。}\n        why: {ja: わけ, easy: 理由です。}\n        instead: {ja: 夜, easy: 夜。}\n"
    found = yaml_passages(parse_yaml("x.yml", turn), lambda text: text)
    assert [(passage.text, passage.spoken) for passage in found] == [("夜……。", True), ("理由です。", False), ("夜。", True)]


def test_yaml_gives_its_plain_texts() -> None:
    """Only what stands under ``easy``; {n} is a number."""
    document = parse_yaml("x.yml", 'words:\n  a: {ja: "件", easy: "{n}件です"}\n  b:\n    ja: 本文\n    easy: 文です。\n')
    assert list(yaml_passages(document, lambda text: text)) == [Passage("0件です", 2, "item"), Passage("文です。", 5, "item")]


def test_text_gives_its_lines_without_readings_in_brackets() -> None:
    """漢字(かんじ) is how text files print readings; lines without a full stop are items."""
    passages = list(text_passages("地震(じしん)が 来(き)ます。\n\n・水（みず）\nパスポート(ぱすぽーと)\n(注)です。\n"))
    assert passages == [
        Passage("地震が 来ます。", 1, "prose"),
        Passage("水", 3, "item"),
        Passage("パスポート", 4, "item"),
        Passage("(注)です。", 5, "prose"),
    ]


def test_term_prints_its_gloss_once(example: Portal) -> None:
    """As on the page: at its first use, and in no record."""
    page = PlainPrinter(example, glosses=True)
    assert page("{term:t-zairyu-shikaku}と{term:t-zairyu-shikaku}") == f"在留資格〈={example.terms['t-zairyu-shikaku'].gloss.easy}〉と在留資格"
    assert PlainPrinter(example, glosses=False)("{term:t-zairyu-shikaku}") == "在留資格"


def test_names_can_be_left_out(example: Portal) -> None:
    """Titles of units are not the author's words."""
    assert PlainPrinter(example, glosses=True, names=False)("{unit:A1-1}と{fact:f-copy-fee}") == f"と{example.facts['f-copy-fee'].text.easy}"
