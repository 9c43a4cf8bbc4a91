"""Opening hours: the part of OSM's notation that the site can print, and that the tables of days can answer.

Source of the notation: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from opening_hours import OpeningHours
from pydantic import AfterValidator, WithJsonSchema

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY, _MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
_ONE_DAY = rf"(?:PH|(?:{_DAY})(?:-(?:{_DAY})|\[-?[1-5](?:[-,]-?[1-5])*\])?)"
_ONE_DATE = rf"(?:{_MONTH}) [0-9]{{1,2}}(?:-(?:(?:{_MONTH}) )?[0-9]{{1,2}})?"
_SPAN = r"[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}"
RULE = re.compile(
    rf"(?:(?P<dates>{_ONE_DATE}(?:,{_ONE_DATE})*) ?)?(?:(?P<days>{_ONE_DAY}(?:,{_ONE_DAY})*) ?)?"
    rf'(?:(?P<spans>{_SPAN}(?:,{_SPAN})*)|(?P<off>off|closed)|(?P<always>24/7))(?: "[^"]*")?'
)
LEAP_YEAR = 2028
HOUR, DAY = 60, 24 * 60
LONGEST_NIGHT = 16 * HOUR


@dataclass(frozen=True)
class HoursRule:
    """One rule between semicolons. ``spans``: minutes as written; ``days``: weekdays that it names, from 0 for Monday; empty: every day."""

    text: str
    dates: str
    days: frozenset[int]
    holidays: bool
    numbered: bool
    off: bool
    spans: tuple[tuple[int, int], ...]

    @property
    def is_weekly(self) -> bool:
        """Whether it gives the hours of whole weekdays of the year."""
        return bool(self.spans) and not self.dates and not (self.holidays and not self.days)


def read_rules(hours: str) -> list[HoursRule]:
    """Rules of ``hours`` in order; raises ValueError that names the rule outside the notation."""
    rules = []
    for part in (part.strip() for part in hours.split(";")):
        match = RULE.fullmatch(part)
        if match is None or (match["off"] and not (match["dates"] or match["days"])):
            raise ValueError(part)
        days = match["days"] or ""
        spans = tuple(_minutes(span) for span in (match["spans"] or "").split(",") if span)
        weekdays = frozenset(_weekdays(days))
        rules.append(HoursRule(part, match["dates"] or "", weekdays, "PH" in days, "[" in days, bool(match["off"]), spans))
    return rules


def _minutes(span: str) -> tuple[int, int]:
    begin, end = (int(clock[:2]) * HOUR + int(clock[3:]) for clock in span.split("-"))
    return begin, end


def _weekdays(days: str) -> Iterator[int]:
    for first, last in re.findall(rf"({_DAY})(?:-({_DAY}))?", days):
        here, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        yield here
        while here != end:
            here = (here + 1) % len(WEEKDAYS)
            yield here


def ends_next_morning(hours: str) -> bool:
    """Whether a span is written with its end before its beginning (``17:00-09:00``): a night, or a slip of the pen."""
    return hours != "unknown" and any(0 < end <= begin for rule in read_rules(hours) for begin, end in rule.spans)


def check_hours(hours: str) -> str:
    """Accept opening hours or ``unknown``; raise ValueError with cause and remedy otherwise."""
    fault = "" if hours == "unknown" else next(_faults(hours), "")
    if fault:
        raise ValueError(fault)
    return hours


def _faults(hours: str) -> Iterator[str]:
    try:
        rules = read_rules(hours)
    except ValueError as error:
        yield _unreadable(hours, str(error))
        return
    for rule in rules:
        yield from _date_faults(rule)
        yield from _span_faults(rule)
    yield from _order_faults(rules)
    try:
        OpeningHours(hours)
    except Exception:  # noqa: BLE001 - the library names no common type; whatever it cannot read, the tables cannot hold
        yield _unreadable(hours, hours)


def _unreadable(hours: str, part: str) -> str:
    place = f"「{part}」の所。" if part not in {"", hours} else ""
    shape = f"（{place}曜日や日付のあとに、09:00-17:00 のような始まりと終わりか、off が要る）"
    return f"「{hours}」は OSM の opening_hours の書き方ではありません{shape}。「Mo-Fr 09:00-17:00; PH off」のように書き直してください"


def _date_faults(rule: HoursRule) -> Iterator[str]:
    month = ""
    for name, day in re.findall(rf"(?:({_MONTH}) )?([0-9]{{1,2}})", rule.dates):
        month = name or month
        if not 1 <= int(day) <= monthrange(LEAP_YEAR, MONTHS.index(month) + 1)[1]:
            yield f"「{rule.text}」の {month} {day} という日はありません。日を確かめて書き直してください"


def _span_faults(rule: HoursRule) -> Iterator[str]:
    before = -1
    for begin, end in rule.spans:
        length = end - begin if end > begin else end + DAY - begin
        if begin >= DAY or end > 2 * DAY or re.search(":[6-9]", rule.text):
            yield f"「{rule.text}」にない時刻があります。始まりは 00:00〜23:59、終わりは次の日の 24:00（48:00）までで書き直してください"
        elif end == begin:
            yield f"「{rule.text}」は始まりと終わりが同じ時刻です。一日中なら 00:00-24:00 と書き直してください"
        elif length > (LONGEST_NIGHT if end < begin else DAY):
            yield f"「{rule.text}」は終わりが始まりより前か、一日より長い時間です。時刻の順を確かめ、09:00-17:00 のように書き直してください"
        elif begin < before:
            yield f"「{rule.text}」は時間が重なるか、順が逆です。早い時間から順に、重ならないように書き直してください"
        before = max(before, begin + length)


def _order_faults(rules: list[HoursRule]) -> Iterator[str]:
    """A later rule replaces the hours of the days that it names: what is silently lost is a mistake."""
    for number, rule in enumerate(rules):
        earlier = rules[:number]
        closing = next((each for each in earlier if each.off and each.holidays), None)
        if closing and rule.is_weekly and not rule.numbered and not rule.holidays:
            yield f"「{rule.text}」が「{closing.text}」のあとにあるので、祝日も開いていることになります。「{closing.text}」をあとにして書き直してください"
        lost = next((each for each in earlier if each.is_weekly and rule.is_weekly and _replaces(rule, each)), None)
        if lost:
            yield f"「{rule.text}」は、同じ曜日の「{lost.text}」を消します。同じ曜日の時間は 09:00-12:00,13:00-17:00 のように並べて書き直してください"


def _replaces(rule: HoursRule, earlier: HoursRule) -> bool:
    """Whether both name a weekday, and no minute of ``earlier`` stays open on it."""
    everyday = frozenset(range(len(WEEKDAYS)))
    shared = (rule.days or everyday) & (earlier.days or everyday)
    return bool(shared) and not any(begin < last and first < end for begin, end in rule.spans for first, last in earlier.spans)


Hours = Annotated[
    str,
    AfterValidator(check_hours),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[^０-９：；〜～]+$",
            "description": "OSM opening_hours の書き方。分からないときは unknown。祝日は PH、第2土曜は Sa[2]",
            "examples": ["Mo-Fr 09:00-12:00,13:00-17:00; PH off; Dec 29-Jan 03 off", "Sa[2] 09:30-16:00", "24/7", "unknown"],
        }
    ),
]
