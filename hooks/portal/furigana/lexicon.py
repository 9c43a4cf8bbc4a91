"""The site's own words: a surface, its reading, and where in a text they match."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.furigana.characters import has_kanji_or_digit, hiragana, is_kana
from portal.furigana.spans import Reading as FoundReading

_NUMERAL = re.compile(r"[0-9０-９〇一二三四五六七八九十百千]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of the lexicon: a word as it is written and its kana."""

    surface: str
    reading: str


class Lexicon:
    """Words with readings, found by longest match; later lines for the same surface win."""

    def __init__(self, words: dict[str, str]) -> None:
        """Take checked words; callers use `Lexicon.of`."""
        self._words = words
        longest_first = sorted(words, key=lambda surface: (-len(surface), surface))
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if words else None

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> "Lexicon":
        """Build a lexicon; ValueError names the first line that cannot be used."""
        words: dict[str, str] = {}
        for line in readings:
            check_reading(line)
            words[line.surface] = line.reading
        return cls(words)

    def with_readings(self, readings: Iterable[Reading]) -> "Lexicon":
        """Give a lexicon in which these readings (of one page, say) win over the present ones."""
        return Lexicon(self._words | Lexicon.of(readings)._words)  # noqa: SLF001  same class

    def __len__(self) -> int:
        """Count the words."""
        return len(self._words)

    def __iter__(self) -> Iterator[Reading]:
        """Go through the lines, ordered by surface."""
        return (Reading(surface, reading) for surface, reading in sorted(self._words.items()))

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change when any line does."""
        lines = "\n".join(f"{line.surface}\t{line.reading}" for line in self)
        return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def find(self, text: str, boundaries: frozenset[int]) -> Iterator[FoundReading]:
        """Find words in the text, left to right, the longest at each place.

        `boundaries` are the offsets at which words of the analysis begin or end. A surface of
        one character counts only as a word of its own (方 is not part of 方法), and a surface
        that begins or ends with a numeral never cuts a longer number.
        """
        if self._pattern is None:
            return
        at = 0
        while match := self._pattern.search(text, at):
            start, end = match.span()
            reading = self._words[match.group()]
            if _stands_alone(text, start, end, boundaries) and (end in boundaries or not _swallows_okurigana(text, end, reading)):
                yield FoundReading(start, end, reading, "lexicon")
                at = end
            else:
                at = start + 1


def check_reading(line: Reading) -> None:
    """Refuse a surface without kanji or digit and a reading that is not kana (ValueError)."""
    if not has_kanji_or_digit(line.surface):
        message = f"「{line.surface}」に漢字も数字もありません。surface には漢字か数字を入れてください。"
        raise ValueError(message)
    if not is_kana(line.reading):
        message = f"「{line.surface}」の読み「{line.reading}」に、かな以外の文字があります。ひらがなかカタカナで書いてください。"
        raise ValueError(message)


def _stands_alone(text: str, start: int, end: int, boundaries: frozenset[int]) -> bool:
    if end - start == 1 and not (start in boundaries and end in boundaries):
        return False
    cuts_before = start > 0 and _is_numeral(text[start - 1]) and _is_numeral(text[start])
    cuts_after = end < len(text) and _is_numeral(text[end - 1]) and _is_numeral(text[end])
    return not (cuts_before or cuts_after)


def _swallows_okurigana(text: str, end: int, reading: str) -> bool:
    """Say whether the word goes on with kana that its reading has already said: 立替払 in 立替払い."""
    return text[end : end + 1] == hiragana(reading[-1])


def _is_numeral(character: str) -> bool:
    return _NUMERAL.match(character) is not None
