"""Words that are written alike and read differently: an author confirms each place where the machine chose.

`content/readings/heteronyms.yml`: `heteronyms: - {surface: 間, readings: [あいだ, ま, かん]}`. A surface stands for whole words of the
analysis, with the kana that belong to them (行っ finds 行った and 行って).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from portal.furigana.words import Words
from portal.model.base import Record
from portal.review_gate.decisions import KANJI, Kana, check_okurigana


class Heteronym(Record):
    """A word and the readings it may have."""

    surface: Annotated[str, StringConstraints(pattern=KANJI)]
    readings: Annotated[tuple[Kana, ...], Field(strict=False, min_length=2)]

    @model_validator(mode="after")
    def _fits(self) -> Heteronym:
        for reading in self.readings:
            check_okurigana(self.surface, reading)
        return self


class HeteronymFile(Record):
    """``content/readings/heteronyms.yml``."""

    heteronyms: Annotated[tuple[Heteronym, ...], Field(strict=False)]


class Heteronyms:
    """The list, found in analysed text by longest match."""

    def __init__(self, heteronyms: Iterable[Heteronym]) -> None:
        """Take checked entries."""
        self._readings = {entry.surface: entry.readings for entry in heteronyms}
        longest_first = sorted(self._readings, key=lambda surface: (-len(surface), surface))
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __len__(self) -> int:
        """Count the entries."""
        return len(self._readings)

    def __iter__(self) -> Iterator[Heteronym]:
        """Go through the entries."""
        return (Heteronym(surface=surface, readings=readings) for surface, readings in self._readings.items())

    def readings(self, surface: str) -> tuple[str, ...]:
        """The readings of a word; none where it is not on the list."""
        return self._readings.get(surface, ())

    def find(self, text: str, words: Words) -> Iterator[tuple[int, int]]:
        """Places of listed words; one of a single letter counts only as a word of its own (表 is not part of 一覧表)."""
        at = 0
        while self._pattern and (match := self._pattern.search(text, at)):
            edges = words.edges if len(match.group()) == 1 else words.inner_edges
            whole = match.start() in edges and match.end() in edges
            if whole:
                yield match.span()
            at = match.end() if whole else match.start() + 1
