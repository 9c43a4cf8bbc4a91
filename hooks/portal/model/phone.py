"""Telephone numbers as they are dialled in Japan: short codes, prefixes, numbers of digits."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import phonenumbers
from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from portal.model.base import written

SHORT_CODES = frozenset({"110", "119", "118", "189", "188", "171", "#8008", "#8103", "#8778", "#8891", "#9110", "#7119", "#8000", "#9910"})
CallCost = Literal["free", "local", "navi_dial", "mobile_rate", "unknown"]
# Digits of a whole number by its prefix (総務省 電気通信番号計画); all others have ten.
LENGTHS = {"0120": 10, "0800": 11, "0570": 10, "050": 11, "060": 11, "070": 11, "080": 11, "090": 11}
LENGTH_OF_OTHERS = 10
# What a call can cost by prefix (the same plan); where the prefix is not named, the number is that of a place.
COSTS: dict[str, tuple[CallCost, ...]] = {
    "0120": ("free",),
    "0800": ("free",),
    "0570": ("navi_dial",),
    "050": ("local", "unknown"),
    **dict.fromkeys(("060", "070", "080", "090"), ("mobile_rate",)),
}
COSTS_OF_A_PLACE: tuple[CallCost, ...] = ("local", "unknown")
COSTLY = {phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.PAGER}


def prefix_of(number: str) -> str:
    """The prefix that says what a call costs (``0120``, ``090``); "" for the number of a place and for short codes."""
    digits = number.replace("-", "")
    return next((prefix for prefix in LENGTHS if digits.startswith(prefix)), "")


def costs_of(number: str) -> tuple[CallCost, ...]:
    """What a call to ``number`` can cost; empty where the number does not say (short codes)."""
    return () if number in SHORT_CODES else COSTS.get(prefix_of(number), COSTS_OF_A_PLACE)


def check_phone_number(number: str) -> str:
    """Accept a number that can be dialled in Japan; raise ValueError otherwise."""
    if number in SHORT_CODES:
        return number
    fault = _fault(number)
    if fault:
        raise ValueError(fault)
    return number


def _fault(number: str) -> str:
    """What is wrong with a number that is no short code, with what to do; "" for none."""
    if re.fullmatch(r"#[0-9]+|1[0-9]{2}", number):
        return f"「{number}」は一覧にある短い番号（{', '.join(sorted(SHORT_CODES))}）ではありません。出典の番号と照らして書き直してください"
    if not re.fullmatch(r"0[0-9]+(-[0-9]+)*", number):
        return f"「{number}」は電話番号の形ではありません。0 から始まる半角の数字とハイフンだけで書き直してください"
    try:
        parsed = phonenumbers.parse(number, "JP")
    except phonenumbers.NumberParseException:
        return f"「{number}」は電話番号として読めません。出典の番号と照らして書き直してください"
    if phonenumbers.is_valid_number_for_region(parsed, "JP"):
        costly = phonenumbers.number_type(parsed) in COSTLY
        return f"「{number}」は情報料のかかる番号かポケットベルの番号です。出典の番号と照らして書き直してください" if costly else ""
    prefix = prefix_of(number)
    length, expected = len(number.replace("-", "")), LENGTHS.get(prefix, LENGTH_OF_OTHERS)
    counted = f"（{prefix or '市外局番'}から{expected}桁のはずが{length}桁）" if length != expected else ""
    return f"「{number}」は日本の電話番号として桁数か市外局番が合いません{counted}。出典の番号と照らして書き直してください"


PhoneNumber = Annotated[
    str,
    BeforeValidator(written),
    AfterValidator(check_phone_number),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": rf"^(0[0-9]+(-[0-9]+)*|{'|'.join(sorted(SHORT_CODES))})$",
            "description": "出典のページに印刷されている番号。半角の数字とハイフン",
            "examples": ["0120-279-338", "03-6745-5600", "#7119"],
        }
    ),
]
