"""Tables of days against the opening-hours library: what the browser will say is what the library says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import environment
import pytest
from opening_hours import OpeningHours
from portal.loading import load_portal
from portal.referral.calendar import Pattern, calendar, day_patterns

START = date(2026, 11, 20)


def is_open(patterns: list[Pattern], moment: datetime) -> bool:
    """Whether one of the intervals of that day, or of the night before, holds the moment."""
    place = (moment.date() - START).days
    minutes = moment.hour * 60 + moment.minute
    today = any(first <= minutes < last for first, last in patterns[place] or ())
    night = place > 0 and any(first <= minutes + 1440 < last for first, last in patterns[place - 1] or ())
    return today or night


@pytest.mark.parametrize(
    ("hours", "moment", "expected"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "2026-11-20T16:59", True),
        ("Mo-Fr 09:00-17:00; PH off", "2026-11-20T17:00", False),
        ("Mo-Fr 09:00-17:00; PH off", "2026-11-23T10:00", False),  # 勤労感謝の日
        ("Mo-Fr 09:00-17:00", "2026-11-23T10:00", True),
        ("Fr 22:00-29:00", "2026-11-28T04:59", True),
        ("Fr 22:00-29:00", "2026-11-28T05:00", False),
        ("Sa[2] 09:30-16:00", "2026-12-12T10:00", True),
        ("Sa[2] 09:30-16:00", "2026-12-05T10:00", False),
        ("Mo-Su 09:00-17:00; Dec 29-Jan 03 off", "2026-12-31T10:00", False),
        ("Mo-Su 09:00-17:00; Dec 29-Jan 03 off", "2027-01-04T10:00", True),
        ("24/7", "2027-01-01T03:00", True),
    ],
)
def test_days_say_what_the_hours_say(hours: str, moment: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """Closing minutes, holidays, nights, second Saturdays, the year's end."""
    assert is_open(day_patterns(hours, START, 60), datetime.fromisoformat(moment)) is expected


def test_office_that_is_closed_on_holidays_is_not_promised_at_the_years_end() -> None:
    """Its hours do not name these days, and it will hardly be open."""
    patterns = day_patterns("Mo-Fr 09:00-17:00; PH off", START, 60)
    assert [patterns[(date(2026, 12, day) - START).days] for day in (28, 29, 31)] == [((540, 1020),), None, None]
    assert patterns[(date(2027, 1, 4) - START).days] == ((540, 1020),)
    assert None not in day_patterns("Mo-Fr 09:00-17:00; PH off; Dec 29-Jan 03 off", START, 60)


def test_tables_of_the_real_directory_are_those_of_the_library() -> None:
    """Every text of hours, every three hours and a half over seven weeks with the year's end."""
    portal = load_portal(environment.ROOT)
    texts = {channel.hours for _, service in portal.services.values() for channel in service.channels} - {"unknown"}
    made = calendar(texts, START, 60)
    assert set(made["days"]) == texts
    for text in sorted(texts):
        rules = OpeningHours(text, country="JP")
        patterns = [made["patterns"][made["signs"].index(sign)] for sign in made["days"][text]]
        for number in range(7, 49 * 7):
            moment = datetime.combine(START, datetime.min.time()) + timedelta(hours=3.5 * number)
            if patterns[(moment.date() - START).days] is not None and patterns[(moment.date() - START).days - 1] is not None:
                assert is_open(patterns, moment) is rules.is_open(moment), (text, moment)
