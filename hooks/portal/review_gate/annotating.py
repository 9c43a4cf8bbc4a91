"""The site's annotator: its readings with the authors' decisions as fixed spans."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from portal.furigana.analysis import AnalysisCopy
from portal.furigana.annotate import Annotator
from portal.furigana.characters import hiragana
from portal.furigana.lexicon import Lexicon
from portal.furigana.lexicon import Reading as Line
from portal.furigana.spans import FixedSpan, Reading
from portal.review_gate.decisions import Decisions

REMEMBERED = 4096
"""Texts kept in memory: navigation and footers come back on every page."""


class DecidedAnnotator(Annotator):
    """Reads Japanese text with the site's rules; an author's decision about a word in its context wins over lexicon and rules."""

    def __init__(self, lexicon: Lexicon, decisions: Decisions) -> None:
        """Take the site's lexicon and decisions."""
        super().__init__(lexicon)
        self._decisions = decisions.beside(lexicon)
        self._decided: dict[str, list[Reading]] = {}
        self.version = f"{self.version}+decisions-{decisions.digest}-{digest_gate()}"

    def with_readings(self, readings: Iterable[Line]) -> DecidedAnnotator:
        """Give an annotator for one page whose own readings win over the site's lexicon, not over decisions."""
        return DecidedAnnotator(self._lexicon.with_readings(readings), self._decisions)

    def readings(self, text: str, fixed: Sequence[FixedSpan] = ()) -> list[Reading]:
        """Give the places that carry ruby; decided ones have the layer ``fixed``."""
        if fixed:
            return self._decide_readings(text, fixed)
        if text not in self._decided:
            if len(self._decided) >= REMEMBERED:
                self._decided.clear()
            self._decided[text] = self._decide_readings(text, ())
        return self._decided[text]

    def _decide_readings(self, text: str, fixed: Sequence[FixedSpan]) -> list[Reading]:
        """Keep what is printed where a decision confirms it; read anew where one corrects it."""
        plain = super().readings(text, fixed)
        decided = self._decisions.spans(text, fixed)
        corrected = [span for span in decided if printed_kana(text, plain, span.start, span.end) != hiragana(span.reading)]
        found = super().readings(text, [*fixed, *corrected]) if corrected else plain
        return [reading._replace(layer="fixed") if _is_inside(reading, decided) else reading for reading in found]


def printed_kana(text: str, readings: Iterable[Reading], start: int, end: int) -> str:
    """Text[start:end] in hiragana as it is printed; "" where a reading reaches over the edge of the range."""
    pieces: list[str] = []
    at = start
    for found in readings:
        if found.end <= start or found.start >= end:
            continue
        if found.start < start or found.end > end:
            return ""
        pieces += [text[at : found.start], found.reading]
        at = found.end
    return hiragana(AnalysisCopy.of("".join([*pieces, text[at:end]])).text)


def _is_inside(reading: Reading, spans: Iterable[FixedSpan]) -> bool:
    return any(span.start <= reading.start and reading.end <= span.end for span in spans)


@lru_cache(maxsize=1)
def digest_gate() -> str:
    """Twelve hexadecimal digits that change with any line of this package: no kept result survives a change of its rules."""
    total = hashlib.sha256()
    for entry in sorted(files("portal.review_gate").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".py"):
            total.update(entry.read_bytes())
    return total.hexdigest()[:12]
