"""The second opinion: pyopenjtalk-plus, a speech front end with rules of its own. For development only, never needed to build or to check.

What it does differently from us is known (research/japanese.md §2.2): it expands （火）, writes numbers in kanji and reads some days
wrong. Numbers and weekday letters that our rules read are therefore left out by the caller.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from portal.furigana.characters import hiragana

PACKAGE = "pyopenjtalk"


class Heard(NamedTuple):
    """Kana of the second engine for text[start:end]."""

    start: int
    end: int
    reading: str


class MissingEngineError(Exception):
    """The second engine is not installed."""


class SecondEngine:
    """pyopenjtalk-plus, its words put back on the places of the text."""

    def __init__(self) -> None:
        """Open it; raises MissingEngineError."""
        try:
            with contextlib.redirect_stdout(io.StringIO()):  # it speaks of a package that we do not use
                self._module: Any = importlib.import_module(PACKAGE)
        except ImportError as error:
            message = "二つめの解析（pyopenjtalk-plus）が入っていません。scripts/test を一度実行すると入ります。"
            raise MissingEngineError(message) from error

    def readings(self, text: str) -> list[Heard]:
        """Words of the text with kana, in order and disjoint; those it writes in another way (numbers) are left out."""
        features = self._module.run_frontend(text, predict_nani=False)
        words = [(_normal(str(feature["string"])), hiragana(str(feature["read"]))) for feature in features]
        return list(_place_words(text, words))


def _normal(text: str) -> str:
    """One letter for one letter: full and half width alike."""
    return "".join(folded if len(folded := unicodedata.normalize("NFKC", letter)) == 1 else letter for letter in text)


def _place_words(text: str, words: Sequence[tuple[str, str]]) -> Iterator[Heard]:
    """Find each word in the text; a word counts only where all its letters are found, one after the other."""
    spoken = "".join(word for word, _ in words)
    places: dict[int, int] = {}
    for block in SequenceMatcher(None, _normal(text), spoken, autojunk=False).get_matching_blocks():
        places.update({block.b + offset: block.a + offset for offset in range(block.size)})
    at = 0
    for word, kana in words:
        found = [places.get(place) for place in range(at, at + len(word))]
        at += len(word)
        start = found[0] if found else None
        if start is not None and found == list(range(start, start + len(word))):
            yield Heard(start, start + len(word), kana)
