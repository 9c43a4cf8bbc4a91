"""Where a reader may pause: the edges of phrases (文節), for word spacing (分かち書き).

A phrase begins at a content word; particles, auxiliaries, suffixes and counters hang on to what
stands before them, and so do nouns that make one compound. Practice: research/japanese.md §3.3.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from portal.furigana.analysis import AnalysisCopy
from portal.furigana.characters import has_kanji
from portal.furigana.engine import Engine, Token

_HANGS_ON: Final = ("助詞", "助動詞", "接尾辞", "形状詞-助動詞語幹", "補助記号", "空白")
_DEPENDENT: Final = ("動詞-非自立可能", "形容詞-非自立可能")
_NOUN: Final = ("名詞", "形状詞", "記号")
_TIME: Final = "名詞-普通名詞-副詞可能"
"""Nouns that stand alone before another noun: 毎月 給料を, 全部 答えました."""

_HALF_DAYS: Final = frozenset({"午前", "午後"})
_REQUEST: Final = "くださ"
_MAKES_VERB: Final = re.compile("(?:[すしさせ]|でき)")
"""Forms of する and できる, which make a verb of the noun before them."""

_LATIN: Final = re.compile(r"[0-9A-Za-z]{2}")


@lru_cache(maxsize=4096)
def phrase_edges(text: str) -> tuple[int, ...]:
    """List the offsets inside of the text at which a phrase begins right after another one.

    Where a space or a mark separates them already, nothing is listed: it is space enough.
    Navigation and footers come back on every page, so the last texts are remembered.
    """
    copy = AnalysisCopy.of(text)
    starts = (copy.original_range(start, start + 1)[0] for start in phrase_starts(Engine.shared().tokens(copy.text)))
    return tuple(start for start in starts if _touch(text, start))


def phrase_starts(tokens: Sequence[Token]) -> Iterator[int]:
    """Go through the places where a phrase follows another one."""
    return (after.start for before, after in pairwise(tokens) if not _belongs(before, after))


def _touch(text: str, at: int) -> bool:
    """Say whether letters stand on both sides, and not two of one Latin word or number."""
    around = text[at - 1 : at + 1]
    return around.isalnum() and _LATIN.fullmatch(around) is None


def _belongs(before: Token, after: Token) -> bool:
    """Say whether a word is part of the phrase of the word before it."""
    if after.kind.startswith(_HANGS_ON) or before.kind.startswith(("接頭辞", "補助記号")):
        return True
    if after.kind.startswith(_DEPENDENT):
        return _depends(before, after)
    if after.kind.startswith(_NOUN):
        return _compounds(before, after)
    return after.kind.startswith("動詞") and before.kind.startswith("動詞")


def _depends(before: Token, after: Token) -> bool:
    """Say whether a verb like いる or する only helps the word before it; 〜て ください stays two phrases."""
    if before.kind.startswith("助詞-接続助詞"):
        return not has_kanji(after.surface) and not after.surface.startswith(_REQUEST)
    if "サ変" in before.kind or before.surface == "どう":
        return _MAKES_VERB.match(after.surface) is not None
    return before.kind.startswith("動詞")


def _compounds(before: Token, after: Token) -> bool:
    """Say whether a noun goes on with the noun before it: 国民健康保険 + 課, 2 + か月 + 前."""
    if not before.kind.startswith((*_NOUN, "接尾辞-名詞的")):
        return False
    if before.kind == _TIME:
        return before.surface in _HALF_DAYS and after.kind.startswith("名詞-数詞")
    return True
