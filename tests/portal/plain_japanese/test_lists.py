"""The lists of content/plain are checked like every source."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.loading import find_problems
from portal.plain_japanese.lists import Budget, Lists, read_lists
from portal.plain_japanese.words import words_of
from portal.problems import SourceError


def problems_of(folder: Path, name: str, text: str) -> list[str]:
    """What is said of ``content/plain/name`` with ``text``."""
    (folder / "content/plain").mkdir(parents=True, exist_ok=True)
    (folder / "content/plain" / name).write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        read_lists(folder)
    return [str(problem) for problem in refused.value.problems]


def test_missing_lists_are_empty(tmp_path: Path) -> None:
    """A project without them is linted all the same."""
    assert read_lists(tmp_path) == Lists()


def test_source_of_a_rewording_must_be_listed(tmp_path: Path) -> None:
    """Every pair says where it is from."""
    text = "sources: []\nrewordings:\n  - {kind: written, words: 記入, better: 書く, source: nobody}\n"
    assert problems_of(tmp_path, "rewordings.yml", text) == [
        "content/plain/rewordings.yml:3: 出典「nobody」が sources にありません。綴りを直すか、sources に加えてください。"
    ]


def test_wording_stands_once(tmp_path: Path) -> None:
    """Two better wordings for one would contradict each other."""
    pair = "  - {kind: written, words: 記入, better: 書く, source: own}\n"
    text = f"sources:\n  - {{id: own, title: 例, publisher: 例}}\nrewordings:\n{pair}{pair}"
    assert problems_of(tmp_path, "rewordings.yml", text) == ["content/plain/rewordings.yml:5: 「記入」は 4 行目にもあります。一つにまとめてください。"]


def test_unsound_lists_stop_the_check_of_the_sources(tree: Path) -> None:
    """``scripts/check`` tells of them too."""
    (tree / "content/plain").mkdir()
    (tree / "content/plain/settings.yml").write_text("warnings: {share: 2}\n", encoding="utf-8")
    assert [(problem.path, problem.line) for problem in find_problems(tree)] == [("content/plain/settings.yml", 1)]


def test_budget_gives_short_pages_some_room() -> None:
    """A share of the sentences, a least number, and an exception for a page."""
    budget = Budget(share=0.1, least=3, pages={"x.md": 0.5})
    assert [budget.most("y.md", 10), budget.most("y.md", 100), budget.most("x.md", 100)] == [3, 10, 50]


def test_rewordings_begin_where_a_word_begins(lists: Lists) -> None:
    """A wording that the analyser never cuts so would never be found."""
    unfound = [each.words for each in lists.rewordings.rewordings if not any(word.start == 1 for word in words_of(f"。{each.words}。"))]
    assert unfound == []
