"""Days of the month and counted days: 2日 ふつか, 14日 じゅうよっか, 10月1日 ついたち."""

import re
from typing import Final

from portal.furigana.numerals import Number, spell

_DAYS: Final = {
    2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか",
    7: "なのか", 8: "ようか", 9: "ここのか", 10: "とおか", 20: "はつか",
}  # fmt: skip
_HUNDRED: Final = 100
_OPENS: Final = re.compile(r"[、。「（(はもの]?$")
_FROM_THAT_DAY: Final = re.compile(
    r"(?:から|より)(?![0-9０-９一二三四五六七八九十]+(?:日|時間))|付け?|現在|時点|以降|まで(?:に|、)|(?:と|、|・|か)(?:1[0-9]|2[0-9]|3[01])日(?!間)"
)
"""Behind the first day of a month that is not named: 1日から始まる, 1日と15日."""


def read_day(text: str, number: Number, suffixes: list[str]) -> str | None:
    """Read a number with 日 where the pair is irregular, None where にち is said.

    1日 is ついたち after 月 without 間 or 目, and where a date begins (1日から始まる); alone it is いちにち.
    """
    value = number.value
    if value is None or value >= _HUNDRED:
        return None
    if value == 1:
        return "ついたち" if _names_first_day(text, number, suffixes) else None
    if value in _DAYS:
        return _DAYS[value]
    tens, ones = divmod(value, 10)
    return spell(tens * 10) + "よっか" if ones == 4 else None  # noqa: PLR2004  the digit four itself


def _names_first_day(text: str, number: Number, suffixes: list[str]) -> bool:
    before, behind = text[max(0, number.start - 1) : number.start], text[number.end + 1 : number.end + 8]
    if before == "月" or text[max(0, number.start - 2) : number.start] == "月の":
        return not {"間", "目", "中"}.intersection(suffixes)
    return _OPENS.match(before) is not None and _FROM_THAT_DAY.match(behind) is not None
