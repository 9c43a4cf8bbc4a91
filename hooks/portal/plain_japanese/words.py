"""Words of a sentence with their grammar (SudachiPy, mode C)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final, NamedTuple

from sudachipy import Config, Dictionary, SplitMode

_PLUGINS: Final = [{"class": "com.worksap.nlp.sudachi.DefaultInputTextPlugin"}]
_MOST: Final = 4000
"""Characters of one call: Sudachi refuses input above 49,149 bytes."""


class Word(NamedTuple):
    """A word. ``kind``: 名詞-普通名詞-一般; ``inflection``: 助動詞-ダ or *; ``form``: 連用形-一般 or *; ``short``: normal forms of its short words (mode A)."""

    surface: str
    kind: str
    inflection: str
    form: str
    base: str
    normal: str
    start: int
    short: tuple[str, ...]

    @property
    def end(self) -> int:
        """Offset behind the word."""
        return self.start + len(self.surface)


def words_of(text: str) -> tuple[Word, ...]:
    """Words of ``text`` (one sentence; what lies beyond 4,000 characters is left out)."""
    piece = text[:_MOST].encode("utf-8", "replace").decode("utf-8")
    return tuple(_word(morpheme) for morpheme in _tokenizer().tokenize(piece))


def _word(morpheme: Any) -> Word:
    speech = morpheme.part_of_speech()
    short = tuple(part.normalized_form() for part in morpheme.split(SplitMode.A)) if len(morpheme.surface()) > 1 else ()
    return Word(morpheme.surface(), "-".join(speech[:3]), speech[4], speech[5], morpheme.dictionary_form(), morpheme.normalized_form(), morpheme.begin(), short)


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    return Dictionary(dict="core", config=Config(inputTextPlugin=_PLUGINS)).tokenizer(SplitMode.C)
