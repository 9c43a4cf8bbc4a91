"""The copy of a text that is analysed: same words, without what misleads the analyser.

Spaces are left out (分かち書き and line breaks of the source), leading bullets and characters
that cannot be encoded become a comma. Every character of the copy knows its place in the text.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from portal.furigana.characters import VARIATION

_DROPPED: Final = re.compile(rf"[\s\u200B-\u200F\u2060\uFEFF\u00AD{VARIATION}]+")
_BULLET: Final = re.compile(r"(?:(?<=[\s。、」）])|^)[〇○◯●◎◆◇■□・※]+(?![年月日歳円件回名時分週か〇○◯●\s]|人(?:[、。がはをのにで]|$)|$)", re.MULTILINE)
_UNSAFE: Final = re.compile(r"[\uD800-\uDFFF\x00\u2460-\u24FF\u2776-\u2793\u3220-\u3247\u3280-\u32B0]")
"""Lone surrogates, which cannot be encoded, and numbered bullets, which would join the number behind them."""
_ASCII_WORD: Final = re.compile(r"[0-9A-Za-z０-９][,.:;!?%)]?")


_KANJI_NUMERAL: Final = re.compile(r"[〇一二三四五六七八九十百千万]")


@dataclass(frozen=True, slots=True)
class AnalysisCopy:
    """`text` to analyse; `places[i]` is the offset of its i-th character in the original."""

    text: str
    places: range | list[int]

    @classmethod
    def of(cls, original: str) -> "AnalysisCopy":
        """Make the copy of a text."""
        neutral = _UNSAFE.sub("、", _BULLET.sub(lambda found: "、" * len(found.group()), original))
        if _DROPPED.search(neutral) is None:
            return cls(neutral, range(len(neutral)))
        places = _kept_places(neutral)
        return cls("".join([neutral[place] for place in places]), places)

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """Translate a non-empty range of the copy into one of the original text."""
        return self.places[start], self.places[end - 1] + 1

    def copied_range(self, start: int, end: int) -> tuple[int, int]:
        """Translate a range of the original into the copy; empty where only spaces were."""
        return bisect_left(self.places, start), bisect_left(self.places, end)


def _kept_places(text: str) -> list[int]:
    """List the offsets that stay; a space between two Latin words or numbers stays a space."""
    kept: list[int] = []
    at = 0
    for gap in _DROPPED.finditer(text):
        kept.extend(range(at, gap.start()))
        if _separates_words(text, gap.start(), gap.end()):
            kept.append(gap.start())
        at = gap.end()
    kept.extend(range(at, len(text)))
    return kept


def _separates_words(text: str, start: int, end: int) -> bool:
    before = _ASCII_WORD.search(text[max(0, start - 2) : start])
    if before is None or before.end() != min(2, start):
        return False
    # A code before a kanji numeral is no part of that number: 「A1-2 二つの役割」.
    return _ASCII_WORD.match(text[end : end + 1]) is not None or _KANJI_NUMERAL.match(text[end : end + 1]) is not None
