"""Opening hours in HSDS against the opening-hours library: no machine is told that an office is open when it is not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import environment
import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.loading import load_portal
from portal.model.channel import Channel
from portal.portal import Portal
from portal.referral.calendar import day_patterns
from portal.referral.hsds.schedules import CODES, Row, rows_of, schedules
from portal.referral.hsds.week import DAYS, month_table
from portal.referral.hsds.wording import Wording

START = date(2026, 11, 16)
LENGTH = 140


def rows(hours: str) -> list[Row]:
    """Rows of hours; none where only words are exported."""
    month = month_table(hours)
    return rows_of(month.table) if month else []


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("Mo-Fr 09:00-17:00; PH off", [("WEEKLY", "MO,TU,WE,TH,FR", "09:00", "17:00")]),
        ("Tu 09:00-12:00,13:00-16:00", [("WEEKLY", "TU", "09:00", "12:00"), ("WEEKLY", "TU", "13:00", "16:00")]),
        ("Sa[2] 09:30-16:00", [("MONTHLY", "2SA", "09:30", "16:00")]),
        ("Sa[2,4] 10:00-13:00", [("MONTHLY", "2SA,4SA", "10:00", "13:00")]),
        ("Fr[-1] 13:00-16:00", [("MONTHLY", "-1FR", "13:00", "16:00")]),
        ("24/7", [("WEEKLY", "MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59")]),
        ("10:00-17:00; PH off", [("WEEKLY", "MO,TU,WE,TH,FR,SA,SU", "10:00", "17:00")]),
        ("Fr 22:00-05:00", [("WEEKLY", "SA", "00:00", "05:00"), ("WEEKLY", "FR", "22:00", "23:59")]),
        ("Fr 22:00-29:00", [("WEEKLY", "SA", "00:00", "05:00"), ("WEEKLY", "FR", "22:00", "23:59")]),
        ("Mo-Tu 22:00-05:00", [("WEEKLY", "TU,WE", "00:00", "05:00"), ("WEEKLY", "MO,TU", "22:00", "23:59")]),
        ("Fr 18:00-09:30; Sa 00:00-24:00", [("WEEKLY", "SA", "00:00", "23:59"), ("WEEKLY", "FR", "18:00", "23:59")]),
        ("Mo 17:00-24:00", [("WEEKLY", "MO", "17:00", "23:59")]),
        ("Mo-Su 09:00-17:00; We off", [("WEEKLY", "MO,TU,TH,FR,SA,SU", "09:00", "17:00")]),
        ("Mo-We 08:30-17:15; We[1,3] off", [("WEEKLY", "MO,TU", "08:30", "17:15"), ("MONTHLY", "2WE,4WE,5WE", "08:30", "17:15")]),
        ("Sa-Mo 10:00-11:00", [("WEEKLY", "MO,SA,SU", "10:00", "11:00")]),
    ],
)
def test_hours_become_rows(hours: str, expected: list[Row]) -> None:
    """Lunch breaks, second Saturdays, nights, the whole day, days off."""
    assert rows(hours) == [(freq, byday, f"{opens}+09:00", f"{closes}+09:00") for freq, byday, opens, closes in expected]


@pytest.mark.parametrize(
    "hours",
    [
        "Sa[2] 22:00-05:00",  # the Sunday after it is the second or the third
        "Mo 22:00-05:00; Mo off",  # the small hours of Tuesday
        "Th 22:00-05:00; Fr off",  # and those of Friday
        "Mo 22:00-05:00; Tu 20:00-23:00",  # and whether Tuesday's rule replaces them
        "Fr[-1] 10:00-12:00; Fr[4] 13:00-15:00",  # the last Friday may be the fourth
        "Sa[-2--1] 10:00-12:00",
        "Apr-Sep Mo-Fr 09:00-17:00",
        "Mo-Fr 09:00-12:00, We 13:00-17:00",
        'Mo-Fr 09:00-17:00 "昼休みあり"',
        "Mo-Fr sunrise-sunset",
        "Mo-Fr 10:00+",
        "SH 10:00-12:00",
        "week 1-53/2 Mo 10:00-12:00",
        "PH 10:00-17:00",
    ],
)
def test_hours_that_rows_cannot_say_are_told_in_words(hours: str) -> None:
    """Words that are right instead of a table that is wrong."""
    assert not rows(hours)


def test_words_have_the_whole_and_notes_what_rows_cannot_say(example: Portal) -> None:
    """Holidays, the year's end, the author's note; and how one attends."""

    def exported(hours: str, note: str = "") -> list[dict[str, Any]]:
        channel = Channel.model_validate(
            {"mode": "phone", "number": "0120-000-000", "hours": hours} | ({"hours_note": {"ja": note, "easy": note}} if note else {})
        )
        return schedules(Wording(example), channel, "key")

    both = exported("Mo-Fr 09:00-12:00,13:00-17:00; PH off; Dec 29-Jan 03 off", "お盆も休み。")
    assert [each["opens_at"] for each in both] == ["09:00+09:00", "13:00+09:00"]
    assert both[0]["notes"] == "祝日は休み、12月29日〜1月3日は休み。お盆も休み。"
    assert both[0]["description"].startswith("月〜金 9:00〜12:00・13:00〜17:00、祝日は休み")
    assert (both[0]["timezone"], both[0]["attending_type"]) == (9, "電話")
    assert exported("Sa,Su,PH 09:00-17:00")[0]["notes"] == "土・日・祝日 9:00〜17:00。"
    assert exported("Mo-Fr 09:00-17:00; PH off")[0]["notes"] == "祝日は休み。年末年始（12月29日〜1月3日）は要確認。"
    assert "notes" not in exported("Mo-Fr 09:00-17:00")[0]
    words = exported("Sa[2] 22:00-05:00")
    assert [set(each) for each in words] == [{"id", "description", "attending_type"}]
    assert words[0]["description"] == "第2土曜日 22:00〜5:00"
    assert exported("unknown") == []
    assert [each["description"] for each in exported("unknown", "催しのある日だけ。")] == ["催しのある日だけ。"]


def open_minutes(made: list[Row], day: date) -> set[int]:
    """Minutes at which the rows open on a day, as RFC 5545 counts weekdays."""
    code, nth = CODES[day.weekday()], (day.day + 6) // 7
    last = -(((day + timedelta(days=7)).month != day.month) or 0)
    names = {"WEEKLY": {code}, "MONTHLY": {f"{nth}{code}", f"{last}{code}"}}
    found: set[int] = set()
    for freq, byday, opens, closes in made:
        if names[freq] & set(byday.split(",")):
            found.update(range(minutes(opens), 1440 if closes.startswith("23:59") else minutes(closes)))
    return found


def minutes(clock: str) -> int:
    """Minutes of the day of ``09:30+09:00``."""
    return int(clock[:2]) * 60 + int(clock[3:5])


def ordinary_days(exceptions: tuple[str, ...]) -> list[bool]:
    """Whether each day is one that no exception names: no holiday, no closing date."""
    named = "; ".join(rule if rule.endswith(("off", "closed")) and "PH" not in rule else "PH off" for rule in exceptions)
    return [pattern == ((600, 660),) for pattern in day_patterns(f"Mo-Su 10:00-11:00; {named}".rstrip("; "), START, LENGTH)]


def differences(hours: str) -> list[date]:
    """Days on which rows and library differ, of those that rows can speak of; their nights are those of the day before."""
    month = month_table(hours)
    if month is None:
        return []
    made = rows_of(month.table)
    patterns, ordinary = day_patterns(hours, START, LENGTH), ordinary_days(month.exceptions)
    found = []
    for place in range(1, LENGTH):
        if not (ordinary[place] and ordinary[place - 1]):
            continue
        today = {minute for first, last in patterns[place] or () for minute in range(first, min(last, 1440))}
        night = {minute for first, last in patterns[place - 1] or () for minute in range(last - 1440)}
        if open_minutes(made, START + timedelta(days=place)) != today | night:
            found.append(START + timedelta(days=place))
    return found


def test_rows_of_the_real_directory_open_when_the_library_opens() -> None:
    """Every text of hours, every minute of twenty weeks."""
    texts = sorted({channel.hours for _, service in load_portal(environment.ROOT).services.values() for channel in service.channels} - {"unknown"})
    assert {hours: found for hours in texts if (found := differences(hours))} == {}
    assert sum(bool(rows(hours)) for hours in texts) > 0.9 * len(texts)


DAY = st.sampled_from(DAYS)
CLOCK = st.builds(lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.sampled_from([0, 30]))
SELECTOR = st.one_of(DAY, st.builds("{}-{}".format, DAY, DAY), st.builds("{}[{}]".format, DAY, st.sampled_from(["1", "2,4", "1-3", "5"])))
TIMES = st.one_of(st.just("off"), st.tuples(CLOCK, CLOCK).filter(lambda pair: pair[0] != pair[1]).map("-".join))


@given(st.lists(st.builds("{} {}".format, SELECTOR, TIMES), min_size=1, max_size=4).map("; ".join))
def test_rows_of_any_days_open_when_the_library_opens(hours: str) -> None:
    """Later rules replace earlier ones on their days, in both."""
    assert differences(hours) == []
