"""The site's own list guards the words that machines are known to get wrong."""

from __future__ import annotations

from pathlib import Path

from portal.furigana.engine import Engine
from portal.furigana.words import Words
from portal.review_gate.records import read_review

KNOWN = [
    "行っ",
    "辛い",
    "人気",
    "一日",
    "今日",
    "明日",
    "上手",
    "下手",
    "市場",
    "生物",
    "方",
    "何",
    "他",
    "後",
    "間",
    "中",
    "家",
    "表",
    "下",
    "上",
    "内",
    "額",
    "開く",
    "開い",
    "入る",
    "通っ",
    "訳",
    "空く",
    "空い",
    "止める",
    "得る",
    "空",
    "分",
    "数",
    "年",
    "日本",
    "金",
    "米",
    "私",
    "角",
    "札",
    "局",
    "館",
    "版",
    "業",
    "公",
    "床",
    "値",
    "頭",
    "声",
    "言う",
]


def test_list_is_long_enough_and_holds_the_words_that_went_wrong(root: Path) -> None:
    """At least 120 words, those of the research among them."""
    heteronyms = read_review(root).heteronyms
    assert len(heteronyms) >= 120
    assert [word for word in KNOWN if len(heteronyms.readings(word)) < 2] == []


def test_every_word_of_the_list_can_be_found_as_it_is_written(root: Path) -> None:
    """A surface is found where it stands alone between particles."""
    heteronyms = read_review(root).heteronyms
    lost = []
    for entry in heteronyms:
        texts = [f"、{entry.surface}{tail}" for tail in ("。", "た。")]
        places = [place for text in texts for place in heteronyms.find(text, Words(Engine.shared().tokens(text)))]
        if (1, 1 + len(entry.surface)) not in places:
            lost.append(entry.surface)
    assert lost == []
