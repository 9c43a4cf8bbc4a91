"""What authors decided: a word in its context is read so. A context-sensitive lexicon line, wherever it stands on the site.

`content/readings/confirmed/<topic>.yml`: `confirmed: - {word: 間, reading: あいだ, before: その, after: に}`. ``before`` and ``after`` are the
letters right beside the word (spaces and glosses 〈=…〉 left out), up to two words each; ``^`` is the beginning of a text, ``$`` its end, and an
empty one holds for any neighbour.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Final, NamedTuple

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from portal.furigana.analysis import AnalysisCopy
from portal.furigana.characters import is_kana
from portal.furigana.engine import Engine
from portal.furigana.lexicon import Lexicon
from portal.furigana.okurigana import anchor_reading
from portal.furigana.spans import FixedSpan, Reading
from portal.furigana.words import Words
from portal.model.base import Record

GLOSS: Final = re.compile(r"〈=[^〉]*〉")
LONGEST_CONTEXT: Final = 40
BEGIN: Final = "^"
END: Final = "$"
NUMERAL: Final = re.compile(r"[0-9０-９〇一二三四五六七八九十百千万億数何半]$")
KANJI: Final = r"[一-鿿㐀-䶿々〆〇]"


def check_kana(reading: str) -> str:
    """Accept hiragana and katakana; raise ValueError otherwise."""
    if not is_kana(reading):
        message = f"読み「{reading}」に、かな以外の文字があります。ひらがなで書いてください"
        raise ValueError(message)
    return reading


def check_okurigana(word: str, reading: str) -> None:
    """Raise ValueError where the kana of the word are not found in its reading."""
    if any(is_kana(letter) for letter in word) and [found[:2] for found in anchor_reading(0, word, reading, "fixed")] == [(0, len(word))]:
        message = f"「{word}」の読み「{reading}」に、「{word}」のかなが入っていません。送りがなまで全部の読みを書いてください"
        raise ValueError(message)


Kana = Annotated[str, AfterValidator(check_kana)]
Context = Annotated[str, StringConstraints(max_length=LONGEST_CONTEXT)]


class Decision(Record):
    """``word`` between ``before`` and ``after`` is read ``reading`` (hiragana or katakana, the whole word)."""

    word: Annotated[str, StringConstraints(pattern=KANJI)]
    reading: Kana
    before: Context = ""
    after: Context = ""

    @model_validator(mode="after")
    def _fits(self) -> Decision:
        check_okurigana(self.word, self.reading)
        return self

    @property
    def weight(self) -> tuple[int, int]:
        """The longer word wins, then the longer context."""
        return len(self.word), len(self.before) + len(self.after)

    @property
    def place(self) -> tuple[str, str, str]:
        """Where the decision holds, whatever it says."""
        return self.word, self.before, self.after


class DecisionFile(Record):
    """``content/readings/confirmed/*.yml``."""

    confirmed: Annotated[tuple[Decision, ...], Field(strict=False)]


class Match(NamedTuple):
    """A decision that holds for text[start:end]."""

    start: int
    end: int
    decision: Decision


class _Stretch(NamedTuple):
    """A piece of the analysis copy without its glosses, between the marks of its ends; ``places[i]`` is the copy's offset of its i-th character."""

    text: str
    places: list[int]


class _Hold(NamedTuple):
    """A decision that fits the letters of a copy: its word copy[start:end], with its context copy[first:last]."""

    first: int
    start: int
    end: int
    last: int
    decision: Decision


class Decisions:
    """The decisions of the site, found in any text."""

    def __init__(self, decisions: Iterable[Decision], lexicon: Lexicon | None = None) -> None:
        """Take checked decisions (of two for the same place the later one counts) and the lexicon whose longer lines they do not touch."""
        self._all = tuple({each.place: each for each in decisions}.values())
        self._lexicon = lexicon or Lexicon.of(())
        self._by_letter: dict[str, list[Decision]] = {}
        for decision in self._all:
            self._by_letter.setdefault(decision.word[0], []).append(decision)

    def __iter__(self) -> Iterator[Decision]:
        """Go through all decisions."""
        return iter(self._all)

    def beside(self, lexicon: Lexicon) -> Decisions:
        """The same decisions beside another lexicon."""
        return Decisions(self._all, lexicon)

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change when any decision does."""
        return digest_of(self)

    def about(self, texts: Iterable[str]) -> list[Decision]:
        """The decisions whose word stands in one of the texts, whatever its context."""
        joined = "\n".join(AnalysisCopy.of(text).text for text in texts)
        return [decision for decision in self if decision.word in joined]

    def spans(self, text: str, fixed: Iterable[FixedSpan] = ()) -> list[FixedSpan]:
        """The readings decided for places of the text, those left out that overlap a fixed one."""
        taken = [(span.start, span.end) for span in fixed]
        free = [match for match in self.matches(text) if not any(start < match.end and match.start < end for start, end in taken)]
        return [FixedSpan(match.start, match.end, match.decision.reading) for match in free]

    def matches(self, text: str) -> list[Match]:
        """The decisions that hold in the text, in order and disjoint."""
        found: list[Match] = []
        for match in sorted(self.candidates(text), key=lambda match: (match.decision.weight, -match.start), reverse=True):
            if not any(match.start < other.end and other.start < match.end for other in found):
                found.append(match)
        return sorted(found, key=lambda match: match.start)

    def candidates(self, text: str) -> list[Match]:
        """All decisions whose word and context stand in the text, also those that another one overrules."""
        copy = AnalysisCopy.of(text)
        holds = [found for stretch in _stretches(copy.text) for found in self._in_stretch(stretch)]
        if not holds:
            return []
        words = Words(Engine.shared().tokens(copy.text))
        lines = list(self._lexicon.find(copy.text, words.edges))
        sound = [hold for hold in holds if _is_whole(hold, words) and _is_free(hold, lines)]
        found = [Match(*copy.original_range(hold.start, hold.end), hold.decision) for hold in sound]
        return [match for match in found if match.decision.before or not follows_numeral(text, match.start)]

    def _in_stretch(self, stretch: _Stretch) -> Iterator[_Hold]:
        for at, letter in enumerate(stretch.text):
            for decision in self._by_letter.get(letter, ()):
                end = at + len(decision.word)
                if _holds(decision, stretch.text, at, end):
                    first, last = stretch.places[max(1, at - len(decision.before))], stretch.places[min(end + len(decision.after), len(stretch.places) - 1) - 1]
                    yield _Hold(first, stretch.places[at], stretch.places[end - 1] + 1, last + 1, decision)


def _holds(decision: Decision, text: str, start: int, end: int) -> bool:
    return text.startswith(decision.word, start) and text.endswith(decision.before, 0, start) and text.startswith(decision.after, end)


def _is_whole(hold: _Hold, words: Words) -> bool:
    """Whether word and context are made of words, and any longer word around lies inside of the context: 日本 says nothing about 日本財団."""
    if not words.inner_edges.issuperset((hold.first, hold.start, hold.end, hold.last)):
        return False
    around = [token for token in words.tokens if token.start < hold.end and hold.start < token.end]
    return around[0].start >= hold.first and around[-1].end <= hold.last


def _is_free(hold: _Hold, lines: Iterable[Reading]) -> bool:
    """Whether no line of the lexicon there is longer than the word with its context."""
    return not any(line.start < hold.end and hold.start < line.end and line.end - line.start > hold.last - hold.first for line in lines)


def follows_numeral(text: str, start: int) -> bool:
    """Whether a number ends right before this offset: number rules read what follows it; behind a space begins something else."""
    return NUMERAL.search(text[:start]) is not None


def _stretches(text: str) -> Iterator[_Stretch]:
    """The text without its glosses, and each gloss: a gloss comes and goes with the first use of its term."""
    glosses = [match.span() for match in GLOSS.finditer(text)]
    inside = {place for start, end in glosses for place in range(start, end)}
    yield _stretch(text, [place for place in range(len(text)) if place not in inside])
    for start, end in glosses:
        yield _stretch(text, range(start + 2, end - 1))


def _stretch(text: str, places: Sequence[int]) -> _Stretch:
    return _Stretch("".join((BEGIN, *(text[place] for place in places), END)), [-1, *places, -1])


def digest_of(decisions: Iterable[Decision]) -> str:
    """Twelve hexadecimal digits for these decisions, whatever their order."""
    lines = sorted("\t".join((*decision.place, decision.reading)) for decision in decisions)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
