"""Single letters that stand for days of the week: 3月14日（水）, 月・水・金, 月〜金."""

import re
from collections.abc import Iterator
from typing import Final

from portal.furigana.spans import Reading
from portal.furigana.words import Words

_KANA: Final = {"月": "げつ", "火": "か", "水": "すい", "木": "もく", "金": "きん", "土": "ど", "日": "にち", "祝": "しゅく"}
_LETTER: Final = "[月火水木金土日祝]"
_JOINT: Final = r"[・、,，･/／〜～~\-－–—]|から|と|や"
_LIST: Final = rf"{_LETTER}+(?:(?:{_JOINT}){_LETTER}+)*"
_BRACKETED: Final = re.compile(rf"[(（]({_LIST})(?:[・,、]?祝日)?[)）]")
_LISTED: Final = re.compile(rf"(?<![一-鿿0-9０-９ァ-ヶ])(?:毎週)?({_LETTER}(?:[・、,，･/／〜～~－–-]{_LETTER})+)(?=曜|[^一-鿿]|$|祝日|平日|午[前後]|の)")
_EVERY_WEEK: Final = re.compile(rf"(?:毎週|隔週|第[1-5１-５一二三四])({_LETTER})(?![一-鿿])")
_BEFORE_TIME: Final = re.compile(r"([月火水木金土]{1,6}日?)(?=[0-9０-９]{1,2}[:：][0-9０-９])")
_NOT_DAYS: Final = frozenset({"月・日", "日・月", "月、日", "月/日", "日/月", "月／日"})


def find_weekday_readings(text: str, words: Words) -> Iterator[Reading]:
    """Read weekday letters in brackets, in lists of two or more, after 毎週 and before a time."""
    for pattern in (_BRACKETED, _LISTED, _EVERY_WEEK):
        for match in pattern.finditer(text):
            if match.group(1) not in _NOT_DAYS:
                yield from _letters(match.start(1), match.group(1))
    for match in _BEFORE_TIME.finditer(text):
        if match.start() in words.edges and not text[match.start() - 1 : match.start()].isdecimal():
            yield from _letters(match.start(), match.group(1))


def _letters(start: int, letters: str) -> Iterator[Reading]:
    for at, letter in enumerate(letters, start):
        if letter in _KANA:
            yield Reading(at, at + 1, _KANA[letter])
