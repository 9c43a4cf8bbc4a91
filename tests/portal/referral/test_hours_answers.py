"""Hours from the author's text to the browser's answer: the tables made at build time, read by the browser's own module, against days counted by hand and the opening-hours library."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

import environment
import pytest
from opening_hours import OpeningHours
from portal.loading import load_portal
from portal.referral.calendar import YEAR_END, calendar, day_patterns
from portal.referral.holidays import holidays, with_dates

# The library's own holidays lack 2026-05-03, 2026-09-22 and 2027-03-22, so these are counted by hand.
# Holidays of 内閣府「国民の祝日について」, substitute days (2026-05-06, 2027-03-22) and the day between two holidays (2026-09-22) among them.
HOLIDAYS = {
    2024: "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23",
    2025: "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24",
    2026: "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    2027: "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
}
START = date(2026, 4, 1)
DAYS = 700
WEEK = 7 * 24 * 60
OFFICE = "Mo-Fr 09:00-17:00; PH off"
WITH_YEAR_END = "Mo-Fr 09:00-12:00,13:00-17:00; PH off; Dec 29-Jan 03 off"
NIGHT = "Mo-Su 22:00-06:00"
NIGHTS_OF_WORKDAYS = "Mo-Fr 17:00-09:00; Sa,Su,PH 00:00-24:00"
WEEKEND = "Sa 22:00-28:00"
TEXTS = (
    *(OFFICE, WITH_YEAR_END, NIGHT, NIGHTS_OF_WORKDAYS, WEEKEND, "24/7", "Mo-Su 10:00-18:00; Dec 29-Jan 03 off", "Mo-Fr 22:00-06:00; Dec 29-Jan 03 off"),
    *("Sa[2] 09:30-16:00", "We[2],We[4],We[5] 10:00-18:00", "Fr[4] 13:30-16:30", "Su[-1] 10:00-12:00", "Mo[1-3],Mo[5] 09:30-12:00", "10:00-17:00; PH off"),
    *("Mo-Fr 17:00-22:00; Sa,Su,PH 09:00-21:00", "Mo-Su 09:00-17:00; Aug 06 off; Dec 29-Jan 03 off", "Mo-Fr 10:00-16:30; We[1-4] 10:00-19:00"),
)
Question = tuple[str, datetime]


def answers(made: dict[str, Any], questions: Iterable[Question]) -> list[dict[str, Any] | None]:
    """Answers of the browser's module; None: not known."""
    asked = {"calendar": made, "questions": [(hours, moment.isoformat(timespec="minutes")) for hours, moment in questions]}
    command = [environment.node(), str(environment.ROOT / "tests/browser/hours_answers.mjs")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def is_open(answer: dict[str, Any] | None) -> bool | None:
    """Open, closed, or None for what is not known."""
    return None if answer is None else bool(answer["open"])


@pytest.mark.parametrize("year", HOLIDAYS)
def test_offices_close_on_every_holiday_and_on_no_other_workday(year: int) -> None:
    """Substitute days and days between two holidays too."""
    first = date(year, 1, 1)
    patterns = day_patterns("Mo-Su 09:00-17:00; PH off; Dec 29-Jan 03 off", first, (date(year + 1, 1, 1) - first).days)
    closed = {f"{first + timedelta(days=number):%m-%d}" for number, pattern in enumerate(patterns) if not pattern}
    assert closed == {*HOLIDAYS[year].split(), *(f"{month:02}-{day:02}" for month, day in YEAR_END)}


@pytest.mark.parametrize(
    ("hours", "dated"),
    [
        (OFFICE, "Mo-Fr 09:00-17:00; 2026 Nov 03,2026 Nov 23 off"),
        ("Sa,Su,PH 09:00-21:00", "Sa,Su 09:00-21:00; 2026 Nov 03,2026 Nov 23 09:00-21:00"),
        ("PH,Sa[2,4] 10:00-12:00", "Sa[2,4] 10:00-12:00; 2026 Nov 03,2026 Nov 23 10:00-12:00"),
        ("Mo,PH,We 10:00-12:00", "Mo,We 10:00-12:00; 2026 Nov 03,2026 Nov 23 10:00-12:00"),
        ("24/7", "24/7"),
    ],
)
def test_holidays_are_written_out_as_dates(hours: str, dated: str) -> None:
    """What the hours say of other days stays as it is."""
    assert with_dates(hours, holidays(date(2026, 10, 13), date(2026, 12, 31))) == dated


@pytest.mark.parametrize(
    ("hours", "moment", "expected"),
    [
        (OFFICE, "2026-05-06T10:00", False),  # substitute for Sunday 3 May
        (OFFICE, "2026-05-07T10:00", True),
        (OFFICE, "2026-09-22T10:00", False),  # between two holidays
        (OFFICE, "2027-03-22T10:00", False),  # substitute for Sunday 21 March
        ("Mo-Fr 17:00-22:00; Sa,Su,PH 09:00-21:00", "2027-03-22T10:00", True),
        ("Mo-Fr 17:00-22:00; Sa,Su,PH 09:00-21:00", "2027-03-23T10:00", False),
        (OFFICE, "2026-12-28T10:00", True),
        (OFFICE, "2026-12-29T10:00", None),
        (OFFICE, "2027-01-03T10:00", None),
        (OFFICE, "2027-01-04T10:00", True),
        (WITH_YEAR_END, "2026-12-28T13:00", True),
        (WITH_YEAR_END, "2026-12-28T12:30", False),
        (WITH_YEAR_END, "2026-12-29T10:00", False),
        (WITH_YEAR_END, "2027-01-01T10:00", False),
        (WITH_YEAR_END, "2027-01-04T09:00", True),
        (NIGHT, "2026-12-31T23:59", True),
        (NIGHT, "2027-01-01T05:59", True),
        (NIGHT, "2027-01-01T06:00", False),
        (NIGHT, "2027-01-01T21:59", False),
        ("Mo-Fr 22:00-06:00; Dec 29-Jan 03 off", "2026-12-29T05:00", False),  # closed from midnight on: the rest of the night is not promised
        ("Mo-Fr 22:00-06:00; Dec 29-Jan 03 off", "2026-12-29T22:00", False),
        (WEEKEND, "2026-12-13T03:59", True),
        (WEEKEND, "2026-12-13T04:00", False),
        ("Sa[2] 09:30-16:00", "2026-12-12T09:30", True),
        ("Sa[2] 09:30-16:00", "2026-12-12T16:00", False),
        ("Sa[2] 09:30-16:00", "2026-12-05T10:00", False),
        ("Sa[2] 09:30-16:00", "2027-05-08T10:00", True),  # a month that begins on a Saturday
        ("Sa[2] 09:30-16:00", "2027-05-15T10:00", False),
        ("Fr[4] 13:30-16:30", "2027-01-22T14:00", True),  # a month of five Fridays: the fourth is not the last
        ("Fr[4] 13:30-16:30", "2027-01-29T14:00", False),
        ("Su[-1] 10:00-12:00", "2027-01-31T11:00", True),
        ("Su[-1] 10:00-12:00", "2027-01-24T11:00", False),
        ("Su[-1] 10:00-12:00", "2027-02-28T11:00", True),
        ("We[2],We[4],We[5] 10:00-18:00", "2026-12-30T11:00", True),
        ("Mo-Su 09:00-17:00; Aug 06 off; Dec 29-Jan 03 off", "2026-08-06T10:00", False),
        ("24/7", "2026-12-31T23:59", True),
        ("24/7", "2027-01-01T00:00", True),
        ("unknown", "2026-11-24T10:00", None),
    ],
)
def test_browser_says_of_the_day_what_a_person_reads_in_the_calendar(hours: str, moment: str, expected: bool | None) -> None:  # noqa: FBT001 - a column of the table
    """Holidays, nights, numbered weekdays, the year's end; what is not known is not said."""
    (answer,) = answers(calendar([hours, "24/7"], START, DAYS), [(hours, datetime.fromisoformat(moment))])
    assert is_open(answer) is expected


def moments(made: dict[str, Any], hours: str, first: date, days: int) -> list[datetime]:
    """The minute before and of every opening and closing of those days, and noon."""
    found = []
    for number in range((first - date.fromisoformat(made["start"])).days, (first - date.fromisoformat(made["start"])).days + days):
        pattern = made["patterns"][made["signs"].index(made["days"][hours][number])] or []
        midnight = datetime.combine(date.fromisoformat(made["start"]) + timedelta(days=number), time())
        edges = {minute + step for span in pattern for minute in span for step in (-1, 0)} | {12 * 60}
        found += [midnight + timedelta(minutes=minute) for minute in sorted(edges)]
    return found


def unsure(made: dict[str, Any], hours: str, day: date) -> bool:
    """Whether the hours say nothing certain of that day."""
    sign = made["days"][hours][(day - date.fromisoformat(made["start"])).days]
    return made["patterns"][made["signs"].index(sign)] is None


def library_says(hours: str, moment: datetime, *, change: bool) -> dict[str, Any]:
    """The library's answer in the browser's form; a change more than a week off is told as None."""
    rules = OpeningHours(hours, country="JP")
    following = rules.next_change(moment) if change else None
    until = (following - moment) // timedelta(minutes=1) if following else None
    return {"open": rules.is_open(moment), "until": until if until is not None and until <= WEEK else None}


def test_browser_counts_the_minutes_to_the_change_as_the_library_does() -> None:
    """Around holidays that the library knows and over two year ends; where the coming week holds a day that is not sure, only the state is compared."""
    made = calendar(TEXTS, START, DAYS)
    spans = ((date(2026, 7, 13), 10), (date(2026, 12, 24), 16), (date(2027, 2, 8), 16), (date(2027, 4, 26), 12), (date(2027, 12, 25), 14))
    questions = [(hours, moment) for hours in TEXTS for first, days in spans for moment in moments(made, hours, first, days)]
    wrong = []
    for (hours, moment), answer in zip(questions, answers(made, questions), strict=True):
        if unsure(made, hours, moment.date()):
            assert answer is None
            continue
        assert answer is not None, (hours, moment)
        sure = not any(unsure(made, hours, moment.date() + timedelta(days=offset)) for offset in range(9))
        near = answer["until"] is not None and answer["until"] <= WEEK
        said = {"open": answer["open"], "until": answer["until"] if sure and near else None}
        if said != library_says(hours, moment, change=sure):
            wrong.append((hours, moment, answer))
    assert wrong == []
    assert len(questions) > 2000


def test_browser_says_of_the_real_directory_what_the_library_says() -> None:
    """Every text of hours, at each opening and closing around the year's end."""
    portal = load_portal(environment.ROOT)
    texts = sorted({channel.hours for _, service in portal.services.values() for channel in service.channels} - {"unknown"})
    made = calendar(texts, date(2026, 11, 20), 90)
    questions = [(hours, moment) for hours in texts for moment in moments(made, hours, date(2026, 12, 21), 21)]
    wrong = [
        (hours, moment, answer)
        for (hours, moment), answer in zip(questions, answers(made, questions), strict=True)
        if is_open(answer) is not (None if unsure(made, hours, moment.date()) else OpeningHours(hours, country="JP").is_open(moment))
    ]
    assert wrong == []
    assert len(questions) > 21 * len(texts)
