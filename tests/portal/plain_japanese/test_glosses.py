"""A glossary word is explained where a page uses it first."""

from __future__ import annotations

import pytest
from portal.plain_japanese.glosses import explained_words, find_bare_terms
from portal.plain_japanese.sentences import Passage

GLOSSES = {"認証": "t-ninsho"}


def bare(*passages: Passage) -> list[tuple[int, str]]:
    """Lines and words of the terms without gloss."""
    return [(finding.line, finding.better) for finding in find_bare_terms(passages, GLOSSES)]


def test_missing_gloss_names_line_and_what_to_write() -> None:
    """Only the first use counts."""
    assert bare(Passage("次です。", 1), Passage("認証をします。", 2), Passage("認証です。", 3)) == [(2, "{term:t-ninsho}")]


@pytest.mark.parametrize(
    "text",
    [
        "認証〈=国が認めること〉をします。",
        "「認証」〈=国が認めること〉をします。",
        "認証〈=認めること〉です。認証です。",
        "確認証明です。",
        "確かめます〈=認証のこと〉。",
        "「研修と認証についての長い題名の文書」を読みます。",
        "生活認証〈=例〉です。",
    ],
)
def test_explained_word_or_part_of_another_is_accepted(text: str) -> None:
    """A gloss by hand is a gloss; titles of documents and longer words are left alone."""
    assert bare(Passage(text, 1)) == []


def test_heading_does_not_have_to_explain() -> None:
    """A heading has no room for a gloss."""
    assert bare(Passage("認証", 1, "heading"), Passage("認証〈=例〉です。", 2)) == []


def test_explained_words_are_known_on_the_page() -> None:
    """They may be used as they are from then on."""
    assert explained_words([Passage("出す届出〈=知らせること〉と「保険」〈=例〉です。", 1)]) == {"届出", "保険"}
