"""The words of one analysed text and the edges between them, as the rules ask for them."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from portal.furigana.engine import Token

_DIGITS: Final = frozenset("一二三四五六七八九")
"""The engine takes some of them for prefixes: 七百円."""


class Words:
    """Tokens of a text (mode C) with their short words (mode A)."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Take the tokens of one text, in order."""
        self.tokens = tokens

    @cached_property
    def edges(self) -> frozenset[int]:
        """Offsets at which a word begins or ends."""
        return frozenset({0, *(token.start for token in self.tokens), *(token.end for token in self.tokens)})

    @cached_property
    def inner_edges(self) -> frozenset[int]:
        """Edges of words and of the short words inside of them."""
        return self.edges.union(part.end for token in self.tokens for part in token.parts)

    @cached_property
    def _by_start(self) -> dict[int, Token]:
        return {token.start: token for token in self.tokens}

    def reading(self, start: int, end: int) -> str:
        """Give the engine's reading where text[start:end] is exactly one word, else ""."""
        token = self._by_start.get(start)
        return token.reading if token and token.end == end else ""

    def are_numerals(self, start: int, end: int, *, names: bool = False) -> bool:
        """Say whether text[start:end] consists of whole numerals; `names` counts 三百 taken for a name too."""
        kinds = ("名詞-数詞", "名詞-固有名詞") if names else ("名詞-数詞",)
        at = start
        while at < end and (token := self._by_start.get(at)) and (token.kind.startswith(kinds) or token.surface in _DIGITS):
            at = token.end
        return at == end

    def is_given_name(self, start: int, end: int) -> bool:
        """Say whether text[start:end] is one word that the engine takes for a name of a person (百本, 一章), with no さん behind."""
        token = self._by_start.get(start)
        return token is not None and token.end == end and token.kind.startswith("名詞-固有名詞-人名") and not self._is_called(end)

    def _is_called(self, at: int) -> bool:
        behind = self._by_start.get(at)
        return behind is not None and behind.surface in ("さん", "様", "氏", "君", "ちゃん")

    def begins_with_numeral(self, start: int, end: int) -> bool:
        """Say whether text[start:end] begins with a shorter numeral, so that the engine has cut a number."""
        token = self._by_start.get(start)
        return token is not None and (token.kind.startswith("名詞-数詞") or token.surface in _DIGITS) and token.end < end
