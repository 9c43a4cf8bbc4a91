"""OSM opening hours as a table of a month's weekdays: when an office is open on first Mondays, second ones and so on.

HSDS knows weekdays and "second Saturday", no holidays and no dates. What it cannot say stays out of the table: rules about holidays and closing
dates are exceptions, to be told in words; hours of any other form have no table at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WEEKS = (1, 2, 3, 4, 5)
MIDNIGHT = 24 * 60
Span = tuple[int, int]
"""Minutes of the day from opening to closing; above 1440 in the next day."""
Place = tuple[int, int]
"""Weekday (0 Monday … 6) and its place in the month (1 to 5, or -1 the last …)."""
Table = dict[Place, tuple[Span, ...]]

_DAY = "|".join(DAYS)
_DATE = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{1,2}"
_DATES = rf"{_DATE}(?:-(?:{_DATE}|[0-9]{{1,2}}))?"
_TIMES = r"[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}"
_WEEK = "(?:-?[1-5]|[1-5]-[1-5])"
_SELECTOR = rf"PH|(?:{_DAY})(?:-(?:{_DAY})|\[{_WEEK}(?:,{_WEEK})*\])?"
CLOSED_DATES = re.compile(rf"{_DATES}(?:,{_DATES})* (?:off|closed)")
RULE = re.compile(rf"(?:(?P<days>(?:{_SELECTOR})(?:,(?:{_SELECTOR}))*) )?(?P<times>{_TIMES}(?:,{_TIMES})*|off|closed)")


@dataclass(frozen=True)
class MonthTable:
    """``table``: the ordinary weeks; ``exceptions``: the rules about holidays and closing dates, as written."""

    table: Table
    exceptions: tuple[str, ...] = ()


def month_table(hours: str) -> MonthTable | None:
    """The table of ``hours``; None where their form is not one that a table can hold truly."""
    if hours == "24/7":
        return MonthTable({(day, week): ((0, MIDNIGHT),) for day in range(7) for week in WEEKS})
    table: Table = {}
    origins: dict[Place, int] = {}
    exceptions: list[str] = []
    for number, rule in enumerate(part.strip() for part in hours.split(";")):
        found = RULE.fullmatch(rule)
        if found is None and not CLOSED_DATES.fullmatch(rule):
            return None
        selectors = re.findall(_SELECTOR, found["days"] or "Mo-Su") if found else []
        if found is None or "PH" in selectors:
            exceptions.append(rule)
        if found:
            places = _places(selectors)
            if any(_nights(table, place) for place in places):
                return None  # whether the small hours of a night that is replaced stay open, nobody can say
            # A later rule replaces the earlier ones on its days.
            table.update(dict.fromkeys(places, _spans(found["times"])))
            origins.update(dict.fromkeys(places, number))
    certain = _is_counted_from_one_end(table) and all(_is_whole_night(table, origins, place) for place in table if _nights(table, place))
    return MonthTable(table, tuple(exceptions)) if certain else None


def _nights(table: Table, place: Place) -> list[Span]:
    return [span for span in table.get(place, ()) if span[1] > MIDNIGHT]


def _is_whole_night(table: Table, origins: dict[Place, int], place: Place) -> bool:
    """Whether the night from ``place`` ends when it says.

    After "the second Saturday" nobody knows which Sunday comes, and another rule of the next day may cut the night short, unless it is open by then.
    """
    tomorrow = (place[0] + 1) % 7
    if {origins.get((place[0], week)) for week in WEEKS} != {origins[place]}:
        return False
    follow = {origins.get((tomorrow, week)) for week in WEEKS}
    ends = max(closes for _, closes in _nights(table, place)) - MIDNIGHT
    covered = all(any(opens == 0 and closes >= ends for opens, closes in table.get((tomorrow, week), ())) for week in WEEKS)
    return covered or follow == {origins[place]} or not any(day == tomorrow for day, _ in table)


def _places(selectors: list[str]) -> list[Place]:
    return [place for selector in selectors if selector != "PH" for place in _places_of(selector)]


def _places_of(selector: str) -> list[Place]:
    """Places of ``Fr-Mo`` (over the week's end); ``Sa[2,4]``, ``Mo[1-3]``, ``Fr[-1]``; a single day is every one of the month."""
    day = DAYS.index(selector[:2])
    if "[" in selector:
        return [(day, week) for part in selector[3:-1].split(",") for week in _weeks(part)]
    last = DAYS.index(selector[3:5]) if "-" in selector else day
    return [((day + step) % 7, week) for step in range((last - day) % 7 + 1) for week in WEEKS]


def _weeks(part: str) -> range:
    first, _, last = part.partition("-") if not part.startswith("-") else (part, "", "")
    return range(int(first), int(last or first) + 1)


def _spans(times: str) -> tuple[Span, ...]:
    if times in {"off", "closed"}:
        return ()
    return tuple(_span(part) for part in times.split(","))


def _span(text: str) -> Span:
    opens, closes = (int(clock[:2]) * 60 + int(clock[3:]) for clock in text.split("-"))
    return opens, closes if closes > opens else closes + MIDNIGHT


def _is_counted_from_one_end(table: Table) -> bool:
    """Nobody can say whether "the last Friday" is also "the fourth": a weekday is counted from one end of the month only."""
    ends: dict[int, set[bool]] = {}
    for day, week in table:
        ends.setdefault(day, set()).add(week < 0)
    return all(len(signs) == 1 for signs in ends.values())
