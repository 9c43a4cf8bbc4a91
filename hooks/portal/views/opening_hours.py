"""OSM opening hours in the words of schema.org, where these can say them whole."""

from __future__ import annotations

import re
from typing import Any

from portal.model.channel import Channel

DAYS = {"Mo": "Monday", "Tu": "Tuesday", "We": "Wednesday", "Th": "Thursday", "Fr": "Friday", "Sa": "Saturday", "Su": "Sunday", "PH": "PublicHolidays"}
NAMES = tuple(DAYS)
WEEK = NAMES[:-1]
DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
SPAN = f"(?:{DAY}-{DAY}|{DAY}|PH)"
TIME = r"(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)"
RULE = re.compile(rf"(?:(?P<days>{SPAN}(?:,{SPAN})*) )?(?P<times>{TIME}(?:,{TIME})*|off)")
ALWAYS, MIDNIGHT = "24/7", "24:00"
CLOSED = "00:00-00:00"
"""A day on which nobody is there, as schema.org writes it."""


def opening_hours(channel: Channel) -> list[dict[str, Any]]:
    """``OpeningHoursSpecification`` records of a channel; none where they would tell half.

    Schema.org knows weekdays and public holidays, but no second Saturday and no closing at New Year without its year; and a note beside the
    hours says what they do not. Half of the hours would send somebody to a closed door.
    """
    open_on = _week(channel.hours)
    if channel.hours_note or not any(times != "off" for times in open_on.values()):
        return []
    days_of: dict[str, list[str]] = {}
    for day, times in open_on.items():
        if times != "off" or day == "PH":
            days_of.setdefault(CLOSED if times == "off" else times, []).append(day)
    return [_specification(days, span) for times, days in days_of.items() for span in times.split(",")]


def _week(hours: str) -> dict[str, str]:
    """Times by day; a later rule wins over an earlier one. Nothing where a rule says more than days and times."""
    if hours == ALWAYS:
        return dict.fromkeys(NAMES, "00:00-24:00")
    found: dict[str, str] = {}
    for rule in hours.split(";"):
        match = RULE.fullmatch(rule.strip())
        if match is None:
            return {}
        found.update(dict.fromkeys(_days(match["days"]), match["times"]))
    return found


def _days(written: str | None) -> list[str]:
    """``Mo-We,Fr`` → Mo, Tu, We, Fr; every day of the week where none is written."""
    days: list[str] = []
    for part in (written or "Mo-Su").split(","):
        first, _, last = part.partition("-")
        start, end = NAMES.index(first), NAMES.index(last or first)
        days += NAMES[start : end + 1] if start <= end else (*WEEK[start:], *WEEK[: end + 1])
    return days


def _specification(days: list[str], span: str) -> dict[str, Any]:
    opens, closes = span.split("-")
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [f"https://schema.org/{DAYS[day]}" for day in days],
        "opens": opens,
        "closes": "23:59" if closes == MIDNIGHT else closes,
    }
