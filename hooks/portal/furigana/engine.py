"""The morphological analyser: words of a text with their readings (SudachiPy, mode C).

Source of the choice and of the figures: research/japanese.md §2.2. Memory about 100 MB a process,
the dictionary is opened once and shared.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from typing import Final, NamedTuple, Protocol

from sudachipy import Config, Dictionary, SplitMode

from portal.furigana.characters import has_kanji, hiragana, is_kana

_MOST: Final = 4000
"""Characters analysed in one call: Sudachi refuses input above 49,149 bytes."""

_SENTENCE: Final = re.compile(r"[^。！？\n]*[。！？\n]?")

_PLUGINS: Final = [{"class": "com.worksap.nlp.sudachi.DefaultInputTextPlugin"}]
"""Only the normaliser: the default list would swallow a reading in brackets, 漢字（かんじ）."""


class Part(NamedTuple):
    """A short word (mode A) inside of a token; offsets in the whole text."""

    start: int
    end: int
    reading: str


class Token(NamedTuple):
    """A word (mode C). `reading` is hiragana, or "" where the engine knows none."""

    start: int
    end: int
    surface: str
    reading: str
    kind: str
    """First three parts of speech, as in 名詞-普通名詞-サ変可能."""
    parts: tuple[Part, ...]
    """The same word in short words; one part where it cannot be cut."""


class _Morpheme(Protocol):
    def begin(self) -> int: ...
    def end(self) -> int: ...
    def surface(self) -> str: ...
    def reading_form(self) -> str: ...
    def part_of_speech(self) -> tuple[str, ...]: ...
    def split(self, mode: object) -> "list[_Morpheme]": ...


class Engine:
    """Sudachi with its core dictionary. Not safe for use by two threads at once."""

    def __init__(self) -> None:
        """Open the dictionary (0.2 s)."""
        dictionary = Dictionary(dict="core", config=Config(inputTextPlugin=_PLUGINS))
        self._dictionary = dictionary
        self._tokenizer = dictionary.tokenizer(SplitMode.C)
        self._short = SplitMode.A

    @staticmethod
    def shared() -> "Engine":
        """Give the one engine of this process."""
        return _open_engine()

    @property
    def version(self) -> str:
        """Versions of the analyser and of its dictionary."""
        return f"sudachipy-{version('sudachipy')}+core-{version('sudachidict-core')}"

    def tokens(self, text: str) -> list[Token]:
        """Cut the text into words; they are in order, disjoint and never empty."""
        return [token for start, piece in _pieces(text) for token in self._read(piece, start)]

    def _read(self, piece: str, offset: int) -> Iterator[Token]:
        morphemes: list[_Morpheme] = self._tokenizer.tokenize(piece)
        at = 0
        for morpheme in morphemes:
            start, end = max(morpheme.begin(), at), morpheme.end()
            if start < end:
                yield self._token(morpheme, piece[start:end], offset + start)
                at = end

    def _token(self, morpheme: _Morpheme, surface: str, start: int) -> Token:
        kind = "-".join(morpheme.part_of_speech()[:3])
        end = start + len(surface)
        if not has_kanji(surface):
            return Token(start, end, surface, "", kind, ())
        reading = "" if kind.startswith("補助記号") else self._kana(morpheme.reading_form(), surface)
        parts = self._parts(morpheme, start, end) if len(surface) > 1 else ()
        token = Token(start, end, surface, reading, kind, parts or (Part(start, end, reading),))
        return _say_nihon(token) if "日本" in surface else token

    def _parts(self, morpheme: _Morpheme, start: int, end: int) -> tuple[Part, ...]:
        """Cut into short words; nothing where they do not cover the word exactly."""
        shorts = morpheme.split(self._short)
        if len(shorts) <= 1:
            return ()
        offset = start - morpheme.begin()
        parts = [Part(short.begin() + offset, short.end() + offset, hiragana(short.reading_form())) for short in shorts]
        edges = [start, *(part.end for part in parts)]
        fits = [part.start for part in parts] == edges[:-1] and edges[-1] == end and edges == sorted(set(edges))
        return tuple(parts) if fits else ()

    def _kana(self, reading: str, surface: str) -> str:
        """Turn a reading into hiragana; unknown kanji are read one by one, or not at all."""
        kana = hiragana(reading)
        if is_kana(kana):
            return kana
        letters = [next(iter(self.letter_readings(letter)), "") if has_kanji(letter) else hiragana(letter) for letter in surface]
        joined = "".join(letters)
        return joined if all(letters) and is_kana(joined) else ""

    def letter_readings(self, letter: str) -> list[str]:
        """List the dictionary's readings of one kanji in hiragana; none where it is unknown."""
        readings = (hiragana(entry.reading_form()) for entry in self._dictionary.lookup(letter))
        return list(dict.fromkeys(filter(is_kana, readings)))


def _say_nihon(token: Token) -> Token:
    """Read 日本 as にほん in common words; names of bodies keep what the dictionary says."""
    if token.kind.startswith("名詞-固有名詞") and token.surface != "日本":
        return token
    parts = tuple(part._replace(reading=part.reading.replace("にっぽん", "にほん")) for part in token.parts)
    return token._replace(reading=token.reading.replace("にっぽん", "にほん"), parts=parts)


@lru_cache(maxsize=1)
def _open_engine() -> Engine:
    return Engine()


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut at sentence ends, and inside of sentences longer than the engine takes."""
    for sentence in _SENTENCE.finditer(text):
        for start in range(sentence.start(), sentence.end(), _MOST):
            yield start, text[start : min(start + _MOST, sentence.end())]
