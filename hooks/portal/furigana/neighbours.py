"""The words around one word of a text, as the rules for heteronyms ask for them."""

from collections.abc import Sequence
from typing import Final

from portal.furigana.engine import Token

_CLAUSE: Final = 10


def surface_at(tokens: Sequence[Token], at: int) -> str:
    """Give the word at a place, "" outside of the text."""
    return tokens[at].surface if 0 <= at < len(tokens) else ""


def kind_at(tokens: Sequence[Token], at: int) -> str:
    """Give the part of speech at a place, "" outside of the text."""
    return tokens[at].kind if 0 <= at < len(tokens) else ""


def letters_behind(tokens: Sequence[Token], at: int, most: int = 4) -> str:
    """Join the words behind one, four at most."""
    return "".join(token.surface for token in tokens[at + 1 : at + 1 + most])


def clause_before(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Give the words before a verb, back to the end of the sentence before, ten at most."""
    first = at
    while first > max(0, at - _CLAUSE) and tokens[first - 1].surface not in ("。", "て", "で、", "」"):
        first -= 1
    return tokens[first:at]
