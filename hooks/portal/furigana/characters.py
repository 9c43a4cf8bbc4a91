"""The character classes on which readings depend: kanji, kana, digits, spaces."""

import re
from typing import Final

KANJI: Final = (
    r"\u3005\u3006"  # 々 〆 stand for kanji
    r"\u2F00-\u2FD5"  # radicals, left behind by text copied out of PDF files
    r"\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF"
    r"\U00020000-\U0003FFFF"
)
"""Inside of a regular-expression class. 〇 is no member: it is a blank or a digit, see `numerals`."""

HIRAGANA: Final = r"\u3041-\u3096\u309D\u309E\u30FC"
"""Inside of a regular-expression class; the mark ー counts in both scripts."""

KATAKANA: Final = r"\u30A1-\u30FA\u30FC-\u30FE"
"""Inside of a regular-expression class."""

VARIATION: Final = r"\uFE00-\uFE0F\U000E0100-\U000E01EF"
"""Variation selectors: they choose a shape of the kanji before them and are no letters."""

_HAS_KANJI = re.compile(f"[{KANJI}]")
_HAS_KANJI_OR_DIGIT = re.compile(f"[{KANJI}0-9０-９]")
_ONLY_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}]+")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {0x30FD: 0x309D, 0x30FE: 0x309E}


def has_kanji(text: str) -> bool:
    """Say whether any character of the text is a kanji (々 and 〆 included)."""
    return _HAS_KANJI.search(text) is not None


def has_kanji_or_digit(text: str) -> bool:
    """Say whether the text holds a kanji or a digit of either width."""
    return _HAS_KANJI_OR_DIGIT.search(text) is not None


def is_kana(text: str) -> bool:
    """Say whether the text is hiragana, katakana and ー only, and not empty."""
    return _ONLY_KANA.fullmatch(text) is not None


def hiragana(text: str) -> str:
    """Turn katakana into hiragana, one character for one; everything else stays."""
    return text.translate(_TO_HIRAGANA)
