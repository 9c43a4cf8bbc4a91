"""Names that the analyser cuts are found where they stand in running text."""

from __future__ import annotations

from pathlib import Path

from portal.furigana.annotate import Annotator
from portal.furigana.lexicon import Lexicon
from portal.loading import read_portal
from portal.search.index import build_index


def test_units_that_mention_a_body_are_found_by_its_name(root: Path) -> None:
    """法テラス is cut into two words by the analyser, and is found in the units all the same."""
    portal, _ = read_portal(root)
    assert portal is not None

    index = build_index(portal, "ja", Annotator(Lexicon.of([])))

    found = {index["documents"][number]["url"] for number in index["postings"]["法テラス"][::2]}
    assert {"units/a1-1/", "directory/houterasu/#houterasu-multilingual"} <= found
