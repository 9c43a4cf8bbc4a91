"""Readings for a text: the layers in their order, and the segments they make."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from portal.furigana.analysis import AnalysisCopy
from portal.furigana.cache import digest_rules
from portal.furigana.characters import has_kanji, hiragana, is_kana
from portal.furigana.compounds import find_compound_readings
from portal.furigana.contexts import find_context_readings
from portal.furigana.engine import Engine, Part, Token
from portal.furigana.heteronyms import find_heteronym_readings
from portal.furigana.lexicon import Lexicon
from portal.furigana.lexicon import Reading as Line
from portal.furigana.numbers import find_number_readings
from portal.furigana.okurigana import anchor_reading, cut_reading
from portal.furigana.spans import FixedSpan, Reading, Segment, fill_segments, merge_by_order
from portal.furigana.vocabulary import VOCABULARY
from portal.furigana.weekdays import find_weekday_readings
from portal.furigana.words import Words

__all__ = ["Annotator", "FixedSpan", "Segment"]

_REMEMBERED: Final = 4096
"""Texts kept in memory: navigation and footers come back on every page."""


_DIGIT: Final = re.compile(r"[0-9０-９]")


class Annotator:
    """Reads Japanese text with the site's rules. One a process is enough; not safe for threads."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the site's lexicon; the engine is shared with other annotators."""
        self._lexicon = lexicon
        self._engine = Engine.shared()
        self._known: OrderedDict[str, list[Reading]] = OrderedDict()
        self.version = f"{self._engine.version}+rules-{digest_rules()}+lexicon-{lexicon.digest}"

    def with_readings(self, readings: Iterable[Line]) -> "Annotator":
        """Give an annotator for one page whose own readings win over the site's lexicon."""
        return Annotator(self._lexicon.with_readings(readings))

    def segments(self, text: str, fixed: Sequence[FixedSpan] = ()) -> list[Segment]:
        """Cut the text into segments; their bases join to the text, whatever it is.

        Raises ValueError for a fixed span outside of the text, overlapping another, or with a
        reading that is not kana.
        """
        return list(fill_segments(text, self.readings(text, fixed)))

    def reading(self, text: str, fixed: Sequence[FixedSpan] = ()) -> str:
        """Give the text in hiragana for search; digits, Latin letters and marks stay as they are."""
        return hiragana("".join(segment.reading or segment.base for segment in self.segments(text, fixed)))

    def readings(self, text: str, fixed: Sequence[FixedSpan] = ()) -> list[Reading]:
        """Give the places that carry ruby and the layer that decided each (for the review gate)."""
        if fixed:
            return self._read(text, check_fixed(text, fixed))
        if text not in self._known:
            self._known[text] = self._read(text, ())
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return self._known[text]

    def known_readings(self, text: str) -> list[str]:
        """List the readings a piece of a word may have: its own first, then those of a single kanji."""
        return [self.reading(text), *(self._engine.letter_readings(text) if len(text) == 1 else ())]

    def _read(self, text: str, fixed: Sequence[FixedSpan]) -> list[Reading]:
        if not fixed and not has_kanji(text):
            return []
        copy = AnalysisCopy.of(text)
        words = Words(self._engine.tokens(copy.text))
        found = self._decide(copy, words, fixed)
        return [Reading(*copy.original_range(start, end), kana, layer) for start, end, kana, layer in found if kana]

    def _decide(self, copy: AnalysisCopy, words: Words, fixed: Sequence[FixedSpan]) -> list[Reading]:
        """Let the stronger layers speak first; the engine reads what they left."""
        decided = merge_by_order(
            _fixed_readings(copy, fixed),
            self._lexicon.find(copy.text, words.edges),
            VOCABULARY.find(copy.text, words.edges),
        )
        free = _occupied(decided)
        rules = [rule for rule in _rule_readings(copy.text, words) if free.isdisjoint(range(rule.start, rule.end))]
        stronger = [cut for found in decided for cut in _cut(copy.text, found, words)]
        taken = free | _occupied(rules)
        return sorted([*stronger, *rules, *self._left_to_engine(copy.text, words, taken)])

    def _left_to_engine(self, text: str, words: Words, taken: set[int]) -> Iterator[Reading]:
        """Read the words no layer touched, and anew the rest of those one has cut."""
        for token in words.tokens:
            if not token.parts:
                continue
            if taken.isdisjoint(range(token.start, token.end)):
                yield from read_token(token)
                continue
            for start, end in _gaps(token, taken):
                yield from self._read_rest(text, token, start, end)

    def _read_rest(self, text: str, token: Token, start: int, end: int) -> Iterator[Reading]:
        """Read text[start:end], the rest of a cut word: by its short words, else by a new analysis."""
        parts = [part for part in token.parts if start <= part.start and part.end <= end]
        if parts and parts[0].start == start and parts[-1].end == end and all(part.reading for part in parts):
            yield from _anchor_parts(token, parts)
            return
        for fresh in self._engine.tokens(text[start:end]):
            for found in read_token(fresh):
                yield found._replace(start=found.start + start, end=found.end + start)


def _rule_readings(text: str, words: Words) -> list[Reading]:
    """Let the rooms of rules speak in their order: numbers before words, the narrow rows of the table before the wide rules."""
    return merge_by_order(
        find_weekday_readings(text, words),
        find_number_readings(text, words),
        find_heteronym_readings(text, words.tokens),
        find_compound_readings(words.tokens),
        find_context_readings(words.tokens),
    )


def read_token(token: Token) -> Iterator[Reading]:
    """Put the engine's reading over a word, in short words where these join to the same kana or the whole has none."""
    if not token.reading:
        yield from _anchor_parts(token, [part for part in token.parts if is_kana(part.reading)])
    elif _joins(token):
        yield from _anchor_parts(token, token.parts)
    else:
        yield from anchor_reading(token.start, token.surface, token.reading, "engine")


def _joins(token: Token) -> bool:
    """Say whether the short words read as the whole does; a word with digits (36協定) is never cut."""
    return _DIGIT.search(token.surface) is None and "".join(part.reading for part in token.parts) == token.reading


def _anchor_parts(token: Token, parts: Iterable[Part]) -> Iterator[Reading]:
    for part in parts:
        surface = token.surface[part.start - token.start : part.end - token.start]
        if has_kanji(surface):
            yield from anchor_reading(part.start, surface, part.reading, "engine")


def check_fixed(text: str, fixed: Sequence[FixedSpan]) -> list[FixedSpan]:
    """Order the author's spans; ValueError where one cannot be used."""
    ordered = sorted(fixed, key=lambda span: (span.start, span.end))
    at = 0
    for span in ordered:
        if not at <= span.start < span.end <= len(text):
            message = f"読みの指定 {span.start}–{span.end} が本文の外か、ほかの指定と重なっています。"
            raise ValueError(message)
        if span.reading and not is_kana(span.reading):
            message = f"「{text[span.start : span.end]}」の読み「{span.reading}」に、かな以外の文字があります。"
            raise ValueError(message)
        at = span.end
    return ordered


def _fixed_readings(copy: AnalysisCopy, fixed: Sequence[FixedSpan]) -> Iterator[Reading]:
    for span in fixed:
        start, end = copy.copied_range(span.start, span.end)
        if start < end:
            yield Reading(start, end, span.reading, "fixed")


def _cut(text: str, found: Reading, words: Words) -> Iterator[Reading]:
    """Cut a fixed or lexicon reading into short words where the engine's words agree with it."""
    start, end, kana, layer = found
    if not kana:
        return iter(())
    return cut_reading(text[start:end], kana, start, _parts_within(words, start, end), layer)


def _parts_within(words: Words, start: int, end: int) -> list[Part]:
    """List the short words that cover exactly text[start:end]; none where they do not fit."""
    inside = [token for token in words.tokens if start <= token.start and token.end <= end]
    parts = [part for token in inside for part in token.parts or (Part(token.start, token.end, hiragana(token.surface)),)]
    covered = bool(parts) and parts[0].start == start and parts[-1].end == end
    return parts if covered else []


def _occupied(readings: Iterable[Reading]) -> set[int]:
    return {place for found in readings for place in range(found.start, found.end)}


def _gaps(token: Token, taken: set[int]) -> Iterator[tuple[int, int]]:
    """List the stretches of a word that no layer has taken."""
    start = token.start
    for at in range(token.start, token.end + 1):
        if at == token.end or at in taken:
            if start < at:
                yield start, at
            start = at + 1
