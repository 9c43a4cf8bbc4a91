"""Opening hours as tables of days, so that the browser needs no parser.

Every text of hours becomes a string with one sign a day; the sign names a pattern, the open minutes of that day. Days of which the hours say
nothing certain (the year-end days of an office that is closed on holidays but whose hours do not name them) have the pattern ``None``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from opening_hours import OpeningHours, State

from portal.referral.holidays import holidays, with_dates

DAYS = 500
MINUTES = 24 * 60
YEAR_END = {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}
Pattern = tuple[tuple[int, int], ...] | None


def day_patterns(hours: str, start: date, days: int = DAYS) -> list[Pattern]:
    """Open minutes of each day from ``start``: ``((540, 1020),)``; an interval past midnight ends above 1440 and belongs to its first day."""
    open_on: dict[date, list[tuple[int, int]]] = {}
    rules = OpeningHours(with_dates(hours, holidays(start - timedelta(days=1), start + timedelta(days=days))))
    begin = datetime.combine(start - timedelta(days=1), datetime.min.time())
    for opens, closes, state, _ in rules.intervals(begin, begin + timedelta(days=days + 1)):
        if state is State.OPEN:
            for day, first, last in _by_day(opens, closes):
                open_on.setdefault(day, []).append((first, last))
    unsure = "PH off" in hours and "Dec" not in hours
    found: list[Pattern] = []
    for offset in range(days):
        day = start + timedelta(days=offset)
        found.append(None if unsure and (day.month, day.day) in YEAR_END else tuple(open_on.get(day, ())))
    return found


def _by_day(opens: datetime, closes: datetime) -> Iterable[tuple[date, int, int]]:
    """An interval as minutes of the day it begins on; one that lasts for a day or more is cut at midnights."""
    if closes - opens < timedelta(days=1):
        first = opens.hour * 60 + opens.minute
        yield opens.date(), first, first + int((closes - opens).total_seconds()) // 60
        return
    here = opens
    while here < closes:
        midnight = datetime.combine(here.date() + timedelta(days=1), datetime.min.time())
        end = min(midnight, closes)
        first = here.hour * 60 + here.minute
        yield here.date(), first, first + int((end - here).total_seconds()) // 60
        here = end


def calendar(texts: Iterable[str], start: date, days: int = DAYS) -> dict[str, Any]:
    """``{start, signs, patterns: [[[540, 1020]], null, …], days: {hours: signs}}`` for all texts but ``unknown``; sign n names pattern n."""
    patterns: dict[Pattern, str] = {}
    found: dict[str, str] = {}
    for text in sorted(set(texts) - {"unknown"}):
        found[text] = "".join(patterns.setdefault(pattern, _sign(len(patterns))) for pattern in day_patterns(text, start, days))
    return {"start": start.isoformat(), "signs": "".join(patterns.values()), "patterns": list(patterns), "days": found}


def _sign(number: int) -> str:
    """One sign that needs no escape in JSON."""
    return chr(number + (0x23 if number < 0x5C - 0x23 else 0x24))
