"""Readings of one text as the gate sees them: which word, what is printed, who decided, and which words wait for an author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from portal.furigana.analysis import AnalysisCopy
from portal.furigana.annotate import Annotator
from portal.furigana.engine import Engine
from portal.furigana.spans import Reading
from portal.furigana.words import Words
from portal.review_gate.annotating import printed_kana
from portal.review_gate.decisions import BEGIN, END, GLOSS, NUMERAL, follows_numeral
from portal.review_gate.heteronyms import Heteronyms
from portal.review_gate.texts import SourceText

DECIDED = frozenset({"fixed", "lexicon"})


@dataclass(frozen=True)
class Run:
    """A word that waits: its range in the text, what is printed over the whole of it, and what else it may be."""

    text: SourceText
    start: int
    end: int
    reading: str
    candidates: tuple[str, ...]
    listed: bool

    @property
    def word(self) -> str:
        """The word as it is written."""
        return AnalysisCopy.of(self.text.text[self.start : self.end]).text


@dataclass(frozen=True)
class ReadText:
    """A text with its readings, and its words by the engine."""

    source: SourceText
    readings: Sequence[Reading]

    @classmethod
    def of(cls, source: SourceText, annotator: Annotator) -> ReadText:
        """Read a text as the site prints it."""
        return cls(source, annotator.readings(source.text, source.fixed))

    @cached_property
    def copy(self) -> AnalysisCopy:
        """The text as it is analysed."""
        return AnalysisCopy.of(self.source.text)

    @cached_property
    def words(self) -> Words:
        """The words of the copy."""
        return Words(Engine.shared().tokens(self.copy.text))

    def kana(self, start: int, end: int) -> str:
        """Text[start:end] in hiragana as it is printed; "" where a reading is cut by the range."""
        return printed_kana(self.source.text, self.readings, start, end)

    def is_open(self, start: int, end: int) -> bool:
        """Whether engine or rules alone decided a reading in text[start:end]."""
        return any(found.layer not in DECIDED for found in self.within(start, end))

    def within(self, start: int, end: int) -> list[Reading]:
        """The readings that touch text[start:end]."""
        return [found for found in self.readings if found.start < end and start < found.end]

    def is_number(self, start: int, end: int) -> bool:
        """Whether number rules read text[start:end]: it holds a digit or follows a number, and a rule decided."""
        counted = follows_numeral(self.source.text, start) or any(letter.isdecimal() for letter in self.source.text[start:end])
        return counted and all(found.layer == "rule" for found in self.within(start, end))

    def is_counted(self, start: int, end: int) -> bool:
        """Whether number rules read text[start:end], numbers written in kanji included (一か所, 三つ目)."""
        numeral = NUMERAL.search(self.source.text[start : start + 1])
        return self.is_number(start, end) or (numeral is not None and all(found.layer == "rule" for found in self.within(start, end)))

    def word_around(self, start: int, end: int) -> tuple[int, int]:
        """The shortest range of whole words around text[start:end], with kana that belong to it (行っ)."""
        first, last = self.copy.copied_range(start, end)
        tokens = [token for token in self.words.tokens if token.start < last and first < token.end]
        parts = [part for token in tokens for part in (token.parts or (token,)) if part.start < last and first < part.end]
        if not parts:
            return start, end
        return self.copy.original_range(min(part.start for part in parts), max(part.end for part in parts))

    def context(self, start: int, end: int, size: int) -> tuple[str, str]:
        """What a decision about text[start:end] keeps: ``size`` short words on each side, and any word of which the place is only a part.

        Glosses are left out; at the ends of the text stand the marks of ends.
        """
        first, last = self.copy.copied_range(start, end)
        around = [token for token in self.words.tokens if token.start < last and first < token.end]
        least = (around[0].start, around[-1].end) if around else (first, last)
        shorts = self._neighbours(first)
        before = [BEGIN, *(self.copy.text[slice(*short)] for short in shorts if short[1] <= first)]
        after = [*(self.copy.text[slice(*short)] for short in shorts if short[0] >= last), END]
        inner = [sum(least[0] <= short[0] and short[1] <= first for short in shorts), sum(last <= short[0] and short[1] <= least[1] for short in shorts)]
        left, right = (max(size, count) for count in inner)
        return "".join(before[-left:] if left else ()), "".join(after[:right])

    def _neighbours(self, place: int) -> list[tuple[int, int]]:
        """The short words of the stretch around a place: outside of all glosses, or of its own gloss."""
        glosses = [match.span() for match in GLOSS.finditer(self.copy.text)]
        home = next((span for span in glosses if span[0] <= place < span[1]), None)
        shorts = [(short.start, short.end) for token in self.words.tokens for short in (token.parts or (token,))]
        return [short for short in shorts if _same_stretch(short[0], glosses, home)]

    def listed_runs(self, heteronyms: Heteronyms) -> Iterator[Run]:
        """Words of the list that no author, lexicon or number rule has decided."""
        for place in heteronyms.find(self.copy.text, self.words):
            start, end = self.copy.original_range(*place)
            kana = self.kana(start, end)
            if kana and self.is_open(start, end) and not self.is_number(start, end):
                candidates = heteronyms.readings(self.copy.text[slice(*place)])
                yield Run(self.source, start, end, kana, candidates, listed=True)


def _same_stretch(place: int, glosses: Iterable[tuple[int, int]], home: tuple[int, int] | None) -> bool:
    """Whether a place is in the same gloss, without its brackets, or like it outside of all glosses."""
    if home:
        return home[0] + 2 <= place < home[1] - 1
    return not any(start <= place < end for start, end in glosses)
