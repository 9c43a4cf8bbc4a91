"""Days of the month and counted days: 2日 ふつか, 14日 じゅうよっか, 10月1日 ついたち."""

from typing import Final

from portal.furigana.numerals import Number, spell

_DAYS: Final = {
    2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか",
    7: "なのか", 8: "ようか", 9: "ここのか", 10: "とおか", 20: "はつか",
}  # fmt: skip
_HUNDRED: Final = 100


def read_day(text: str, number: Number, suffixes: list[str]) -> str | None:
    """Read a number with 日 where the pair is irregular, None where にち is said.

    1日 is ついたち only right after 月 and without 間 or 目; alone it is いちにち.
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
    after_month = text[number.start - 1 : number.start] == "月"
    return after_month and not {"間", "目", "中"}.intersection(suffixes)
