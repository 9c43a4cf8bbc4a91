"""Numbers as they are written in Japanese text: their shape, value and kana.

Digits of either width (1,200 / １２), kanji (二十四, 二〇二六), mixtures (3万5千) and the words
何 and 数, which stand where a number stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?"
_KANJI: Final = "〇一二三四五六七八九十百千万億兆"
_BLANK: Final = "[〇○◯●]+"
_NUMBER: Final = re.compile(
    rf"{_BLANK}(?![{_KANJI}])"
    rf"|(?:{_DIGITS}数?|[{_KANJI}]+数?|[何数])[十百千万億兆]*"
    rf"(?:{_DIGITS}[十百千万億兆]+)*(?:(?<=[万億兆千]){_DIGITS})?"
)

_VALUES: Final = {kanji: value for value, kanji in enumerate("〇一二三四五六七八九")}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "億": 10**8, "兆": 10**12}
_LONGEST: Final = 16
"""Characters of a number that has a value here; a longer one is a code, and nobody counts with it."""

_ONES: Final = ("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_WIDE: Final = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_HUNDREDS: Final = {3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}
_THOUSANDS: Final = {3: "さんぜん", 8: "はっせん"}
_UNIT_KANA: Final = {"十": "じゅう", "百": "ひゃく", "千": "せん", "万": "まん", "億": "おく", "兆": "ちょう"}
_AFTER_WORD: Final = {"百": "びゃく", "千": "ぜん"}
"""何百, 何千; 数百 and 数千 keep ひゃく and せん."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text. `value` is None for 何 and 数, decimals and blanks (〇月)."""

    start: int
    end: int
    written: str
    value: int | None

    @property
    def is_word(self) -> bool:
        """Say whether 何 or 数 stands in the place of a digit (何, 数十, 十数)."""
        return "何" in self.written or "数" in self.written

    @property
    def in_kanji(self) -> bool:
        """Say whether the number holds no digit and is no blank, so that all of it needs a reading."""
        return re.search(rf"[0-9０-９]|^{_BLANK}$", self.written) is None


def find_numbers(text: str) -> Iterator[Number]:
    """Find the numbers of a text from left to right."""
    for match in _NUMBER.finditer(text):
        yield Number(match.start(), match.end(), match.group(), read_value(match.group()))


def read_value(written: str) -> int | None:
    """Give the value of a written number, or None where it has no whole one or is endless."""
    plain = written.translate(_WIDE).replace(",", "")
    if "何" in plain or "数" in plain or "." in plain or len(plain) > _LONGEST or re.fullmatch(_BLANK, plain):
        return None
    if re.fullmatch("[〇一二三四五六七八九]{2,}", plain):
        return int("".join(str(_VALUES[kanji]) for kanji in plain))
    return _sum_units(plain)


def _sum_units(plain: str) -> int:
    total = section = 0
    ones: int | None = None
    for piece in re.findall(r"[0-9]+|.", plain):
        if piece in _LARGE:
            total += (section + (ones or 0) or 1) * _LARGE[piece]
            section, ones = 0, None
        elif piece in _SMALL:
            section += (1 if ones is None else ones) * _SMALL[piece]
            ones = None
        else:
            ones = _VALUES[piece] if piece in _VALUES else int(piece)
    return total + section + (ones or 0)


def read_pieces(number: Number) -> list[tuple[int, int, str]]:
    """Read a number's kanji: (start, end, kana) for 三百 | 二十 | 四, for 万 after digits.

    Digits themselves carry no kana. The last sound is that of the bare number (よん, なな, きゅう).
    """
    if re.fullmatch(_BLANK, number.written):
        return []
    if number.value is not None and re.fullmatch("[〇一二三四五六七八九]{2,}", number.written):
        return [(number.start, number.end, spell(number.value))]
    pieces: list[tuple[int, int, str]] = []
    for match in re.finditer(rf"({_DIGITS})|([何数]|[一二三四五六七八九])?([十百千万億兆])?", number.written):
        if match.group() and not match.group(1):
            kana = _piece_kana(match.group(2) or "", match.group(3) or "", number.written[: match.start()])
            pieces.append((number.start + match.start(), number.start + match.end(), kana))
    return pieces


def _piece_kana(ones: str, unit: str, before: str) -> str:
    """Read one digit with its unit; `before` is the part of the number to the left."""
    if ones in ("何", "数"):
        kana = {"何": "なん", "数": "すう"}[ones]
        return kana + ((_AFTER_WORD.get(unit) if ones == "何" else None) or _UNIT_KANA.get(unit, ""))
    value = _VALUES.get(ones, 0)
    if unit == "百":
        return _after_digit(before, {"3": "びゃく", "6": "ぴゃく", "8": "ぴゃく"}) or _HUNDREDS.get(value) or _times(value, "ひゃく")
    if unit == "千":
        return _after_digit(before, {"3": "ぜん"}) or _THOUSANDS.get(value) or _times(value, "せん")
    if unit == "兆" and value in (1, 8):
        return {1: "いっちょう", 8: "はっちょう"}[value]
    if unit in ("万", "億", "兆"):
        return _ONES[value] + _UNIT_KANA[unit]
    return _times(value, _UNIT_KANA[unit]) if unit else _ONES[value] or "れい"


def _after_digit(before: str, sounds: dict[str, str]) -> str | None:
    """Give the changed sound of a unit that follows a digit: 3千, 8百."""
    return sounds.get(before[-1:].translate(_WIDE))


def _times(value: int, unit: str) -> str:
    return unit if value == 0 else ("いっ" if unit == "せん" else "いち") + unit if value == 1 else _ONES[value] + unit


def spell(value: int) -> str:
    """Spell a whole number from 0 to 9999 兆 in hiragana: 2026 にせんにじゅうろく."""
    if value == 0:
        return "れい"
    kana = ""
    for unit, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4), ("", 1)):
        section, value = divmod(value, size)
        if section:
            kana += _spell_section(section) + (_UNIT_KANA[unit] if unit else "")
    return kana


def _spell_section(section: int) -> str:
    thousands, hundreds, tens, ones = (section // size % 10 for size in (1000, 100, 10, 1))
    return "".join(
        (
            _THOUSANDS.get(thousands) or ("せん" if thousands == 1 else _ONES[thousands] + "せん" if thousands else ""),
            _HUNDREDS.get(hundreds) or ("ひゃく" if hundreds == 1 else _ONES[hundreds] + "ひゃく" if hundreds else ""),
            "じゅう" if tens == 1 else _ONES[tens] + "じゅう" if tens else "",
            _ONES[ones],
        )
    )
