"""Japan's holidays by law, and opening hours with them written out as dates.

The opening-hours library's own list moves a holiday from Sunday to Monday and leaves out the day between two holidays and the substitute of an
equinox (2026-09-22, 2027-03-22): an office that is closed would be shown as open.
Source: 国民の祝日に関する法律 (https://laws.e-gov.go.jp/law/323AC1000000178), 2条 and 3条. The equinoxes are decided each February for the next year
(官報, 国立天文台 暦要項); the formula gives those days for 1980–2099.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from portal.model.hours import MONTHS

FIXED = ((1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23))
# Month and number of the Monday.
MONDAYS = ((1, 2), (7, 3), (9, 3), (10, 2))
# Month and the moment of the equinox in 1980, in days of the month, Japan's time.
EQUINOXES = ((3, 20.8431), (9, 23.2488))
TROPICAL_YEAR_OVER_365, FORMULA_FROM = 0.242194, 1980
SUNDAY = 6
ONE_DAY = timedelta(days=1)


def holidays(first: date, last: date) -> list[date]:
    """Holidays from ``first`` to ``last``, in order, with substitute days and days between two holidays."""
    named = {day for year in range(first.year, last.year + 1) for day in _named(year)}
    resting = named | {_substitute(day, named) for day in named if day.weekday() == SUNDAY}
    resting |= {day + ONE_DAY for day in named if day + 2 * ONE_DAY in named}
    return sorted(day for day in resting if first <= day <= last)


def _named(year: int) -> Iterable[date]:
    """The days that the law names (2条)."""
    yield from (date(year, month, day) for month, day in FIXED)
    for month, number in MONDAYS:
        start = date(year, month, 1)
        yield start + timedelta(days=-start.weekday() % 7 + 7 * (number - 1))
    for month, moment in EQUINOXES:
        since = year - FORMULA_FROM
        yield date(year, month, int(moment + TROPICAL_YEAR_OVER_365 * since) - since // 4)


def _substitute(day: date, named: set[date]) -> date:
    """The first day after a Sunday's holiday that is no holiday itself (3条2項)."""
    while day in named:
        day += ONE_DAY
    return day


def with_dates(hours: str, days: Iterable[date]) -> str:
    """``Sa,PH 09:00-12:00`` → ``Sa 09:00-12:00; 2026 Nov 23,… 09:00-12:00``: the same hours without the library's own holidays."""
    dates = ",".join(f"{day:%Y} {MONTHS[day.month - 1]} {day:%d}" for day in days)
    rules: list[str] = []
    for rule in (rule.strip() for rule in hours.split(";")):
        selector, _, rest = rule.partition(" ")
        others = re.sub(r"PH,|,?PH\b", "", selector)
        if others == selector:
            rules.append(rule)
            continue
        rules += [f"{others} {rest}"] if others else []
        rules += [f"{dates} {rest}"] if dates else []
    return "; ".join(rules) or "off"
