"""OSM opening hours as people read them."""

from __future__ import annotations

import re

from portal.model.base import Variant

DAYS = {"Mo": "月", "Tu": "火", "We": "水", "Th": "木", "Fr": "金", "Sa": "土", "Su": "日"}
MONTHS = {name: number for number, name in enumerate(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), start=1)}
NOON, MIDNIGHT = 12, 24
DAY = "Mo|Tu|We|Th|Fr|Sa|Su"
TOKEN = re.compile(
    rf"(?P<dates>(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:-(?:(?:{'|'.join(MONTHS)}) )?\d{{1,2}})?)"
    rf"|(?P<nth>(?:{DAY})\[[-\d,]+\])"
    rf"|(?P<days>(?:{DAY})-(?:{DAY}))|(?P<day>{DAY})|(?P<holiday>PH)"
    r"|(?P<times>\d{2}:\d{2}-\d{2}:\d{2})|(?P<off>off|closed)|(?P<always>24/7)"
    r'|(?P<note>"[^"]*")|(?P<comma>,)|(?P<space>\s+)|(?P<other>.)'
)

# A day that stands alone: 日 9:00〜 reads as the sun, 日曜 9:00〜 does not.
SINGLE_DAY = re.compile(r"(?<![・〜曜月火水木金土日祝毎終0-9])([月火水木金土日])(?= |は|$)")


def readable_hours(hours: str, variant: Variant, unknown: str) -> str:
    """``Mo-Fr 09:00-17:00; PH off`` → ``月〜金 9:00〜17:00、祝日は休み`` (plain: 月曜日から金曜日、午前9時から午後5時まで …)."""
    if hours == "unknown":
        return unknown
    rules = [_rule(rule.strip(), variant) for rule in hours.split(";") if rule.strip()]
    return ("。" if variant == "easy" else "、").join(rules)


def _rule(rule: str, variant: Variant) -> str:
    words: list[str] = []
    for match in TOKEN.finditer(rule):
        kind = str(match.lastgroup)
        words.append(_word(kind, match.group(), variant))
    text = re.sub(r" +", " ", "".join(words)).strip()
    text = re.sub(r"(?<=[日月火水木金土で]) (?=休み)", "は", text)
    return SINGLE_DAY.sub(r"\1曜", text) if variant == "ja" else text


def _word(kind: str, text: str, variant: Variant) -> str:
    easy = variant == "easy"
    if kind == "days":
        first, last = (DAYS[day] for day in text.split("-"))
        return f"{first}曜日から{last}曜日" if easy else f"{first}〜{last}"
    if kind == "day":
        return DAYS[text] + ("曜日" if easy else "")
    if kind == "nth":
        numbers = "・".join(f"第{number}" if not number.startswith("-") else "最終" for number in text[3:-1].split(","))
        return f"{numbers}{DAYS[text[:2]]}曜日"
    if kind == "times":
        begin, end = text.split("-")
        return f"{_time(begin, variant)}から{_time(end, variant)}まで" if easy else f"{_time(begin, variant)}〜{_time(end, variant)}"
    if kind == "dates":
        return _dates(text, easy=easy)
    return {"holiday": "祝日", "off": "休み", "always": "24時間・毎日", "comma": "・", "space": " "}.get(kind, text.strip('"'))


def _time(text: str, variant: Variant) -> str:
    hour, minute = int(text[:2]), int(text[3:])
    if variant == "ja":
        return f"{hour}:{minute:02}"
    return _plain_hour(hour) + (f"{minute}分" if minute else "")


def _plain_hour(hour: int) -> str:
    """午後12時 is noon to some readers and midnight to others, so both get words of their own; above 24 it is the next day."""
    if hour > MIDNIGHT:
        return f"次の日の{_plain_hour(hour - MIDNIGHT)}"
    if hour in {NOON, MIDNIGHT}:
        return "昼の12時" if hour == NOON else "夜の12時"
    return f"午前{hour}時" if hour < NOON else f"午後{hour - NOON}時"


def _dates(text: str, *, easy: bool) -> str:
    begin, _, end = text.partition("-")
    month, day = begin.split(" ")
    first = f"{MONTHS[month]}月{int(day)}日"
    if not end:
        return first
    last_month, last_day = end.split(" ") if " " in end else (month, end)
    return f"{first}{'から' if easy else '〜'}{MONTHS[last_month]}月{int(last_day)}日{'まで' if easy else ''}"
