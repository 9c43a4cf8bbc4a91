"""The two variants of a page have the same structure in each section."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from portal.drift.agreement import AGREEMENT_RULES
from portal.loading import find_problems, read_portal

Change = Callable[[str, str, str], None]
JA, EASY = "content/ja/units/a1-1.md", "content/ja-easy/units/a1-1.md"
TERMS, PLAIN_TERMS = "content/ja/about/terms.md", "content/ja-easy/about/terms.md"
TABLE = "| 見る所 | わかること |\n| --- | --- |\n| 表 | **種類**と期限 |"
CASES = [
    (
        EASY,
        "人が来ました。",
        "人が来ました。{term:t-zairyu-shikaku}です。",
        f"{JA}:20: やさしい版では節「scene」にある用語「t-zairyu-shikaku」が、こちらの版ではほかの節にあります。同じ節に書いてください。",
    ),
    (
        JA,
        "二度目の",
        "{fact:f-copy-fee}。二度目の",
        f"{EASY}:22: 標準版では節「s-words」にある数字「f-copy-fee」が、こちらの版ではほかの節にあります。同じ節に書いてください。",
    ),
    (
        JA,
        "- 結果を約束しない。",
        "- {service:example-city/counter}の結果を約束しない。",
        f"{EASY}:49: 標準版では節「limits」にある支援先「example-city/counter」が、こちらの版ではほかの節にあります。同じ節に書いてください。",
    ),
    (
        TERMS,
        "例の利用条件の本文である。",
        "{fact:f-copy-fee}の本文である。",
        f"{PLAIN_TERMS}:5: 標準版では節「example」にある数字「f-copy-fee」が、こちらの版ではありません。同じ節に書いてください。",
    ),
    (
        EASY,
        TABLE,
        f"{TABLE}\n| 裏 | 働く時間 |",
        f"{EASY}:22: 節「s-words」の表が標準版と違います（標準版: 2行2列、ここ: 3行2列）。行と列の数を合わせてください。",
    ),
    (EASY, TABLE, "表です。", f"{EASY}:22: 節「s-words」の表が標準版と違います（標準版: 2行2列、ここ: なし）。行と列の数を合わせてください。"),
    (
        EASY,
        "### 読み方 {#word-reading}",
        "## 読み方 {#word-reading}",
        f"{EASY}:30: 見出し「word-reading」の段が標準版と違います（{JA} は #3つ、ここは #2つ）。合わせてください。",
    ),
    (
        EASY,
        "    あぶないことがないか",
        '    一つ目です。\n\n??? answer "考え方の例"\n    あぶないことがないか',
        f"{EASY}:57: 節「case-q1」の考え方の例（??? answer）が、標準版は 1、ここは 2 です。数を合わせてください。",
    ),
]


def told(tree: Path) -> list[str]:
    """What the rules of this room say."""
    portal, _ = read_portal(tree)
    assert portal is not None
    return [str(problem) for rule in AGREEMENT_RULES for problem in rule(portal)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[3].split(": ")[0])
def test_other_structure_in_a_section_is_told(tree: Path, change: Change, case: tuple[str, str, str, str]) -> None:
    """Where a fact, term, service, table, question or answer stands differs between the variants."""
    change(*case[:3])
    assert told(tree) == [case[3]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TABLE, "|見る所|わかること|\n|:-|-:|\n|{表|おもて}|種類と期限|"),
        ("写しは{fact:f-copy-fee}です。", "写しは{fact:f-copy-fee}です。{fact:f-copy-fee}です。"),
    ],
)
def test_layout_and_repetition_are_no_other_structure(tree: Path, change: Change, old: str, new: str) -> None:
    """A plain page may say a number twice."""
    change(EASY, old, new)
    assert told(tree) == []


def test_reference_that_a_unit_lacks_altogether_is_told_once(tree: Path, change: Change) -> None:
    """The rule of units tells of it; this one does not repeat it."""
    change(EASY, "写しは{fact:f-copy-fee}です。", "")
    assert told(tree) == []
    assert [problem.message for problem in find_problems(tree)] == ["標準版にある数字「f-copy-fee」が、やさしい版にありません。書き加えてください。"]


def test_page_without_its_twin_is_left_to_its_own_rule(tree: Path) -> None:
    """There is nothing to compare with."""
    shutil.rmtree(tree / "content/ja-easy/about")
    assert told(tree) == []
