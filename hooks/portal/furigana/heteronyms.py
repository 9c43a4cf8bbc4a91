"""Words with several readings that the letters before and behind them decide: 空にする, 公の, 紙の表と裏.

A row names the word as the engine cuts it (okurigana as an expression), the kana of its kanji, and what stands before and behind.
The first row that fits decides; where none fits the engine does. The rows are in `heteronym_rows`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from portal.furigana.characters import KANJI, hiragana
from portal.furigana.engine import Token
from portal.furigana.heteronym_rows import ROWS
from portal.furigana.okurigana import anchor_reading
from portal.furigana.spans import Reading

_NEAR: Final = 14
"""Letters on each side that a row may look at."""

_LEADING_KANJI: Final = re.compile(f"[{KANJI}]+")


class _Row(NamedTuple):
    surface: re.Pattern[str]
    kana: str
    before: re.Pattern[str]
    behind: re.Pattern[str]


def find_heteronym_readings(text: str, tokens: Sequence[Token]) -> Iterator[Reading]:
    """Read the words for which a row of the table fits."""
    rows = _rows_by_kanji()
    for token in tokens:
        if not token.parts:
            continue
        for row in rows.get(token.surface[0], ()):
            if _fits(row, text, token):
                yield from anchor_reading(token.start, token.surface, _whole_kana(token.surface, row.kana), "rule")
                break


def _fits(row: _Row, text: str, token: Token) -> bool:
    return bool(
        row.surface.fullmatch(token.surface)
        and row.behind.match(text, token.end, token.end + _NEAR)
        and row.before.search(text[max(0, token.start - _NEAR) : token.start])
    )


def _whole_kana(surface: str, kana: str) -> str:
    """Put the okurigana of the word behind the kana of its kanji."""
    leading = _LEADING_KANJI.match(surface)
    return kana + hiragana(surface[leading.end() :] if leading else "")


@lru_cache(maxsize=1)
def _rows_by_kanji() -> dict[str, list[_Row]]:
    """Sort the rows by the first kanji of their word, so that most words of a text look at none."""
    rows: dict[str, list[_Row]] = defaultdict(list)
    for surface, kana, before, behind in ROWS:
        rows[surface[0]].append(_Row(re.compile(surface), kana, re.compile(f"(?:{before})$"), re.compile(behind)))
    return dict(rows)
